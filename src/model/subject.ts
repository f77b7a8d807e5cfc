import { type Account, type CredentialFacts, credentialFacts } from './account.ts';

/** What a report may know of the account: never the secret. */
export interface Subject extends Pick<
  Account,
  | 'host'
  | 'port'
  | 'tlsMode'
  | 'mechanism'
  | 'certificateWarnDays'
  | 'certificateFailDays'
  | 'expect'
  | 'failOn'
  | 'from'
  | 'to'
> {
  /** Redacted too: some providers want one token as user name and as password. */
  readonly username: string;
  readonly credential: CredentialFacts;
}

/**
 * Takes out of an account what a report may know.
 *
 * @param username the user name as it may be shown
 */
export function subjectOf(account: Account, username: string = account.username): Subject {
  const { host, port, tlsMode, mechanism, expect, failOn, from, to } = account;
  const { certificateWarnDays, certificateFailDays } = account;
  return {
    ...{ host, port, username, tlsMode, mechanism, certificateFailDays, expect, failOn },
    ...(certificateWarnDays !== undefined && { certificateWarnDays }),
    credential: credentialFacts(account),
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
  };
}

/** `smtp.example.com:587`, the way every sentence names the server. */
export function endpoint({ account }: { readonly account: Subject }): string {
  if (account.host === '') return 'no server';
  const host = account.host.includes(':') ? `[${account.host}]` : account.host;
  return account.port === 0 ? host : `${host}:${account.port}`;
}
