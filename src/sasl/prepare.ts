import { saslprep } from '@mongodb-js/saslprep';

const PRINTABLE_ASCII = /^[\x20-\x7e]*$/;

/**
 * Prepares a user name or password with SASLprep (RFC 4013), as SCRAM wants it. The profile knows
 * Unicode 3.2 only and refuses, among others, every emoji; servers take those as they are, so a text that
 * it refuses is used as given.
 */
export function prepare(text: string): string {
  if (PRINTABLE_ASCII.test(text)) return text; // the profile changes none of these
  try {
    return saslprep(text);
  } catch {
    return text;
  }
}
