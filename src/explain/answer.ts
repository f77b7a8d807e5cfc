import { diagnose } from '../diagnosis/diagnose.ts';
import type { Company } from '../diagnosis/schema.ts';
import type { Checked } from '../model/diagnosis.ts';
import type { Observation } from '../model/observation.ts';
import { type Reply, replyText } from '../model/reply.ts';
import { observeReply, observeTokenAnswer } from './observe.ts';
import { readPasted } from './pasted.ts';
import type { Setting } from './setting.ts';

/** What a pasted refusal means. */
export interface Explained {
  /** As a check would have reported it. */
  readonly result: Checked;
  /** Whose server it was taken for, where nobody said which one it is. */
  readonly guess: Guess | undefined;
}

/**
 * Says what a refusal means, as a check that met it would: nothing is connected to, and the judgement is the same.
 *
 * @throws ValueError when the text holds no refusal
 */
export async function explainPasted(text: string, setting: Setting): Promise<Explained> {
  const pasted = readPasted(text);
  if (pasted.kind === 'token') return explained(observeTokenAnswer(pasted.text, setting));
  const { reply } = pasted;
  const guess = setting.host === '' ? await guessCompany(reply) : undefined;
  return explained(observeReply(reply, guess ? { ...setting, host: guess.host } : setting), guess);
}

async function explained(observation: Observation, guess?: Guess): Promise<Explained> {
  const diagnosis = await diagnose(observation);
  return { result: { ...observation, diagnosis, earlierAttempts: [], inputWarnings: [] }, guess };
}

/** A company that is known by its words, and a server of it. */
export interface Guess {
  readonly name: string;
  readonly host: string;
}

/** What tells companies apart stands at the beginning of a reply. */
const MAX_TEXT = 2000;

/**
 * The one company that uses these words. A check does not trust words that far, since a greeting is easily forged; a
 * reader who is told of the guess can.
 *
 * @returns undefined when none or more than one is possible
 */
export async function guessCompany(reply: Reply): Promise<Guess | undefined> {
  const { COMPANIES } = await import('../diagnosis/match.ts');
  const text = replyText(reply).slice(0, MAX_TEXT);
  const found = COMPANIES.filter((company) => isKnownBy(company, text));
  const [only] = found;
  const host = only?.hosts.find((name) => !name.includes('*'));
  return found.length === 1 && only && host !== undefined ? { name: only.name, host } : undefined;
}

function isKnownBy({ banner, replies }: Company, text: string): boolean {
  if (banner?.test(text)) return true;
  return replies.some((row) => row.isUnique === true && row.text?.test(text));
}
