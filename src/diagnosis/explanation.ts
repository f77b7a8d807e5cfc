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

/** `smtp.example.com:587`, the way every sentence names the server. */
export function endpoint({ account }: Pick<Observation, 'account'>): string {
  if (account.host === '') return 'no server';
  const host = account.host.includes(':') ? `[${account.host}]` : account.host;
  return account.port === 0 ? host : `${host}:${account.port}`;
}
