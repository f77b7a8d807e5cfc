import type { Cause } from '../model/cause.ts';
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
