import type { Cause } from '../model/cause.ts';
import type { Diagnosis } from '../model/diagnosis.ts';
import type { Observation } from '../model/observation.ts';

/** What a result means for the person who reads it. Plain text; parts of it may come from the server. */
export interface Explanation {
  /** One or two sentences: what happened and what it says about the credential. */
  readonly meaning: string;
  /** The one thing to do next. */
  readonly nextStep: string;
  /** What a reader whose check runs on GitHub should know too; it follows the next step. */
  readonly onGitHub?: string;
}

/** How a group of causes is put into words. */
export type Words<C extends Exclude<Cause, 'none'> = Exclude<Cause, 'none'>> = Readonly<
  Record<C, (observation: Observation) => Explanation>
>;

/** Said whenever a connection ended before the login. */
export const NOTHING_SENT = 'No credential was sent.';

/** What the login was made with, in a word. */
export function credentialName({ account }: Observation): string {
  const { kind } = account.credential;
  if (kind === 'password') return 'password';
  return kind === 'client-certificate' ? 'client certificate' : 'access token';
}

/** Said wherever nothing came back that judges the credential. */
export function nothingJudged(observation: Observation): string {
  return `This says nothing about the user name or ${credentialName(observation)}.`;
}

export const INTERNAL_ERROR_WORDS: Explanation = {
  meaning: 'The check itself failed, which says nothing about the credential.',
  nextStep:
    'Please report it, with the log of a run in debug mode, or with "--verbose" on the command line.',
};

/**
 * What a result means that a fault of this program spoilt or lost. It is ready before anything has gone wrong: the
 * judgement itself may be what failed.
 */
export const INTERNAL_ERROR: Diagnosis = {
  verdict: 'config',
  cause: 'internal-error',
  passed: false,
  ...INTERNAL_ERROR_WORDS,
  anchor: 'internal-error',
  mayRetry: false,
  throttlesHost: false,
  provesDead: false,
  notices: [],
};
