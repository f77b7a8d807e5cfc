import type { Problem } from '../model/failure.ts';
import type { Result } from '../model/result.ts';

/** What a verdict means for the person who reads it. Plain text; parts of it may come from the server. */
export interface Explanation {
  /** One or two sentences: what happened and what it says about the credential. */
  readonly meaning: string;
  /** The one thing to do next. */
  readonly nextStep: string;
}

/** How a group of problems is put into words. */
export type Words<P extends Problem = Problem> = Readonly<
  Record<P, (result: Result) => Explanation>
>;

/** `smtp.example.com:587`, the way every sentence names the server. */
export function endpoint({ account }: Result): string {
  if (account.host === '') return 'no server';
  const host = account.host.includes(':') ? `[${account.host}]` : account.host;
  return account.port === 0 ? host : `${host}:${account.port}`;
}
