import { isIP, type Socket } from 'node:net';
import {
  connect as connectTls,
  type ConnectionOptions,
  type SecureContext,
  type TLSSocket,
} from 'node:tls';
import { Failure } from '../../model/failure.ts';
import type { TlsFacts } from '../../model/observation.ts';
import { checkServerName } from '../../platform/verified-tls.ts';
import type { ChannelBinding } from '../../sasl/mechanism.ts';
import { tlsFailure } from '../network-failure.ts';
import { opened, type Patience } from '../tcp.ts';
import { readChannelBinding } from './channel-binding.ts';
import { findTicket, keepTicket, type Peer, secureContext, type VerifiedPeer } from './context.ts';
import { describeChannel, describePeer, findFlaw, readPeer } from './peer.ts';

/** A TLS connection whose peer has not been verified yet. */
export interface TlsChannel {
  readonly socket: TLSSocket;
  /** What the certificate and the channel are; not verified yet. */
  readonly facts: TlsFacts<string>;
  /**
   * Checks the peer's certificate. Only a return means that it is verified.
   *
   * @returns the same facts, now verified
   * @throws Failure with a `certificate-…` problem
   */
  readonly verify: () => TlsFacts<string>;
  /** Computes what binds a login to this channel; undefined where RFC 5929 defines nothing. */
  readonly readBinding: () => ChannelBinding | undefined;
}

/** Makes ready what a handshake with this peer needs. What OpenSSL has against it is thrown by `openChannel`. */
export function prepareChannel(peer: Peer): void {
  try {
    secureContext(peer);
  } catch {
    // The handshake asks for the same context, and where it is awaited the reason can be told.
  }
}

/** How a handshake is run. */
export interface HandshakeManner extends Patience {
  /** Send a ClientHello that fits into one segment. */
  readonly isSmall?: boolean | undefined;
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
  manner: HandshakeManner,
): Promise<TlsChannel> {
  const context = secureContext(peer, manner.isSmall);
  let verified: VerifiedPeer | undefined;
  let ticket: Buffer | undefined; // TLS 1.2 gives it before the certificate is verified
  const keep = (): void => {
    if (verified && ticket) keepTicket(context, peer, { ...verified, session: ticket });
  };
  const onSession = (session: Buffer): void => {
    ticket = session;
    keep();
  };
  const known = findTicket(context, peer);
  const options = { context, session: known?.session, onSession };
  const secured = await handshake(socket, peer, options, manner);
  const resumed = secured.isSessionReused() ? known : undefined;
  const certificate = resumed?.certificate ?? readPeer(secured);
  const facts = resumed
    ? { ...resumed.facts, ...describeChannel(secured) }
    : describePeer(secured, certificate);
  // Where the session was resumed, OpenSSL repeats what it found when it saw the certificate.
  const flaw = findFlaw(secured, certificate, peer.tls);
  const { failedCertificate } = flaw ?? {};
  return {
    socket: secured,
    facts: { ...facts, verified: false, ...(failedCertificate && { failedCertificate }) },
    verify: () => {
      if (flaw) throw new Failure(flaw.problem, flaw.code === undefined ? {} : { code: flaw.code });
      verified = { certificate, facts: { ...facts, verified: true } };
      keep();
      return verified.facts;
    },
    readBinding: () => readChannelBinding(secured, certificate),
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
 * Runs the TLS handshake over `socket`. The certificate is NOT checked here: `findFlaw` must be asked before anything
 * is written, and `openChannel` is the only caller of both.
 *
 * @throws Failure with a `tls` problem, `unreachable` when the connection was lost meanwhile, or the reason of the
 *   signal; each of them tells whether the server had sent a byte of TLS
 */
export async function handshake(
  socket: Socket,
  peer: Peer,
  { context, session, onSession }: HandshakeOptions,
  patience: Patience,
): Promise<TLSSocket> {
  const before = socket.bytesRead;
  const secured = connectTls({
    ...connectionOptions(peer),
    ...(session && { session }),
    secureContext: context,
    socket,
  });
  secured.on('session', onSession);
  const isSilent = (): boolean => socket.bytesRead === before;
  try {
    return await opened(secured, 'secureConnect', patience, isSilent);
  } catch (error) {
    if (error instanceof Failure) {
      throw new Failure(error.problem, { tlsBytes: !isSilent(), cause: error });
    }
    patience.signal.throwIfAborted();
    const hasClientCertificate = peer.clientCertificate !== undefined;
    const circumstances = { hasClientCertificate, bytesReceived: socket.bytesRead - before };
    throw tlsFailure(error as NodeJS.ErrnoException, circumstances);
  }
}

function connectionOptions(peer: Peer): ConnectionOptions {
  const name = peer.tls.serverName ?? peer.host;
  return {
    host: name,
    // RFC 6066 section 3: an address must not be sent as SNI.
    ...(isIP(name) === 0 && { servername: name.replace(/\.$/, '') }),
    checkServerIdentity: checkServerName,
    // The handshake must end so that a bad certificate can be shown to the user and a pin compared.
    // findFlaw() decides right after it, and Wire lets nothing out before that.
    rejectUnauthorized: false,
  };
}
