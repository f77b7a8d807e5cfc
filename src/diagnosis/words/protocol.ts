import type { Observation } from '../../model/observation.ts';
import { endpoint } from '../../model/subject.ts';
import { type Explanation, type Words, INTERNAL_ERROR_WORDS } from '../explanation.ts';
import { portsAdvice } from '../known-hosts.ts';
import { authNotOffered, otherPortAdvice } from './ports.ts';

const NOT_JUDGED = 'The credential was not judged.';
const BROKEN_SERVER =
  "Show the transcript to the server's administrator: the server, or a device in front of it, breaks the protocol.";
const IMPOSTOR =
  'Do not trust this server until its administrator has explained it: it may be an impostor, or its password store may be damaged.';

function offers({ offered }: Observation): string {
  return offered.length === 0 ? 'no mechanism' : offered.slice(0, 10).join(', ');
}

/** Protocols that are recognised by their first bytes, with what they are for. */
const OTHER_PROTOCOLS: ReadonlyMap<string, string> = new Map([
  ['imap', 'an IMAP server, which is for reading mail'],
  ['pop3', 'a POP3 server, which is for reading mail'],
  ['http', 'a web server (HTTP)'],
  ['ssh', 'an SSH server'],
  ['ftp', 'an FTP server'],
  ['nntp', 'a news server (NNTP)'],
  ['mysql', 'a MySQL database'],
]);

function notSmtp(observation: Observation): Explanation {
  const protocol = OTHER_PROTOCOLS.get(observation.failure?.code ?? '');
  const what = protocol === undefined ? 'does not respond like an SMTP server' : `is ${protocol}`;
  return {
    meaning: `${endpoint(observation)} ${what}. ${NOT_JUDGED}`,
    nextStep:
      otherPortAdvice(observation) ??
      `Check host and port: use 587 with STARTTLS or 465 with implicit TLS.${portsAdvice(observation.account.host)}`,
  };
}

export const PROTOCOL_WORDS: Words<
  | 'not-smtp'
  | 'malformed-reply'
  | 'reply-too-long'
  | 'unsolicited-bytes'
  | 'unexpected-reply'
  | 'ehlo-refused'
  | 'challenge-not-understood'
  | 'too-many-challenges'
  | 'premature-success'
  | 'challenge-malformed'
  | 'iterations-out-of-bounds'
  | 'server-not-authentic'
  | 'auth-not-offered'
  | 'mechanism-not-offered'
  | 'mechanism-refused'
  | 'channel-binding-unavailable'
  | 'internal-error'
> = {
  'not-smtp': notSmtp,
  'malformed-reply': () => ({
    meaning: `The server sent something that is not an SMTP reply. ${NOT_JUDGED}`,
    nextStep: BROKEN_SERVER,
  }),
  'reply-too-long': () => ({
    meaning: `The server's reply is longer than any honest reply. ${NOT_JUDGED}`,
    nextStep: BROKEN_SERVER,
  }),
  'unsolicited-bytes': () => ({
    meaning: `The server sent more than it was asked for, so its replies cannot be told apart. ${NOT_JUDGED}`,
    nextStep: BROKEN_SERVER,
  }),
  'unexpected-reply': () => ({
    meaning: `The server replied with a code that does not belong to this step. ${NOT_JUDGED}`,
    nextStep: BROKEN_SERVER,
  }),
  'ehlo-refused': ({ acceptance }) => ({
    meaning: acceptance
      ? 'The server rejects the name that this client sent with EHLO. Sender and recipient are not the reason.'
      : `The server rejects EHLO, mostly because of the name that this client sent with it. ${NOT_JUDGED}`,
    nextStep:
      'Set "ehlo-name" to a full host name that exists in DNS, such as the public name of this machine.',
  }),
  'challenge-not-understood': () => ({
    meaning: `The server asked for more than the credential, or for the same again. ${NOT_JUDGED}`,
    nextStep: 'Choose another mechanism with "mechanism".',
  }),
  'too-many-challenges': () => ({
    meaning: `The server kept sending challenges without a decision. ${NOT_JUDGED}`,
    nextStep: BROKEN_SERVER,
  }),
  'premature-success': () => ({
    meaning:
      'The server reported success before the login was complete, or after it had rejected the token. That proves nothing.',
    nextStep: BROKEN_SERVER,
  }),
  'challenge-malformed': ({ mechanism }) => ({
    meaning: `The server's challenge is not legal for ${mechanism ?? 'this mechanism'}, so it was not answered. ${NOT_JUDGED}`,
    nextStep:
      'Choose another mechanism with "mechanism", and show the transcript to the server\'s administrator.',
  }),
  'iterations-out-of-bounds': () => ({
    meaning:
      'The server asks for a number of key derivations outside 4,096 to 600,000. Fewer make the password easy to guess, more only waste time. The password was not used.',
    nextStep:
      "The server's administrator must reset this password with an iteration count in that range.",
  }),
  'server-not-authentic': () => ({
    meaning: 'The server did not prove that it knows the password, so its answer proves nothing.',
    nextStep: IMPOSTOR,
  }),
  'auth-not-offered': authNotOffered,
  'mechanism-not-offered': (observation) => ({
    meaning: `The server does not offer a mechanism that can be used here. It offers: ${offers(observation)}.`,
    nextStep:
      observation.account.mechanism === 'auto'
        ? 'Ask the administrator to enable a mechanism that fits the credential: LOGIN, PLAIN, SCRAM or CRAM-MD5 for a password, XOAUTH2 or OAUTHBEARER for an access token, EXTERNAL for a certificate.'
        : 'Set "mechanism" to one of those it offers, or to "auto".',
  }),
  'mechanism-refused': (observation) => ({
    // Of a reply that somebody pasted neither is known.
    meaning:
      observation.mechanism === undefined
        ? 'The server rejected the mechanism, not the credential.'
        : `The server rejected the mechanism ${observation.mechanism}, not the credential. It offers: ${offers(observation)}.`,
    nextStep: 'Set "mechanism" to another one of those it offers.',
  }),
  'channel-binding-unavailable': () => ({
    meaning:
      'This connection has nothing that SCRAM-SHA-256-PLUS could bind the login to. No credential was sent.',
    nextStep: 'Use TLS 1.3 (set "tls-min-version: TLSv1.3"), or "mechanism: SCRAM-SHA-256".',
  }),
  'internal-error': () => INTERNAL_ERROR_WORDS,
};
