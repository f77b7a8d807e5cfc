import { DEFAULT_CIPHERS, type SecureContext } from 'node:tls';
import type { Account } from './account.ts';
import { createTrustingContext } from './trust.ts';

/** Whom to speak TLS with, and what each side has to prove. */
export type Peer = Pick<Account, 'host' | 'port' | 'tls' | 'clientCertificate'>;

/**
 * OpenSSL security level 2 refuses RSA keys below 2048 bits and SHA-1 signatures anywhere in the
 * chain (`man 3 SSL_CTX_set_security_level`; NIST SP 800-131A). Node 20 would accept both.
 */
const CIPHERS = `${DEFAULT_CIPHERS}:@SECLEVEL=2`;

/**
 * Contexts that are kept; with client certificates of their own, thousands of accounts would need as many.
 * One holds some 150 parsed certificates: half a mebibyte, and up to 30 ms to make.
 */
const MAX_CONTEXTS = 16;

const contexts = new Map<string, SecureContext>();

/**
 * Everything of the policy that OpenSSL has to know before a connection: trusted certificates, versions,
 * ciphers, the client's own certificate. Equal policies share one.
 *
 * @throws what OpenSSL has against a certificate or key
 */
export function secureContext({ tls, clientCertificate: client }: Peer): SecureContext {
  const key = JSON.stringify([tls.ca, tls.minVersion, client]);
  const known = contexts.get(key);
  if (known) return known;
  const options = {
    ...(client && {
      cert: client.certificate,
      key: client.key,
      passphrase: client.passphrase,
    }),
    minVersion: tls.minVersion,
    ciphers: CIPHERS,
  };
  const context = createTrustingContext(options, tls.ca);
  for (const oldest of contexts.keys()) {
    if (contexts.size < MAX_CONTEXTS) break;
    contexts.delete(oldest);
  }
  contexts.set(key, context);
  return context;
}
