import { diagnose } from '../diagnosis/diagnose.ts';
import type { Checked } from '../model/diagnosis.ts';
import type { Observation } from '../model/observation.ts';
import { type Guess, guessCompany } from './guess.ts';
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
  const guess = setting.host === '' ? guessCompany(reply) : undefined;
  return explained(observeReply(reply, guess ? { ...setting, host: guess.host } : setting), guess);
}

async function explained(observation: Observation, guess?: Guess): Promise<Explained> {
  const diagnosis = await diagnose(observation);
  return { result: { ...observation, diagnosis, earlierAttempts: [], inputWarnings: [] }, guess };
}
