import { proxyAddress } from './mail-proxy.ts';
import { type Account, type CredentialFacts, credentialFacts } from './account.ts';

/** What a report may know of the account: never the secret. */
export interface Subject extends Pick<
  Account,
  | 'name'
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
  /** The address of the proxy, without its login. */
  readonly proxy?: string;
}

/**
 * Takes out of an account what a report may know.
 *
 * @param redact hides the secrets of the run, the user name of a named account among them
 */
export function subjectOf(account: Account, redact: (text: string) => string): Subject {
  const { host, port, tlsMode, mechanism, expect, failOn, name } = account;
  const { certificateWarnDays, certificateFailDays, from, to, username, proxy } = account;
  // The sender is mostly the user name, and a sentence names it.
  const shown = (address: string): string =>
    name !== undefined && address === username ? name : redact(address);
  return {
    ...{ host, port, tlsMode, mechanism, certificateFailDays, expect, failOn },
    ...(name !== undefined && { name: redact(name) }),
    username: redact(username),
    ...(certificateWarnDays !== undefined && { certificateWarnDays }),
    credential: credentialFacts(account),
    ...(proxy && { proxy: redact(proxyAddress(proxy)) }),
    ...(from !== undefined && { from: shown(from) }),
    ...(to !== undefined && { to: shown(to) }),
  };
}

/** `smtp.example.com:587`, the way every sentence names the server. */
export function endpoint({ account }: { readonly account: Subject }): string {
  if (account.host === '') return 'no server';
  const host = account.host.includes(':') ? `[${account.host}]` : account.host;
  return account.port === 0 ? host : `${host}:${account.port}`;
}
