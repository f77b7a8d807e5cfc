import type { Problem } from '../smtp/problem.ts';
import type { Result } from '../smtp/result.ts';
import { findReply } from './find.ts';

/**
 * What a server's reply can say beyond the problem that it is. The verdict stays the problem's; the cause
 * tells the reader which of the many reasons behind one reply code it was.
 */
export const REFINEMENTS = [
  'wrong-credentials',
  'ambiguous-refusal',
  'app-password-required',
  'oauth-required',
  'access-token-refused',
  'smtp-auth-disabled',
  'account-locked',
  'password-change-required',
  'client-address-refused',
  'sign-in-policy',
  'quota-exceeded',
  'not-authorised-to-send',
  'login-missing',
  'login-malformed',
] as const;

export type Refinement = (typeof REFINEMENTS)[number];

/** The closed set of the output `cause`: the problem that was met, what the reply says of it, or none. */
export type Cause = Problem | Refinement | 'none';

/** What a row of the data may name as the cause. */
export type ReplyCause = Exclude<Cause, 'none'>;

/** Mechanisms whose secret is an access token; "wrong password" would be the wrong words for them. */
const TOKEN_MECHANISMS: ReadonlySet<string> = new Set(['XOAUTH2', 'OAUTHBEARER']);

export function usesToken({ mechanism }: Result): boolean {
  return mechanism !== undefined && TOKEN_MECHANISMS.has(mechanism);
}

/** The output `cause`. */
export function causeOf(result: Result): Cause {
  const { trouble } = result;
  if (!trouble) return 'none';
  const cause = findReply(result)?.row.cause ?? trouble.problem;
  return cause === 'wrong-credentials' && usesToken(result) ? 'access-token-refused' : cause;
}
