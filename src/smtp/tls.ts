import { isIP, type Socket } from 'node:net';
import {
  type ConnectionOptions,
  connect as connectTls,
  type SecureContext,
  type TLSSocket,
} from 'node:tls';
import { checkServerName } from './certificate.ts';
import { Failure } from './problem.ts';
import type { Peer } from './tls-context.ts';
import { tlsFailure } from './tls-failure.ts';

/** What a handshake is run with. */
export interface HandshakeOptions {
  readonly context: SecureContext;
  /** The ticket of an earlier connection to the same peer; without it the handshake is a full one. */
  readonly session: Buffer | undefined;
  /** Called with every ticket that the server gives for a later connection. */
  readonly onSession: (session: Buffer) => void;
}

/**
 * Runs the TLS handshake over `socket`. The certificate is NOT judged here: `verifyPeer` must be called
 * before anything is written, and `openChannel` is the only caller of both.
 *
 * @throws Failure with a `tls` problem, or `unreachable` when the connection was lost meanwhile
 */
export function handshake(
  socket: Socket,
  peer: Peer,
  { context, session, onSession }: HandshakeOptions,
  signal: AbortSignal,
): Promise<TLSSocket> {
  return new Promise((resolve, reject) => {
    const secured = connectTls({
      ...connectionOptions(peer),
      ...(session && { session }),
      secureContext: context,
      socket,
    });
    secured.on('session', onSession);
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
    signal.addEventListener('abort', onAbort);
    secured.once('secureConnect', () => {
      settle(() => {
        resolve(secured);
      });
    });
  });
}

function connectionOptions(peer: Peer): ConnectionOptions {
  const name = peer.tls.serverName ?? peer.host;
  return {
    host: name,
    // RFC 6066 section 3: an address must not be sent as SNI.
    ...(isIP(name) === 0 && { servername: name.replace(/\.$/, '') }),
    checkServerIdentity: checkServerName,
    // The handshake must end so that a bad certificate can be shown to the user and a pin compared.
    // verifyPeer() decides right after it, and Wire lets nothing out before that.
    rejectUnauthorized: false,
  };
}
