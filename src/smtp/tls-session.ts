import type { X509Certificate } from 'node:crypto';
import type { SecureContext } from 'node:tls';
import type { TlsFacts } from './result.ts';
import type { Peer } from './tls-context.ts';

/** A peer that has been verified. A resumed connection shows no certificate, so what it showed is kept. */
export interface Acquaintance {
  readonly certificate: X509Certificate;
  readonly facts: TlsFacts;
}

interface Ticket extends Acquaintance {
  /** As Node gives it; holds the secret of the connection. */
  readonly session: Buffer;
}

/** Peers that are remembered; a ticket with its certificate takes some 10 KiB. */
const MAX_TICKETS = 500;

/** By context, since a ticket is worth what the policy is under which the peer was verified. */
const tickets = new WeakMap<SecureContext, Map<string, Ticket>>();

/**
 * The newest ticket of this very peer under this very policy, from a connection that was verified.
 *
 * @returns undefined too when the certificate is out of its dates by now: it has to be judged again
 */
export function recall(context: SecureContext, peer: Peer, now = Date.now()): Ticket | undefined {
  const ticket = tickets.get(context)?.get(nameOf(peer));
  if (!ticket) return undefined;
  const { validFrom, validTo } = ticket.facts;
  return validFrom.getTime() <= now && now <= validTo.getTime() ? ticket : undefined;
}

/** To be called with verified peers only. */
export function remember(context: SecureContext, peer: Peer, ticket: Ticket): void {
  const known = tickets.get(context) ?? new Map<string, Ticket>();
  tickets.set(context, known);
  const name = nameOf(peer);
  known.delete(name);
  for (const oldest of known.keys()) {
    if (known.size < MAX_TICKETS) break;
    known.delete(oldest);
  }
  known.set(name, ticket);
}

/** What the context does not hold of the policy: where it is, the name it has to prove, the pin. */
function nameOf({ host, port, tls }: Peer): string {
  return JSON.stringify([host, port, tls.serverName, tls.fingerprint]);
}
