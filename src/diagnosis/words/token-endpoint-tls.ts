import type { Explanation } from '../explanation.ts';
import type { TokenRequestFacts } from './token-refusal.ts';

/** Words for a token endpoint with which there was no verified TLS. */

/** Hosts whose certificates everybody trusts: another one there comes from something on the way. */
const PUBLIC_HOST =
  /(?:^|\.)(?:microsoftonline\.(?:com|us)|microsoftonline\.cn|chinacloudapi\.cn|google(?:apis)?\.com|githubusercontent\.com|github\.com)$/;

type Certificate = 'expired' | 'early' | 'name' | 'unknown' | 'other';

/** OpenSSL's verification results as Node names them (`node:tls`, "X509 certificate error codes"). */
const CERTIFICATE_OF_CODE: ReadonlyMap<string, Certificate> = new Map([
  ['CERT_HAS_EXPIRED', 'expired'],
  ['CERT_NOT_YET_VALID', 'early'],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'name'],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'unknown'],
  ['SELF_SIGNED_CERT_IN_CHAIN', 'unknown'],
  ['UNABLE_TO_GET_ISSUER_CERT', 'unknown'],
  ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'unknown'],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'unknown'],
  ['CERT_SIGNATURE_FAILURE', 'unknown'],
]);

const MEANING: Readonly<Record<Certificate, string>> = {
  expired: 'has expired',
  early: 'is not valid yet',
  name: 'is for another name',
  unknown: 'comes from a certificate authority that is not trusted here',
  other: 'is not acceptable',
};

export function explainTls(request: TokenRequestFacts): Explanation {
  const { token, code } = request;
  const { host, fault } = token;
  if (fault !== 'certificate') return explainHandshake(request);
  const kind = CERTIFICATE_OF_CODE.get(code) ?? 'other';
  return {
    meaning: `The certificate of ${host} ${MEANING[kind]} (${code}), so nothing was sent to it.`,
    nextStep: nextStep(kind, request),
  };
}

function nextStep(kind: Certificate, { token }: TokenRequestFacts): string {
  const { host, party, endpointFrom } = token;
  const clock =
    kind === 'expired' || kind === 'early' ? ' Check the clock of this machine too.' : '';
  if (party === 'github' || endpointFrom !== 'token-endpoint' || PUBLIC_HOST.test(host)) {
    return `Something on the way shows a certificate of its own: a proxy that inspects TLS would read the secret. Exempt ${host} from the inspection.${clock}`;
  }
  const steps = {
    expired: `The operator of ${host} must renew it.`,
    early: `The operator of ${host} must replace it.`,
    name: 'Check the host name in "token-endpoint": it must be one of the names in the certificate.',
    unknown: `If ${host} has a private certificate authority, give its certificate as "tls-ca". If not, the server may lack its intermediate certificate.`,
    other: `The operator of ${host} must replace it: RSA keys need 2048 bits, and signatures SHA-256 or better.`,
  };
  return `${steps[kind]}${clock}`;
}

/** What OpenSSL says of a server that does not speak TLS. */
const NOT_TLS: ReadonlySet<string> = new Set([
  'ERR_SSL_WRONG_VERSION_NUMBER',
  'ERR_SSL_PACKET_LENGTH_TOO_LONG',
]);

function explainHandshake({ token, code }: TokenRequestFacts): Explanation {
  const { host, party, endpointFrom } = token;
  if (NOT_TLS.has(code)) {
    const isNamed = party === 'endpoint' && endpointFrom === 'token-endpoint';
    return {
      meaning: `${host} does not speak TLS on this port (${code}).`,
      nextStep: isNamed
        ? 'Check host and port in "token-endpoint".'
        : `A proxy or firewall answers instead of ${host}: let requests to it through.`,
    };
  }
  return {
    meaning: `No TLS connection to ${host} could be made (${code}).`,
    nextStep: `${host} needs TLS 1.2 or newer with a cipher in common. If it has that, a device on the way breaks the connection.`,
  };
}
