import { type Socket, isIP } from 'node:net';
import {
  type TLSSocket,
  type ConnectionOptions,
  connect as connectTls,
  type SecureContext,
} from 'node:tls';
import { Failure } from '../../model/failure.ts';
import type { TlsFacts } from '../../model/observation.ts';
import type { ChannelBinding } from '../../sasl/mechanism.ts';
import { tlsFailure } from '../network-failure.ts';
import {
  describeChannel,
  describePeer,
  readPeer,
  verifyPeer,
  checkServerName,
} from './certificate.ts';
import { readChannelBinding } from './channel-binding.ts';
import { type Peer, secureContext, type Acquaintance, recall, remember } from './context.ts';

/** A TLS connection whose peer may still have to be judged. */
export interface Channel {
  readonly socket: TLSSocket;
  /** What the certificate and the channel are; not verified yet. */
  readonly facts: TlsFacts<string>;
  /**
   * Judges the peer. Only a return means that it is verified.
   *
   * @throws Failure with a `certificate-…` problem
   */
  readonly verify: () => { facts: TlsFacts<string>; binding: ChannelBinding | undefined };
}

/** Makes ready, while the connection is being made, what a handshake with this peer needs. */
export function prepareChannel(peer: Peer): void {
  secureContext(peer);
}

/**
 * Runs the handshake, resumed where this peer has been verified before (RFC 8446 section 2.2, RFC 5077): a
 * server that can resume knows the secret of that verified connection, and shows no certificate again.
 *
 * @throws Failure with a `tls` problem, or `unreachable` when the connection was lost meanwhile
 */
export async function openChannel(
  socket: Socket,
  peer: Peer,
  signal: AbortSignal,
): Promise<Channel> {
  const context = secureContext(peer);
  let verified: Acquaintance | undefined;
  let ticket: Buffer | undefined; // TLS 1.2 gives it before the certificate is judged
  const keepTicket = (): void => {
    if (verified && ticket) remember(context, peer, { ...verified, session: ticket });
  };
  const onSession = (session: Buffer): void => {
    ticket = session;
    keepTicket();
  };
  const known = recall(context, peer);
  const options = { context, session: known?.session, onSession };
  const secured = await handshake(socket, peer, options, signal);
  const resumed = secured.isSessionReused() ? known : undefined;
  const certificate = resumed?.certificate ?? readPeer(secured);
  const facts = resumed
    ? { ...resumed.facts, ...describeChannel(secured) }
    : describePeer(secured, certificate);
  return {
    socket: secured,
    facts: { ...facts, verified: false },
    verify: () => {
      // Where the session was resumed, OpenSSL repeats what it found when it saw the certificate.
      verifyPeer(secured, certificate, peer.tls);
      verified = { certificate, facts: { ...facts, verified: true } };
      keepTicket();
      return { facts: verified.facts, binding: readChannelBinding(secured, certificate) };
    },
  };
}

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
