import type { Company } from '../diagnosis/schema.ts';
import type { Reply } from '../model/reply.ts';
import { replyText } from '../model/reply.ts';

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
