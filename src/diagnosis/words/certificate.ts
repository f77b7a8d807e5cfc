import type { Observation } from '../../model/observation.ts';
import type { Explanation, Words } from '../explanation.ts';
import { providersOf } from '../hosts.ts';

/** Words for certificates that were refused; before that nothing has been sent. */

const NOTHING_SENT = 'No credential was sent.';

function pinAdvice({ tls }: Observation): string {
  return tls
    ? ` To trust exactly this certificate, set "tls-fingerprint: ${tls.fingerprint}".`
    : '';
}

function day(date: Date): string {
  return date.toISOString().slice(0, 10);
}

/** A sentence may hold a name only if nothing in it can become a mention, a link or markup. */
const PLAIN_NAME = /^(?:DNS:[\w.*-]{1,253}|IP Address:[\da-f:.]{1,45})$/i;

/** The names in the certificate; `DNS:mx.example.com` is OpenSSL's way to write one. */
function shownNames({ tls }: Observation): string[] {
  const plain = tls?.names.filter((name) => PLAIN_NAME.test(name)) ?? [];
  return plain.slice(0, 5).map((name) => name.replace(/^(DNS|IP Address):/, ''));
}

/** The issuer's organisation or common name, as far as it can stand in a sentence. */
function issuerName({ tls }: Observation): string {
  const [, name = ''] = /(?:^|, )(?:O|CN)=([^,=]{1,80})/.exec(tls?.issuer ?? '') ?? [];
  return name.replace(/[^\p{L}\p{N} .&'/-]/gu, '').trim();
}

/**
 * A known company's servers have certificates of public authorities for their own names. Another one there means that
 * somebody else answers; advice to trust it would send the password to them.
 */
function intercepted(observation: Observation): Explanation | undefined {
  const [company] = providersOf(observation.account.host);
  if (!company) return undefined;
  const [names, issuer] = [shownNames(observation), issuerName(observation)];
  const forNames = names.length > 0 ? ` for ${names.join(', ')}` : '';
  const by = issuer === '' ? '' : `, issued by "${issuer}"`;
  return {
    meaning: `Another server answers instead of ${company.name}: the certificate${forNames}${by} is not one of ${company.name}. Something on the way intercepts or redirects the connection, such as an antivirus program, a proxy or a hosting company. ${NOTHING_SENT}`,
    nextStep:
      'Do not trust this certificate. Find what intercepts or redirects outgoing mail connections of this machine and turn that off for this host, or run the check from another network.',
  };
}

/** @param explain the words where nobody is known to have another certificate */
function unlessIntercepted(
  explain: (observation: Observation) => Explanation,
): (observation: Observation) => Explanation {
  return (observation) => intercepted(observation) ?? explain(observation);
}

/**
 * OpenSSL's code (X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE) for a chain of one certificate: the server
 * sent no other. With it a public authority's name in the certificate means a missing intermediate.
 */
const ONLY_ONE_SENT = 'UNABLE_TO_VERIFY_LEAF_SIGNATURE';
/** Authorities in Mozilla's root programme that issue most of the certificates of mail servers. */
const PUBLIC_AUTHORITY =
  /Let's Encrypt|DigiCert|Sectigo|GlobalSign|Google Trust Services|Amazon|GoDaddy|Starfield|Entrust|ZeroSSL|Buypass|Actalis|Certum|Telekom Security|SwissSign|HARICA|SSL Corporation|IdenTrust/i;

function unknownAuthority(observation: Observation): Explanation {
  const isAlone = observation.failure?.code === ONLY_ONE_SENT;
  if (isAlone && PUBLIC_AUTHORITY.test(observation.tls?.issuer ?? '')) {
    return {
      meaning: `The server sends its own certificate but not the intermediate one, so the certificate cannot be verified. ${NOTHING_SENT}`,
      nextStep:
        'The administrator must install the full chain ("fullchain") on the mail server. Browsers and some mail programs fetch the missing certificate and hide this fault.',
    };
  }
  const orIntermediate = isAlone
    ? ', or the server does not send its intermediate certificate'
    : '';
  return {
    meaning: `The certificate was issued by a certificate authority that this machine does not trust${orIntermediate}. ${NOTHING_SENT}`,
    nextStep: `For a private certificate authority, pass its certificate as "tls-ca". For a public one, the server must send the whole chain.${pinAdvice(observation)}`,
  };
}

function nameMismatch(observation: Observation): Explanation {
  const { account } = observation;
  const names = shownNames(observation);
  const hosts = names.filter((name) => !name.includes('*'));
  const [what, who] =
    names.length > 0 ? [`but for ${names.join(', ')}`, hosts] : ['and names no host at all', []];
  return {
    meaning: `The certificate is not for ${account.host} ${what}. ${NOTHING_SENT}`,
    nextStep:
      who.length > 0
        ? `Use a name that the certificate covers as "host" (${who.join(', ')}), or as "tls-servername" if the address is right.`
        : names.length > 0
          ? 'The provider knows the host name that goes with this certificate: look it up in its settings for mail programs and use it as "host".'
          : `The server needs a certificate with its name in subjectAltName.${pinAdvice(observation)}`,
  };
}

function expired({ tls }: Observation): Explanation {
  return {
    meaning: `The server's certificate expired${tls ? ` on ${day(tls.validTo)}` : ''}. ${NOTHING_SENT}`,
    nextStep:
      "The server's administrator must renew it. If that date has not come yet, the clock of this machine is wrong.",
  };
}

export const CERTIFICATE_WORDS: Words<
  | 'certificate-expired'
  | 'certificate-not-yet-valid'
  | 'certificate-name-mismatch'
  | 'certificate-self-signed'
  | 'certificate-unknown-ca'
  | 'certificate-wrong-usage'
  | 'certificate-weak'
  | 'certificate-pin-mismatch'
  | 'certificate-untrusted'
> = {
  'certificate-expired': expired,
  'certificate-not-yet-valid': ({ tls }) => ({
    meaning: `The server's certificate is not valid before ${tls ? day(tls.validFrom) : 'a later date'}. ${NOTHING_SENT}`,
    nextStep:
      'Check the clock of this machine. If it is right, the server has the wrong certificate.',
  }),
  'certificate-name-mismatch': unlessIntercepted(nameMismatch),
  'certificate-self-signed': unlessIntercepted((observation) => ({
    meaning: `The server's certificate is self-signed, so no certificate authority confirms it. ${NOTHING_SENT}`,
    nextStep: `Pass the certificate as "tls-ca".${pinAdvice(observation)} Compare it with the server's own first.`,
  })),
  'certificate-unknown-ca': unlessIntercepted(unknownAuthority),
  'certificate-wrong-usage': unlessIntercepted(() => ({
    meaning: `The certificate is not meant for servers. ${NOTHING_SENT}`,
    nextStep: 'The server needs a certificate with the usage "server authentication".',
  })),
  'certificate-weak': unlessIntercepted(() => ({
    meaning: `The certificate, or one above it, has a key or signature that is too weak (RSA below 2048 bits, or SHA-1). ${NOTHING_SENT}`,
    nextStep:
      'The server needs a new certificate: RSA 2048 or more, or an elliptic curve, signed with SHA-256.',
  })),
  'certificate-pin-mismatch': (observation) => ({
    meaning: `The certificate is not the one that "tls-fingerprint" names. ${NOTHING_SENT}`,
    nextStep: `If the server got a new certificate, set the new fingerprint${observation.tls ? ` (${observation.tls.fingerprint})` : ''}. If not, somebody may be intercepting the connection.`,
  }),
  'certificate-untrusted': unlessIntercepted((observation) => ({
    meaning: `The server's certificate could not be verified. ${NOTHING_SENT}`,
    nextStep: `Look at the reason given above.${pinAdvice(observation)}`,
  })),
};
