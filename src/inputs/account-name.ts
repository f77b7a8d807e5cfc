import { printable } from '../safety/printable.ts';
import { invalid } from './reader.ts';

/** Fits into the title of an issue, beside a cause and a server. */
export const MAX_ACCOUNT_NAME = 60;

/**
 * What reports call an account in place of its user name.
 *
 * @throws ValueError that does not repeat it: it may be a secret in the wrong input
 */
export function parseName(value: string): string {
  const name = value.trim();
  if (name === '') throw invalid('contains only spaces; give a name, or leave it out');
  if (Array.from(name).length > MAX_ACCOUNT_NAME) {
    throw invalid(`must have at most ${MAX_ACCOUNT_NAME} characters`);
  }
  if (printable(name) === name) return name;
  throw invalid('contains a line break or another character that a report cannot show');
}
