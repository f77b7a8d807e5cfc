import type { Problem } from '../model/failure.ts';
import type { Result } from '../model/result.ts';
import { findReply } from './match.ts';

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

/** True for a cause that a reply's own words have told: a judgement that waiting does not change. */
export function isRefinement(cause: string): cause is Refinement {
  return (REFINEMENTS as readonly string[]).includes(cause);
}

/** What a refused pair is called where the secret is no password. */
const WITHOUT_PASSWORD: Readonly<Record<string, Cause>> = {
  XOAUTH2: 'access-token-refused',
  OAUTHBEARER: 'access-token-refused',
  EXTERNAL: 'credential-refused',
};

export function usesPassword({ mechanism = '' }: Result): boolean {
  return WITHOUT_PASSWORD[mechanism] === undefined;
}

/** MAIL FROM and RCPT TO say by themselves what was refused; the words of a reply only add why. */
export function isPermission(problem: Problem): boolean {
  return problem === 'sender-refused' || problem === 'recipient-refused';
}

/** The output `cause`. */
export function causeOf(result: Result): Cause {
  const { trouble, mechanism = '' } = result;
  if (!trouble) return 'none';
  if (isPermission(trouble.problem)) return trouble.problem;
  const told = findReply(result)?.row.cause ?? trouble.problem;
  // A row for the bare code knows less than the words in which smtp/ saw a throttle.
  const isLess = trouble.problem === 'throttled' && told === 'temporary-failure';
  const cause = isLess ? trouble.problem : told;
  return cause === 'wrong-credentials' ? (WITHOUT_PASSWORD[mechanism] ?? cause) : cause;
}
