import { isIP, type Socket } from 'node:net';
import { type ConnectionOptions, connect as connectTls, type TLSSocket } from 'node:tls';
import type { Account } from './account.ts';
import { checkServerName } from './certificate.ts';
import { lostConnection } from './connect.ts';
import { Failure, type Problem } from './problem.ts';
import { secureContext } from './secure-context.ts';

/**
 * Runs the TLS handshake over `socket`. The certificate is NOT judged here: `verifyPeer` must be called
 * before anything is written, and Wire is the only caller of both.
 *
 * @throws Failure with a `tls` problem, or `unreachable` when the connection was lost meanwhile
 */
export function handshake(
  socket: Socket,
  account: Pick<Account, 'host' | 'tls' | 'clientCertificate'>,
  signal: AbortSignal,
): Promise<TLSSocket> {
  return new Promise((resolve, reject) => {
    const secured = connectTls({ ...connectionOptions(account), socket });
    const settle = (act: () => void): void => {
      signal.removeEventListener('abort', onAbort);
      secured.removeListener('error', onError);
      secured.removeListener('close', onClose);
      act();
    };
    const fail = (error: Error): void => {
      settle(() => {
        secured.on('error', () => undefined); // a late error of a socket that nobody wants any more
        secured.destroy();
        reject(error);
      });
    };
    const onError = (error: NodeJS.ErrnoException): void => {
      fail(tlsFailure(error));
    };
    const onClose = (): void => {
      fail(new Failure('connection-lost'));
    };
    const onAbort = (): void => {
      fail(signal.reason as Error);
    };
    secured.on('error', onError);
    secured.on('close', onClose);
    signal.addEventListener('abort', onAbort, { once: true });
    secured.once('secureConnect', () => {
      settle(() => {
        resolve(secured);
      });
    });
  });
}

function connectionOptions({
  host,
  tls: policy,
  clientCertificate,
}: Parameters<typeof handshake>[1]): ConnectionOptions {
  const name = policy.serverName ?? host;
  return {
    host: name,
    // RFC 6066 section 3: an address must not be sent as SNI.
    ...(isIP(name) === 0 && { servername: name.replace(/\.$/, '') }),
    secureContext: secureContext(policy, clientCertificate),
    checkServerIdentity: checkServerName,
    // The handshake must end so that a bad certificate can be shown to the user and a pin compared.
    // verifyPeer() decides right after it, and Wire lets nothing out before that.
    rejectUnauthorized: false,
  };
}

const PROBLEM_OF_CODE: Readonly<Record<string, Problem>> = {
  ERR_SSL_WRONG_VERSION_NUMBER: 'tls-not-spoken',
  ERR_SSL_PACKET_LENGTH_TOO_LONG: 'tls-not-spoken',
  ERR_SSL_UNSUPPORTED_PROTOCOL: 'tls-version',
  ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION: 'tls-version',
  ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED: 'client-certificate-required',
  ERR_SSL_EE_KEY_TOO_SMALL: 'certificate-weak',
  ERR_SSL_CA_KEY_TOO_SMALL: 'certificate-weak',
  ERR_SSL_CA_MD_TOO_WEAK: 'certificate-weak',
  EE_KEY_TOO_SMALL: 'certificate-weak',
  CA_KEY_TOO_SMALL: 'certificate-weak',
  CA_MD_TOO_WEAK: 'certificate-weak',
  ERR_SSL_DH_KEY_TOO_SMALL: 'certificate-weak',
};

/** The Failure for an error that a TLS socket reports, in the handshake or later. */
export function tlsFailure(error: NodeJS.ErrnoException): Failure {
  const code = error.code ?? '';
  const known = PROBLEM_OF_CODE[code];
  if (known) return new Failure(known, { detail: code, cause: error });
  const isTls = code.startsWith('ERR_SSL') || code.startsWith('ERR_TLS') || code === 'EPROTO';
  if (isTls) return new Failure('tls-handshake', { detail: code, cause: error });
  return lostConnection(error);
}
