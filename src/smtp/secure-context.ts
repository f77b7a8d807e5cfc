import { createSecureContext, DEFAULT_CIPHERS, type SecureContext } from 'node:tls';
import type { ClientCertificate, TlsPolicy } from './account.ts';
import { trustedCertificates } from './trust.ts';

/**
 * OpenSSL security level 2 refuses RSA keys below 2048 bits and SHA-1 signatures anywhere in the
 * chain (`man 3 SSL_CTX_set_security_level`; NIST SP 800-131A). Node 20 would accept both.
 */
const CIPHERS = `${DEFAULT_CIPHERS}:@SECLEVEL=2`;

/** Each context with a `ca` holds a copy of all root certificates, some 1 MB. */
const MAX_KEPT = 16;
const kept = new Map<string, SecureContext>();

/**
 * OpenSSL's settings for a handshake. Accounts that trust the same certificates share them: with a `ca`
 * they take 20 ms and more to make, which for a list of thousands is most of the run. No session is
 * shared by it, since none is ever offered again.
 */
export function secureContext(
  { minVersion, ca }: Pick<TlsPolicy, 'minVersion' | 'ca'>,
  client?: ClientCertificate,
): SecureContext {
  const key = JSON.stringify([minVersion, ca, client]);
  const known = kept.get(key);
  if (known) return known;
  const trusted = trustedCertificates(ca);
  const fresh = createSecureContext({
    ...(trusted && { ca: trusted }),
    ...(client && {
      cert: client.certificate,
      key: client.key,
      ...(client.passphrase !== undefined && { passphrase: client.passphrase }),
    }),
    minVersion,
    ciphers: CIPHERS,
  });
  if (kept.size >= MAX_KEPT) kept.clear();
  kept.set(key, fresh);
  return fresh;
}
