import { readFileSync } from 'node:fs';
import * as tls from 'node:tls';

/**
 * The CA certificates to trust when the user adds their own: an explicit `ca` replaces Node's list, so
 * the list (with NODE_EXTRA_CA_CERTS) is put in front of it.
 *
 * @param extra PEM text
 * @returns undefined when nothing is added and Node's own default is right
 */
export function trustedCertificates(extra: string | undefined): string[] | undefined {
  if (extra === undefined) return undefined;
  return [...defaultCertificates(), extra];
}

function defaultCertificates(): readonly string[] {
  // tls.getCACertificates came with Node 22.15; before it the extra file has to be read here.
  const { getCACertificates } = tls as Partial<typeof tls>;
  if (getCACertificates) return getCACertificates('default');
  const file = process.env['NODE_EXTRA_CA_CERTS'];
  return file ? [...tls.rootCertificates, readFileSync(file, 'utf8')] : tls.rootCertificates;
}
