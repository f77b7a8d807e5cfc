import {
  createHash,
  createPrivateKey,
  type KeyObject,
  randomUUID,
  X509Certificate,
} from 'node:crypto';
import { SignJWT } from 'jose';
import type { ClientCertificate, TokenGrant } from '../model/account.ts';

/** Signed statements that stand in for a secret (RFC 7523). */

/** Long enough for any clock that is not wrong; Google takes up to an hour, Microsoft advises minutes. */
const LIFETIME_SECONDS = 300;

type ServiceAccountGrant = Extract<TokenGrant, { kind: 'service-account' }>;

/** "This service account asks in the name of that mailbox" (RFC 7523 section 2.1; Google: `sub`). */
export function signGrant(
  { issuer, subject, keyId, privateKey }: ServiceAccountGrant,
  audience: string,
  scope: string | undefined,
): Promise<string> {
  const key = createPrivateKey(privateKey);
  return new SignJWT(scope === undefined ? {} : { scope })
    .setProtectedHeader({ alg: 'RS256', typ: 'JWT', ...(keyId !== undefined && { kid: keyId }) })
    .setIssuer(issuer)
    .setSubject(subject)
    .setAudience(audience)
    .setIssuedAt()
    .setExpirationTime(`${LIFETIME_SECONDS}s`)
    .sign(key);
}

/**
 * "I am this client, and the registered certificate is mine" (RFC 7523 section 2.2). Microsoft finds the
 * certificate by its SHA-256 thumbprint in `x5t#S256` and wants PS256.
 */
export function signClientAssertion(
  clientId: string,
  { certificate, key, passphrase }: ClientCertificate,
  audience: string,
): Promise<string> {
  const opened = createPrivateKey({ key, ...(passphrase !== undefined && { passphrase }) });
  const { raw } = new X509Certificate(certificate);
  const thumbprint = createHash('sha256').update(raw).digest('base64url');
  return new SignJWT({})
    .setProtectedHeader({ alg: algorithmFor(opened), typ: 'JWT', 'x5t#S256': thumbprint })
    .setIssuer(clientId)
    .setSubject(clientId)
    .setAudience(audience)
    .setJti(randomUUID())
    .setIssuedAt()
    .setNotBefore('0s')
    .setExpirationTime(`${LIFETIME_SECONDS}s`)
    .sign(opened);
}

/** RFC 7518 section 3.1. */
function algorithmFor(key: KeyObject): string {
  if (key.asymmetricKeyType !== 'ec') return 'PS256';
  return key.asymmetricKeyDetails?.namedCurve === 'secp384r1' ? 'ES384' : 'ES256';
}
