import type { Observation } from '../../model/observation.ts';
import { type Explanation, type Words } from '../explanation.ts';
import { portsAdvice } from '../known-hosts.ts';
import { BROKEN_HANDSHAKE } from './network.ts';
import { otherPortAdvice } from './ports.ts';
import { endpoint } from '../../model/subject.ts';

const NOTHING_SENT = 'No credential was sent.';

function starttlsMissing(observation: Observation): Explanation {
  const { account, masked } = observation;
  const meaning = `The server does not offer STARTTLS, so the password would be sent unencrypted. ${NOTHING_SENT}`;
  if (masked) {
    return {
      meaning: `A device between this machine and the server has overwritten the server's replies, and STARTTLS with them. ${NOTHING_SENT}`,
      nextStep:
        'This is the SMTP inspection of a firewall, such as Cisco ASA ("inspect esmtp") or PIX ("fixup protocol smtp"). Have it turned off for this server, or use port 465 with "implicit-tls: true".',
    };
  }
  const other = otherPortAdvice(observation);
  if (other !== undefined) return { meaning, nextStep: other };
  if (account.port === 587) {
    return {
      meaning,
      nextStep: `Port 587 normally offers STARTTLS, so something on the way may be removing it (some firewalls inspect SMTP). Use port 465 with "implicit-tls: true", or ask the administrator.${portsAdvice(account.host)}`,
    };
  }
  return {
    meaning,
    nextStep: `Use a port with TLS: 587 with STARTTLS, or 465 with "implicit-tls: true".${portsAdvice(account.host)} If this port offered STARTTLS yesterday, something on the way may be removing it.`,
  };
}

function tlsNotSpoken(observation: Observation): Explanation {
  return {
    meaning: `${endpoint(observation)} does not answer in TLS. ${NOTHING_SENT}`,
    nextStep:
      otherPortAdvice(observation) ??
      (observation.account.tlsMode === 'implicit'
        ? `This port starts unencrypted: set "implicit-tls: false" with "starttls: required", or use port 465.${portsAdvice(observation.account.host)}`
        : 'The server accepted STARTTLS but did not start TLS. Ask its administrator.'),
  };
}

function tlsExpected(observation: Observation): Explanation {
  return {
    meaning: `${endpoint(observation)} uses TLS from the start of the connection (implicit TLS), but the check began unencrypted. ${NOTHING_SENT}`,
    nextStep:
      otherPortAdvice(observation) ??
      `Set "implicit-tls: true", or use port 587 with STARTTLS.${portsAdvice(observation.account.host)}`,
  };
}

export const TLS_WORDS: Words<
  | 'starttls-missing'
  | 'starttls-refused'
  | 'starttls-injection'
  | 'tls-not-spoken'
  | 'tls-expected'
  | 'tls-version'
  | 'tls-handshake'
  | 'tls-no-common-cipher'
  | 'tls-weak-parameters'
  | 'tls-name-unknown'
  | 'tls-required'
  | 'client-certificate-required'
  | 'client-certificate-rejected'
> = {
  'starttls-missing': starttlsMissing,
  'starttls-refused': () => ({
    meaning: `The server offers STARTTLS but rejected it. ${NOTHING_SENT}`,
    nextStep:
      "The server's TLS configuration is broken, often an unreadable certificate or key. The server's log says why.",
  }),
  'starttls-injection': () => ({
    meaning: `Extra plaintext arrived with the reply to STARTTLS. This is how a man in the middle injects replies into TLS (compare CVE-2011-0411). ${NOTHING_SENT}`,
    nextStep:
      'Treat the network between this machine and the server as hostile until you know who sent it.',
  }),
  'tls-not-spoken': tlsNotSpoken,
  'tls-expected': tlsExpected,
  'tls-version': () => ({
    meaning: `Server and client have no TLS version in common: the server is too old. ${NOTHING_SENT}`,
    nextStep:
      'The server needs TLS 1.2 or newer. If you set "tls-min-version: TLSv1.3", try TLSv1.2.',
  }),
  'tls-handshake': () => ({
    meaning: `The TLS handshake failed. ${NOTHING_SENT}`,
    nextStep: BROKEN_HANDSHAKE,
  }),
  'tls-no-common-cipher': () => ({
    meaning: `The server ended the TLS handshake: it has no cipher or TLS version in common with this check. ${NOTHING_SENT}`,
    nextStep:
      'The server is old or restricted to outdated ciphers. Its administrator must enable TLS 1.2 or newer with a current cipher (ECDHE with AES-GCM).',
  }),
  'tls-name-unknown': ({ account }) => ({
    meaning: `The server ended the TLS handshake: it does not know the host name ${account.host} (alert unrecognized_name). ${NOTHING_SENT}`,
    nextStep:
      'Use the host name that the server is configured for as "host", or set it as "tls-servername" if the address is right.',
  }),
  'tls-weak-parameters': () => ({
    meaning: `The server's Diffie-Hellman parameters for the key exchange are too weak (below 2048 bits). ${NOTHING_SENT}`,
    nextStep:
      'The administrator must configure ECDHE key exchange or new Diffie-Hellman parameters of 2048 bits or more. The certificate is not the reason.',
  }),
  'tls-required': () => ({
    meaning: 'The login is only allowed over verified TLS, and this connection is not encrypted.',
    nextStep: 'Set "starttls: required", or use port 465 with "implicit-tls: true".',
  }),
  'client-certificate-rejected': () => ({
    meaning: `The server rejected the client certificate during the TLS handshake. ${NOTHING_SENT}`,
    nextStep:
      'Check that "client-certificate" has not expired, is meant for client authentication and comes from a certificate authority that the server trusts. Public certificate authorities no longer issue such certificates.',
  }),
  'client-certificate-required': () => ({
    meaning: 'The server requires a client certificate.',
    nextStep:
      'Pass one with "client-certificate" and "client-key", or use a port of the server that requires none.',
  }),
};
