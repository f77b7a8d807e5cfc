import type { Cause } from '../model/cause.ts';
import type { Checked } from '../model/diagnosis.ts';
import type { InputFault } from '../model/failure.ts';
import { replyCodes } from '../model/reply.ts';

/**
 * One line that says what happened: `SMTP login rejected: wrong credentials (535 5.7.8)`. It holds no name and no value,
 * since a runner does not mask titles.
 */
export function titleOf(result: Checked): string {
  const { acceptance, diagnosis, failure, reply } = result;
  const { verdict, cause, passed } = diagnosis;
  const code = reply && verdict !== 'accepted' ? ` (${replyCodes(reply)})` : '';
  if (passed) {
    return `SMTP login ${verdict}${verdict === 'accepted' ? '' : `, as expected${code}`}`;
  }
  if (verdict === 'accepted') return 'SMTP login accepted, but it should be rejected';
  if (cause === 'certificate-expires-soon') return 'SMTP server certificate expires soon';
  if (failure?.faults) return `SMTP check not started: ${titleOfFaults(failure.faults)}`;
  if (acceptance) return `SMTP login accepted, but ${afterLogin(result)}${code}`;
  const outcome = verdict === 'rejected' ? 'rejected' : 'failed';
  return `SMTP login ${outcome}: ${reasonOf(result)}${code}`;
}

/** The cause in a few words: `connection refused`. */
export function reasonOf({ diagnosis: { cause }, failure }: Checked): string {
  const other = OTHER_SERVERS.get(failure?.code ?? '');
  if (cause === 'not-smtp' && other !== undefined) return other;
  return REASONS[cause] ?? cause.replaceAll('-', ' ');
}

function titleOfFaults([first, ...others]: readonly InputFault[]): string {
  const more = others.length > 0 ? `, and ${others.length} more` : '';
  return `${first?.title ?? 'an input is wrong'}${more}`;
}

/** What a login that was accepted may not do. */
function afterLogin(result: Checked): string {
  return AFTER_LOGIN[result.diagnosis.cause] ?? `then: ${reasonOf(result)}`;
}

const AFTER_LOGIN: Partial<Record<Cause, string>> = {
  'sender-refused': 'sender rejected',
  'not-authorised-to-send': 'sender rejected',
  'recipient-refused': 'recipient rejected',
  'quota-exceeded': 'quota used up',
  'temporary-failure': 'sender or recipient not accepted now',
  'ehlo-refused': 'EHLO name rejected',
  throttled: 'sending limited',
  'timed-out': 'no reply about the sender in time',
  'connection-lost': 'connection lost afterwards',
};

/** Servers of other protocols, by the code of the failure. */
const OTHER_SERVERS: ReadonlyMap<string, string> = new Map([
  ['imap', 'this is an IMAP server'],
  ['pop3', 'this is a POP3 server'],
  ['http', 'this is a web server'],
  ['ssh', 'this is an SSH server'],
]);

/** Causes whose name, read as words, would not do for a headline. */
const REASONS: Partial<Record<Cause, string>> = {
  'ambiguous-refusal': 'one of several reasons',
  'app-password-required': 'app password needed',
  'auth-not-offered': 'no login offered',
  'certificate-name-mismatch': 'certificate for another name',
  'certificate-pin-mismatch': 'certificate does not match "tls-fingerprint"',
  'certificate-unknown-ca': 'unknown certificate authority',
  'challenge-not-understood': 'the server asked for something else',
  'client-address-refused': 'this IP address is rejected',
  'credential-refused': 'the cause is not certain',
  'ehlo-refused': 'EHLO rejected',
  'input-invalid': 'wrong input',
  'name-not-found': 'host name not found',
  'not-smtp': 'not an SMTP server',
  'oauth-required': 'no password login, access token needed',
  'proxy-authentication': 'the proxy requires its own login',
  'proxy-protocol': 'not a proxy of this kind',
  'proxy-refused': 'the proxy does not allow this server',
  'proxy-target-unreachable': 'the proxy cannot reach the server',
  'proxy-timed-out': 'the proxy timed out',
  'proxy-unreachable': 'the proxy cannot be reached',
  'secret-empty': 'empty secret',
  'sign-in-policy': 'a sign-in rule forbids it',
  'smtp-auth-disabled': 'SMTP login is disabled',
  'starttls-injection': 'plaintext injected before TLS',
  'starttls-missing': 'STARTTLS not offered',
  'starttls-refused': 'STARTTLS rejected',
  throttled: 'too many logins',
  'tls-expected': 'this port starts with TLS',
  'tls-handshake': 'TLS handshake failed',
  'tls-no-common-cipher': 'no TLS cipher in common',
  'tls-not-spoken': 'this port does not start with TLS',
  'tls-required': 'TLS needed first',
  'tls-version': 'no TLS version in common',
  'wrong-credentials': 'wrong user name or password',
};
