import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { isIP, type Socket } from 'node:net';
import * as tls from 'node:tls';
import {
  checkServerIdentity,
  connect,
  DEFAULT_CIPHERS,
  type PeerCertificate,
  type TLSSocket,
} from 'node:tls';
import { httpFailure } from './http-failure.ts';

/**
 * OpenSSL security level 2 refuses RSA keys below 2048 bits and SHA-1 signatures anywhere in the
 * chain (`man 3 SSL_CTX_set_security_level`; NIST SP 800-131A). Node 20 would accept both.
 */
export const CIPHERS = `${DEFAULT_CIPHERS}:@SECLEVEL=2`;

/** Node tries the next address after 250 ms; a lost SYN is sent again after 1 s (RFC 6298 section 2.1). */
const ADDRESS_ATTEMPT_MS = 1500;

const NOBODY = {} as PeerCertificate['subject'];

/** A DNS name with a wildcard in Node's list of alternative names; a name with a comma or quotes is quoted there. */
const WILDCARD_NAME = /(?<=DNS:)[^,"]*\*[^,"]*/g;
/** RFC 9525 section 6.3: the wildcard is the whole left-most label, above at least two others. */
const WHOLE_LABEL = /^\*(?:\.[^.*]+){2,}$/;

/**
 * RFC 9525 section 6.3: only subjectAltName counts. Node falls back to the common name where that
 * extension is missing or holds no DNS name, so the subject is taken away before it looks. It also accepts a
 * wildcard within a label (`m*l.example.test`), so such names are emptied.
 */
export function checkServerName(name: string, certificate: PeerCertificate): Error | undefined {
  const { subjectaltname: names } = certificate as Partial<PeerCertificate>;
  const strict = names?.replace(WILDCARD_NAME, (each) => (WHOLE_LABEL.test(each) ? each : ''));
  return checkServerIdentity(name, {
    ...certificate,
    subject: NOBODY,
    ...(strict !== undefined && { subjectaltname: strict }),
  });
}

/** Whom to reach, and over what. */
export interface TlsTarget {
  /** A host name, or an IP address without brackets. */
  readonly host: string;
  readonly port: number;
  /** Further trusted CA certificates, PEM. */
  readonly ca?: string | undefined;
  /** A connection that leads to the host already; without it a TCP connection is made. */
  readonly socket?: Socket | undefined;
}

/**
 * Opens a TLS connection to a server whose certificate has been verified. The checks are those of the SMTP connection,
 * and all of them are set here, so that nothing from outside turns them off: `NODE_TLS_REJECT_UNAUTHORIZED=0` and
 * `--tls-min-v1.0` change defaults only.
 *
 * @throws HttpFailure when there is no such connection; the signal's reason when it is aborted; what OpenSSL has
 * against `ca`
 */
export async function openVerified(target: TlsTarget, signal: AbortSignal): Promise<TLSSocket> {
  const { host, port, ca, socket } = target;
  const route = socket
    ? { socket }
    : { port, autoSelectFamily: true, autoSelectFamilyAttemptTimeout: ADDRESS_ATTEMPT_MS };
  const secured = connect({
    ...route,
    host,
    // RFC 6066 section 3: an address must not be sent as SNI.
    ...(isIP(host) === 0 && { servername: host.replace(/\.$/, '') }),
    secureContext: createTrustingContext({ minVersion: 'TLSv1.2', ciphers: CIPHERS }, ca),
    rejectUnauthorized: true,
    checkServerIdentity: checkServerName,
    ALPNProtocols: ['http/1.1'],
  });
  // For an error that comes before a request listens to the socket, or after it has given up.
  secured.on('error', () => undefined);
  try {
    await once(secured, 'secureConnect', { signal });
    return secured;
  } catch (error) {
    secured.destroy();
    throw signal.aborted ? signal.reason : httpFailure(error as NodeJS.ErrnoException, secured);
  }
}

/**
 * A context that trusts the user's own CA certificates beside Node's, which an explicit `ca` would replace.
 *
 * The native object behind the context is not documented, but every documented way has Node's whole list parsed
 * again: until a verified handshake, `ca: [...list, extra]` takes 47 ms longer on Node 20 and 26 ms longer on
 * Node 24, and `tls.setDefaultCACertificates` 26 ms, for the whole process. Without `addCACert` the list is
 * handed over.
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
