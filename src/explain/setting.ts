import type { MechanismChoice } from '../model/account.ts';

/** What a refusal can be the answer to; most people paste the answer to a login. */
export const MOMENTS = ['greeting', 'ehlo', 'starttls', 'auth', 'mail', 'rcpt'] as const;

export type Moment = (typeof MOMENTS)[number];

/** What is known of a refusal besides its words. */
export interface Setting {
  /** The server that refused; empty when nobody knows. */
  readonly host: string;
  readonly moment: Moment;
  readonly mechanism: MechanismChoice;
}
