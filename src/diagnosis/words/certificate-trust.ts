import type { Observation } from '../../model/observation.ts';
import { type Explanation, NOTHING_SENT } from '../explanation.ts';
import { providersOf } from '../known-hosts.ts';

/** Words for a certificate that does not prove that this is the right server. */

/** How to trust a certificate that no authority confirms. */
export function pinAdvice({ tls }: Observation): string {
  return tls
    ? ` To trust exactly this certificate, set "tls-fingerprint: ${tls.fingerprint}".`
    : '';
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
export function unlessIntercepted(
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

export function unknownAuthority(observation: Observation): Explanation {
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

export function nameMismatch(observation: Observation): Explanation {
  const names = shownNames(observation);
  const what = names.length > 0 ? `but for ${names.join(', ')}` : 'and names no host at all';
  return {
    meaning: `The certificate is not for ${observation.account.host} ${what}. ${NOTHING_SENT}`,
    nextStep: nameMismatchStep(observation, names),
  };
}

/** A pattern such as `*.example.com` is never offered: it is not a host. */
function nameMismatchStep(observation: Observation, names: readonly string[]): string {
  const hosts = names.filter((name) => !name.includes('*'));
  if (hosts.length > 0) {
    return `Use a name that the certificate covers as "host" (${hosts.join(', ')}), or as "tls-servername" if the address is right.`;
  }
  if (names.length > 0) {
    return 'The provider knows the host name that goes with this certificate: look it up in its settings for mail programs and use it as "host".';
  }
  return `The server needs a certificate with its name in subjectAltName.${pinAdvice(observation)}`;
}

/** A company changes its certificates often, so the pin is more likely outdated than the server an impostor. */
export function pinMismatch(observation: Observation): Explanation {
  const meaning = `The certificate is not the one that "tls-fingerprint" names. ${NOTHING_SENT}`;
  const [company] = providersOf(observation.account.host);
  if (company) {
    return {
      meaning,
      nextStep: `Remove "tls-fingerprint": the certificates of ${company.name} change often and are verified without it.`,
    };
  }
  const fingerprint = observation.tls ? ` (${observation.tls.fingerprint})` : '';
  return {
    meaning,
    nextStep: `If the server got a new certificate, set the new fingerprint${fingerprint}. If not, somebody may be intercepting the connection.`,
  };
}
