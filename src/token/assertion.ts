import {
  createHash,
  createPrivateKey,
  type KeyObject,
  randomUUID,
  X509Certificate,
} from 'node:crypto';
import { SignJWT } from 'jose';
import type { ClientCertificate, TokenGrant } from '../model/account.ts';
import { type Asked, tokenFailure } from './request-failure.ts';

/** Signed assertions that replace a secret (RFC 7523). */

/** Long enough for any clock that is not wrong; Google accepts up to an hour, Microsoft advises minutes. */
const LIFETIME_SECONDS = 300;

type ServiceAccountGrant = Extract<TokenGrant, { kind: 'service-account' }>;

/** What an assertion is for. */
export interface Purpose {
  /** The address of the token endpoint. */
  readonly audience: string;
  readonly scope?: string | undefined;
  /** What is known of the request, for its failure. */
  readonly asked: Asked;
}

/**
 * "This service account asks in the name of that mailbox" (RFC 7523 section 2.1; Google: `sub`).
 *
 * @throws Failure when the key cannot sign it
 */
export function signGrant(
  { issuer, subject, keyId, privateKey }: ServiceAccountGrant,
  { audience, scope, asked }: Purpose,
): Promise<string> {
  const unsigned = new SignJWT(scope === undefined ? {} : { scope })
    .setProtectedHeader({ alg: 'RS256', typ: 'JWT', ...(keyId !== undefined && { kid: keyId }) })
    .setIssuer(issuer)
    .setSubject(subject)
    .setAudience(audience)
    .setIssuedAt()
    .setExpirationTime(`${LIFETIME_SECONDS}s`);
  return sign(unsigned, createPrivateKey(privateKey), asked);
}

/**
 * "I am this client, and the registered certificate is mine" (RFC 7523 section 2.2). Microsoft finds the
 * certificate by its SHA-256 thumbprint in `x5t#S256` and wants PS256.
 *
 * @throws Failure when the key cannot sign it
 */
export function signClientAssertion(
  clientId: string,
  { certificate, key, passphrase }: ClientCertificate,
  { audience, asked }: Purpose,
): Promise<string> {
  const opened = createPrivateKey({ key, ...(passphrase !== undefined && { passphrase }) });
  const { raw } = new X509Certificate(certificate);
  const thumbprint = createHash('sha256').update(raw).digest('base64url');
  const unsigned = new SignJWT({})
    .setProtectedHeader({ alg: algorithmFor(opened), typ: 'JWT', 'x5t#S256': thumbprint })
    .setIssuer(clientId)
    .setSubject(clientId)
    .setAudience(audience)
    .setJti(randomUUID())
    .setIssuedAt()
    .setNotBefore('0s')
    .setExpirationTime(`${LIFETIME_SECONDS}s`);
  return sign(unsigned, opened, asked);
}

/** RFC 7518 section 3.1, RFC 8037 section 3.1. */
function algorithmFor({ asymmetricKeyType, asymmetricKeyDetails }: KeyObject): string {
  if (asymmetricKeyType === 'ed25519') return 'EdDSA';
  if (asymmetricKeyType !== 'ec') return 'PS256';
  return ALGORITHM_OF_CURVE.get(asymmetricKeyDetails?.namedCurve ?? '') ?? 'ES256';
}

const ALGORITHM_OF_CURVE: ReadonlyMap<string, string> = new Map([
  ['secp384r1', 'ES384'],
  ['secp521r1', 'ES512'],
]);

/** RSA keys below 2048 bits and keys of another kind cannot sign (RFC 7518 section 3.3). */
async function sign(unsigned: SignJWT, key: KeyObject, asked: Asked): Promise<string> {
  try {
    return await unsigned.sign(key);
  } catch (error) {
    const code = 'key-unsuitable';
    throw tokenFailure('token-request-invalid', asked, { code, cause: error });
  }
}
