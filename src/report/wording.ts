import type { Cause } from '../model/cause.ts';
import { endpoint } from '../diagnosis/explanation.ts';
import { type Reply, replyText } from '../model/reply.ts';
import type { Checked } from '../model/diagnosis.ts';
import { printable } from '../safety/printable.ts';
import { type Status, statusOf } from './status.ts';

/** Own sentences may hold a certificate's name or an input, so they pass through printable as well. */
export const MAX_SENTENCE = 1000;

/** Of a part of a list in which there is no account. */
export const EMPTY_SHARD = 'This shard has no accounts, so there was nothing to check.';

/** The texts that every report shows, safe and in one form. */
export interface Wording {
  readonly status: Status;
  /** `rejected (535 5.7.8) at auth` */
  readonly headline: string;
  /** `SMTP login rejected: wrong credentials (535 5.7.8)`; holds no name, which a title could not mask. */
  readonly title: string;
  readonly endpoint: string;
  /** The account's name, or its user name where it has none; may be empty. */
  readonly name: string;
  readonly cause: string;
  /** Where docs/troubleshooting.md says more. */
  readonly anchor: string;
  readonly meaning: string;
  readonly nextStep: string;
  /** The other side's own words, empty when it said nothing of interest. */
  readonly serverSaid: string;
}

export function wordResult(result: Checked): Wording {
  const { cause, anchor, meaning, nextStep } = result.diagnosis;
  return {
    status: statusOf(result),
    headline: headline(result),
    title: printable(title(result)),
    endpoint: printable(endpoint(result)),
    name: printable(result.account.name ?? result.account.username),
    cause,
    anchor,
    meaning: printable(meaning, MAX_SENTENCE),
    nextStep: printable(nextStep, MAX_SENTENCE),
    serverSaid: serverSaid(result),
  };
}

function headline({ diagnosis: { verdict }, reply, stage }: Checked): string {
  const code = reply ? ` (${codes(reply)})` : '';
  const where = stage && verdict !== 'accepted' ? ` at ${stage}` : '';
  return `${verdict}${code}${where}`;
}

function title(result: Checked): string {
  const { diagnosis, reply } = result;
  const { verdict, cause } = diagnosis;
  const code = reply && verdict !== 'accepted' ? ` (${codes(reply)})` : '';
  if (diagnosis.passed) {
    return `SMTP login ${verdict}${verdict === 'accepted' ? '' : `, as expected${code}`}`;
  }
  if (verdict === 'accepted') return 'SMTP login accepted, but it should be rejected';
  if (cause === 'certificate-expires-soon') return 'SMTP server certificate expires soon';
  const reason = REASONS[cause] ?? cause.replaceAll('-', ' ');
  return `SMTP login ${verdict === 'rejected' ? 'rejected' : 'failed'}: ${reason}${code}`;
}

/** Causes whose name, read as words, would not do for a headline. */
const REASONS: Partial<Record<Cause, string>> = {
  'ambiguous-refusal': 'one of several reasons',
  'app-password-required': 'app password needed',
  'auth-not-offered': 'no login offered',
  'certificate-unknown-ca': 'certificate from an unknown authority',
  'challenge-not-understood': 'the server asked for something else',
  'client-address-refused': "the runner's address is refused",
  'credential-refused': 'the cause is not certain',
  'ehlo-refused': 'EHLO refused',
  'input-invalid': 'an input is wrong',
  'not-smtp': 'this is no mail server',
  'oauth-required': 'no password login, access token needed',
  'secret-empty': 'a secret is empty',
  'sign-in-policy': 'a sign-in rule forbids it',
  'smtp-auth-disabled': 'login by SMTP is switched off',
  'starttls-injection': 'clear text smuggled into TLS',
  'starttls-missing': 'no STARTTLS here',
  'starttls-refused': 'STARTTLS refused',
  throttled: 'too many logins',
  'tls-expected': 'this port begins with TLS',
  'tls-handshake': 'TLS handshake failed',
  'tls-not-spoken': 'this port does not begin with TLS',
  'tls-required': 'TLS needed first',
  'tls-version': 'no TLS version in common',
};

/** `535 5.7.8`: reply code and enhanced status code. */
function codes({ code, enhanced }: Reply): string {
  return enhanced === undefined ? String(code) : `${code} ${enhanced}`;
}

function serverSaid({ reply, failure }: Checked): string {
  if (reply) return printable(`${codes(reply)} ${replyText(reply)}`.trim());
  const { code = '', detail = '', faults = [] } = failure ?? {};
  const said = faults.length > 0 ? faults.map(({ message }) => message).join(' ') : detail || code;
  return printable(said, MAX_SENTENCE);
}

/** Whole milliseconds; a stage of 0.4 ms took time too. */
export function milliseconds(value: number): string {
  return `${Math.max(1, Math.round(value))} ms`;
}

const DAY_MS = 86_400_000;

/** Days until `date`, negative when it is past. */
export function daysLeft(date: Date, now = Date.now()): number {
  return Math.floor((date.getTime() - now) / DAY_MS);
}
