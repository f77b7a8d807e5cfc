import { endpoint, type Explanation, type Words } from '../explanation.ts';
import { portsAdvice } from '../hosts.ts';
import type { Problem } from '../../model/failure.ts';
import type { Result } from '../../model/result.ts';

const NOTHING_SENT = 'No credential was sent.';

type TlsProblem =
  | Extract<Problem, `starttls-${string}` | `tls-${string}` | `certificate-${string}`>
  | 'client-certificate-required';

function pinAdvice({ tls }: Result): string {
  return tls
    ? ` To trust exactly this certificate, set "tls-fingerprint: ${tls.fingerprint}".`
    : '';
}

function day(date: Date): string {
  return date.toISOString().slice(0, 10);
}

function expired({ tls }: Result): Explanation {
  return {
    meaning: `The server's certificate expired${tls ? ` on ${day(tls.validTo)}` : ''}. ${NOTHING_SENT}`,
    nextStep:
      "The server's administrator has to renew it. If that date has not come yet, this runner's clock is wrong.",
  };
}

/**
 * OpenSSL's code (X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE) for a chain of one certificate: the server
 * sent no other. With it a public authority's name in the certificate means a missing intermediate.
 */
const ONLY_ONE_SENT = 'UNABLE_TO_VERIFY_LEAF_SIGNATURE';
/** Authorities in Mozilla's root programme that issue most of the certificates of mail servers. */
const PUBLIC_AUTHORITY =
  /Let's Encrypt|DigiCert|Sectigo|GlobalSign|Google Trust Services|Amazon|GoDaddy|Starfield|Entrust|ZeroSSL|Buypass|Actalis|Certum|Telekom Security|SwissSign|HARICA|SSL Corporation|IdenTrust/i;

function unknownAuthority(result: Result): Explanation {
  const isAlone = result.trouble?.detail === ONLY_ONE_SENT;
  if (isAlone && PUBLIC_AUTHORITY.test(result.tls?.issuer ?? '')) {
    return {
      meaning: `The server sends its own certificate but not the intermediate one between it and its authority, so nobody can verify it. ${NOTHING_SENT}`,
      nextStep:
        'The administrator has to install the full chain ("fullchain") on the mail server. Browsers and some mail programs fetch what is missing and hide this fault.',
    };
  }
  const orIntermediate = isAlone
    ? ', or the server does not send its intermediate certificate'
    : '';
  return {
    meaning: `The certificate was issued by an authority that this runner does not know${orIntermediate}. ${NOTHING_SENT}`,
    nextStep: `For a private authority, give its certificate as "tls-ca". For a public one, the server must send the whole chain.${pinAdvice(result)}`,
  };
}

/** A sentence may hold a name only if nothing in it can become a mention, a link or markup. */
const PLAIN_NAME = /^(?:DNS:[\w.*-]{1,253}|IP Address:[\da-f:.]{1,45})$/i;

/** `DNS:mx.example.com` is OpenSSL's way to write a name; the user needs the name alone. */
function withoutKind(name: string): string {
  return name.replace(/^(DNS|IP Address):/, '');
}

function nameMismatch(result: Result): Explanation {
  const plain = result.tls?.names.filter((name) => PLAIN_NAME.test(name)) ?? [];
  const names = plain.slice(0, 5).map(withoutKind).join(', ');
  return {
    meaning: `The certificate is not for ${result.account.host}${names ? ` but for ${names}` : ': it names no host at all'}. ${NOTHING_SENT}`,
    nextStep: names
      ? 'Use one of these names as "host", or as "tls-servername" when the address is right.'
      : `The server needs a certificate with its name in subjectAltName.${pinAdvice(result)}`,
  };
}

export const CHANNEL_WORDS: Words<TlsProblem> = {
  'starttls-missing': ({ account }) => ({
    meaning: `The server does not offer STARTTLS, so the password would travel in clear text. ${NOTHING_SENT}`,
    nextStep: `Use a port with TLS: 587 with STARTTLS, or 465 with "implicit-tls: true".${portsAdvice(account.host)} If this port offered STARTTLS yesterday, something on the way may be removing it.`,
  }),
  'starttls-refused': () => ({
    meaning: `The server offers STARTTLS but refused it. ${NOTHING_SENT}`,
    nextStep:
      "Its TLS set-up is broken, often an unreadable certificate or key. The server's log says why.",
  }),
  'starttls-injection': () => ({
    meaning: `More bytes came in clear text together with the answer to STARTTLS. An honest server does not do this; it is how an attacker on the way smuggles answers into TLS. ${NOTHING_SENT}`,
    nextStep:
      'Treat the network between this runner and the server as hostile until you know who sent them.',
  }),
  'tls-not-spoken': (result) => ({
    meaning: `${endpoint(result)} does not answer in TLS. ${NOTHING_SENT}`,
    nextStep:
      result.account.tlsMode === 'implicit'
        ? `This port starts in clear text: set "implicit-tls: false" with "starttls: required", or use port 465.${portsAdvice(result.account.host)}`
        : 'The server said yes to STARTTLS and then did not speak TLS. Ask its administrator.',
  }),
  'tls-expected': (result) => ({
    meaning: `${endpoint(result)} speaks TLS from the first byte, but the check began in clear text. ${NOTHING_SENT}`,
    nextStep: `Set "implicit-tls: true", or use port 587 with STARTTLS.${portsAdvice(result.account.host)}`,
  }),
  'tls-version': () => ({
    meaning: `Server and client have no TLS version in common. ${NOTHING_SENT}`,
    nextStep:
      'The server must speak TLS 1.2 or newer; if you set "tls-min-version: TLSv1.3", try TLSv1.2.',
  }),
  'tls-handshake': () => ({
    meaning: `The TLS handshake failed. ${NOTHING_SENT}`,
    nextStep: "Look in the server's log; the TLS error above names the step that failed.",
  }),
  'tls-required': () => ({
    meaning: 'The login is only allowed over verified TLS, and this connection is not.',
    nextStep: 'Set "starttls: required", or use port 465 with "implicit-tls: true".',
  }),
  'client-certificate-required': () => ({
    meaning: 'The server wants a certificate from the client before it talks.',
    nextStep:
      'Give one with "client-certificate" and "client-key", or use a port of the server that asks for none.',
  }),
  'certificate-expired': expired,
  'certificate-not-yet-valid': ({ tls }) => ({
    meaning: `The server's certificate is not valid before ${tls ? day(tls.validFrom) : 'a later date'}. ${NOTHING_SENT}`,
    nextStep: "Check this runner's clock. If it is right, the server has the wrong certificate.",
  }),
  'certificate-name-mismatch': nameMismatch,
  'certificate-self-signed': (result) => ({
    meaning: `The server's certificate is self-signed, so nobody vouches for it. ${NOTHING_SENT}`,
    nextStep: `Give the certificate as "tls-ca".${pinAdvice(result)} Compare it with the server's own first.`,
  }),
  'certificate-unknown-ca': unknownAuthority,
  'certificate-wrong-usage': () => ({
    meaning: `The certificate is not meant for servers. ${NOTHING_SENT}`,
    nextStep: 'The server needs a certificate with the usage "server authentication".',
  }),
  'certificate-weak': () => ({
    meaning: `The certificate, or one above it, has a key or signature that is too weak (RSA below 2048 bits, or SHA-1). ${NOTHING_SENT}`,
    nextStep:
      'The server needs a new certificate: RSA 2048 or more, or an elliptic curve, signed with SHA-256.',
  }),
  'certificate-pin-mismatch': (result) => ({
    meaning: `The certificate is not the one that "tls-fingerprint" names. ${NOTHING_SENT}`,
    nextStep: `If the server got a new certificate, set the new fingerprint${result.tls ? ` (${result.tls.fingerprint})` : ''}. If not, somebody may be in between.`,
  }),
  'certificate-untrusted': (result) => ({
    meaning: `The server's certificate could not be verified. ${NOTHING_SENT}`,
    nextStep: `Look at the reason given above.${pinAdvice(result)}`,
  }),
};
