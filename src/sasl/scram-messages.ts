import { saslprep } from '@mongodb-js/saslprep';
import { asReason, decodeBase64, SaslError } from './mechanism.ts';

/** The grammar of SCRAM's messages (RFC 5802 section 7). Everything read here is hostile. */

/** RFC 7677 section 4 wants at least 4,096; fewer make guessing from a stolen exchange cheap. */
export const MIN_ITERATIONS = 4096;
/** OWASP's figure for PBKDF2-HMAC-SHA-256; more only burns the client's time. */
export const MAX_ITERATIONS = 600_000;
/** Real salts have 16 to 64 bytes. */
const MAX_SALT_BYTES = 1024;

export interface ServerFirst {
  readonly nonce: string;
  readonly salt: Buffer;
  readonly iterations: number;
}

/** `r=` nonce, `s=` salt, `i=` iterations, then extensions. A mandatory extension comes first as `m=`. */
const SERVER_FIRST = /^r=([\x21-\x2b\x2d-\x7e]+),s=([^,]+),i=([1-9]\d{0,9})(?:,[A-Za-z]=[^,]+)*$/;

/**
 * @param clientNonce what the server's nonce has to begin with, and to be longer than
 * @throws SaslError when the message is not legal, not an answer to ours, or asks for too few or too
 *   many iterations
 */
export function parseServerFirst(message: string, clientNonce: string): ServerFirst {
  const [, nonce = '', salt64 = '', count = ''] = SERVER_FIRST.exec(message) ?? [];
  if (nonce === '') throw new SaslError('challenge-malformed', 'not a first SCRAM message');
  if (!nonce.startsWith(clientNonce) || nonce.length === clientNonce.length) {
    throw new SaslError('server-not-authentic', "the nonce does not continue the client's");
  }
  const salt = decodeBase64(salt64);
  if (salt.length === 0 || salt.length > MAX_SALT_BYTES) {
    throw new SaslError('challenge-malformed', `a salt of ${salt.length} bytes`);
  }
  const iterations = Number(count);
  if (iterations < MIN_ITERATIONS || iterations > MAX_ITERATIONS) {
    throw new SaslError('iterations-out-of-bounds', `${iterations} iterations`);
  }
  return { nonce, salt, iterations };
}

/** The last message: the server's signature, or its reason to refuse. */
export type ServerFinal = { readonly signature: Buffer } | { readonly reason: string };

/** @throws SaslError when it is neither */
export function parseServerFinal(message: string): ServerFinal {
  const [, kind, value = ''] = /^([ve])=([^,]*)(?:,[A-Za-z]=[^,]*)*$/.exec(message) ?? [];
  if (kind === 'v') return { signature: decodeBase64(value) };
  if (kind === 'e') return { reason: asReason(value) ?? 'other-error' };
  throw new SaslError('server-not-authentic', 'no server signature');
}

/**
 * The server's last message inside the text of a 235, where some servers put it: as it is or in Base64.
 *
 * @returns undefined when there is none
 */
export function findServerFinal(text: string): string | undefined {
  const words = text.split(/\s+/).flatMap((word) => [word, fromBase64(word)]);
  return words.find((word) => word.startsWith('v='));
}

/** Anything for a word that is not Base64. */
function fromBase64(word: string): string {
  return Buffer.from(word, 'base64').toString('latin1');
}

const PRINTABLE_ASCII = /^[\x20-\x7e]*$/;

/**
 * Prepares a user name or password with SASLprep (RFC 4013), as SCRAM wants it. The profile knows
 * Unicode 3.2 only and refuses, among others, every emoji; servers take those as they are, so a text that
 * it refuses is used as given.
 */
export function saslPrepared(text: string): string {
  if (PRINTABLE_ASCII.test(text)) return text; // the profile changes none of these
  try {
    return saslprep(text);
  } catch {
    return text;
  }
}
