import type { Socket } from 'node:net';
import type { TLSSocket } from 'node:tls';
import type { ChannelBinding } from '../sasl/mechanism.ts';
import { describeChannel, describePeer, readPeer, verifyPeer } from './certificate.ts';
import { readChannelBinding } from './channel-binding.ts';
import type { TlsFacts } from './result.ts';
import { handshake } from './tls.ts';
import { type Peer, secureContext } from './tls-context.ts';
import { type Acquaintance, recall, remember } from './tls-session.ts';

/** A TLS connection whose peer may still have to be judged. */
export interface Channel {
  readonly socket: TLSSocket;
  /** What the certificate and the channel are; not verified yet. */
  readonly facts: TlsFacts;
  /**
   * Judges the peer. Only a return means that it is verified.
   *
   * @throws Failure with a `certificate-…` problem
   */
  readonly verify: () => { facts: TlsFacts; binding: ChannelBinding | undefined };
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
