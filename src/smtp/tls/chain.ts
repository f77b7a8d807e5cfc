import type { X509Certificate } from 'node:crypto';
import type { Problem } from '../../model/cause.ts';
import type { FailedCertificate } from '../../model/observation.ts';

/**
 * Finds the certificate that failed. Node says why a chain was refused and not where, so each certificate that the
 * server sent is looked at, its own first: OpenSSL reports that one when several fail in the same way.
 *
 * @returns undefined when none of them shows the problem, such as a root that is not sent, and for dates that cannot
 *   be read
 */
export function findFailed(
  leaf: X509Certificate,
  problem: Problem,
  now = Date.now(),
): FailedCertificate<string> | undefined {
  const chain = chainOf(leaf);
  const depth = depthOf(chain, problem, now);
  const certificate = chain[depth];
  if (!certificate) return undefined;
  const described = describeCertificate(certificate);
  const isReadable = !Number.isNaN(described.validFrom.getTime() + described.validTo.getTime());
  return isReadable ? { ...described, depth } : undefined;
}

/** Whether a key or a signature of the chain is too weak. Node has no code for it and says UNSPECIFIED. */
export function hasWeakLink(leaf: X509Certificate): boolean {
  return chainOf(leaf).some(isWeak);
}

/** Whom a certificate names, who signed it, and when it is valid. */
export function describeCertificate(
  certificate: X509Certificate,
): Pick<FailedCertificate<string>, 'subject' | 'issuer' | 'validFrom' | 'validTo'> {
  return {
    subject: inOneLine(certificate.subject),
    issuer: inOneLine(certificate.issuer),
    validFrom: new Date(certificate.validFrom),
    validTo: new Date(certificate.validTo),
  };
}

/** An empty name is undefined in Node, whatever the type says. */
function inOneLine(name: string | undefined): string {
  return name?.replaceAll('\n', ', ') ?? '';
}

/** Longer chains are refused anyway. The bound is there for a root that Node would call its own issuer. */
const MAX_CHAIN = 10;

/** From the server's own certificate up, each followed by its issuer, as far as they were sent. */
function chainOf(leaf: X509Certificate): X509Certificate[] {
  const sent: X509Certificate[] = [];
  for (
    let next = leaf.issuerCertificate;
    next && sent.length < MAX_CHAIN;
    next = next.issuerCertificate
  ) {
    sent.push(next);
  }
  const chain = [leaf];
  for (let last = leaf; chain.length <= MAX_CHAIN;) {
    const issuer = sent.find((other) => !chain.includes(other) && last.checkIssued(other));
    if (!issuer) return chain;
    chain.push(issuer);
    last = issuer;
  }
  return chain;
}

/** Where a certificate stands in its chain. */
interface Place {
  readonly depth: number;
  readonly isLast: boolean;
  readonly now: number;
}

/** How a certificate shows that it is the one with the problem. */
const SHOWS: ReadonlyMap<Problem, (certificate: X509Certificate, place: Place) => boolean> =
  new Map<Problem, (certificate: X509Certificate, place: Place) => boolean>([
    ['certificate-expired', ({ validTo }, { now }) => Date.parse(validTo) < now],
    ['certificate-not-yet-valid', ({ validFrom }, { now }) => Date.parse(validFrom) > now],
    ['certificate-weak', isWeak],
    ['certificate-wrong-usage', hasWrongUsage],
    ['certificate-unknown-ca', (_, { isLast }) => isLast], // its issuer is neither sent nor trusted
    ['certificate-self-signed', (_, { depth }) => depth === 0],
  ]);

function depthOf(chain: readonly X509Certificate[], problem: Problem, now: number): number {
  const shows = SHOWS.get(problem);
  if (!shows) return -1;
  return chain.findIndex((certificate, depth) =>
    shows(certificate, { depth, isLast: depth === chain.length - 1, now }),
  );
}

function hasWrongUsage(certificate: X509Certificate, { depth }: Place): boolean {
  return depth === 0 ? !isForServers(certificate) : !certificate.ca;
}

/** Extended key usages for TLS servers: serverAuth and any (RFC 5280 section 4.2.1.12). */
const FOR_SERVERS: readonly string[] = ['1.3.6.1.5.5.7.3.1', '2.5.29.37.0'];

function isForServers({ keyUsage }: X509Certificate): boolean {
  const usages = keyUsage as readonly string[] | undefined; // absent without the extension, whatever the type says
  return usages?.some((usage) => FOR_SERVERS.includes(usage)) ?? true;
}

/** RSA keys below this are refused at OpenSSL's security level 2 (112 bits, NIST SP 800-131A). */
const MIN_RSA_BITS = 2048;
/** DER of the object identifiers sha1WithRSAEncryption (RFC 3279) and ecdsa-with-SHA1 (RFC 3279). */
const SHA1_SIGNATURES = ['06092a864886f70d010105', '06072a8648ce3d0401'].map((hex) =>
  Buffer.from(hex, 'hex'),
);

function isWeak(certificate: X509Certificate): boolean {
  if (rsaBits(certificate) < MIN_RSA_BITS) return true;
  return SHA1_SIGNATURES.some((signature) => certificate.raw.includes(signature));
}

/** Infinity for a key that is not RSA, or of a kind that this OpenSSL does not know: Node throws there. */
function rsaBits(certificate: X509Certificate): number {
  try {
    return certificate.publicKey.asymmetricKeyDetails?.modulusLength ?? Infinity;
  } catch {
    return Infinity;
  }
}
