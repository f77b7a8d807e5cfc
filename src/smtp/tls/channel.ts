import { once } from 'node:events';
import { isIP, type Socket } from 'node:net';
import {
  connect as connectTls,
  type ConnectionOptions,
  type SecureContext,
  type TLSSocket,
} from 'node:tls';
import type { TlsFacts } from '../../model/observation.ts';
import type { ChannelBinding } from '../../sasl/mechanism.ts';
import { checkServerName } from '../../platform/verified-tls.ts';
import { tlsFailure } from '../network-failure.ts';
import { discard } from '../tcp.ts';
import { describeChannel, describePeer, readPeer, verifyPeer } from './certificate.ts';
import { readChannelBinding } from './channel-binding.ts';
import { findTicket, keepTicket, type Peer, secureContext, type VerifiedPeer } from './context.ts';

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
): Promise<TlsChannel> {
  const context = secureContext(peer);
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
 * Runs the TLS handshake over `socket`. The certificate is NOT checked here: `verifyPeer` must be called
 * before anything is written, and `openChannel` is the only caller of both.
 *
 * @throws Failure with a `tls` problem, or `unreachable` when the connection was lost meanwhile
 */
export async function handshake(
  socket: Socket,
  peer: Peer,
  { context, session, onSession }: HandshakeOptions,
  signal: AbortSignal,
): Promise<TLSSocket> {
  const secured = connectTls({
    ...connectionOptions(peer),
    ...(session && { session }),
    secureContext: context,
    socket,
  });
  secured.on('session', onSession);
  try {
    await once(secured, 'secureConnect', { signal });
    return secured;
  } catch (error) {
    discard(secured);
    signal.throwIfAborted();
    throw tlsFailure(error as NodeJS.ErrnoException);
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
    // verifyPeer() decides right after it, and Wire lets nothing out before that.
    rejectUnauthorized: false,
  };
}
