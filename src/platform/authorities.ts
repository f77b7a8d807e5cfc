import { readFileSync } from 'node:fs';
import * as tls from 'node:tls';

/**
 * A context that trusts the user's own CA certificates beside Node's, which an explicit `ca` would replace.
 *
 * Node's list is there as certificates that were read once; handing it over as text has all 150 of them read
 * again, which takes longer than the rest of a check (5 to 30 ms). Only Node's own object behind the context
 * can add to it, and that is not documented: where it cannot, the text is handed over.
 *
 * @param extra PEM text
 * @throws what OpenSSL has against a certificate or key
 */
export function createTrustingContext(
  options: tls.SecureContextOptions,
  extra: string | undefined,
): tls.SecureContext {
  const context = tls.createSecureContext(options);
  if (extra === undefined) return context;
  const native = context.context as { addCACert?: (pem: string) => void };
  if (native.addCACert === undefined) {
    return tls.createSecureContext({ ...options, ca: trustedCertificates(extra) });
  }
  native.addCACert(extra);
  return context;
}

/**
 * The CA certificates to trust when the user adds their own: an explicit `ca` replaces Node's list, so
 * the list (with NODE_EXTRA_CA_CERTS) is put in front of it.
 *
 * @param extra PEM text
 */
export function trustedCertificates(extra: string): string[] {
  return [...defaultCertificates(), extra];
}

function defaultCertificates(): readonly string[] {
  // tls.getCACertificates came with Node 22.15; before it the extra file has to be read here.
  const { getCACertificates } = tls as Partial<typeof tls>;
  if (getCACertificates) return getCACertificates('default');
  const file = process.env['NODE_EXTRA_CA_CERTS'];
  return file ? [...tls.rootCertificates, readFileSync(file, 'utf8')] : tls.rootCertificates;
}
