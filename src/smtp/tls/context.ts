import type { X509Certificate } from 'node:crypto';
import type { SecureContext } from 'node:tls';
import type { Account } from '../../model/account.ts';
import type { TlsFacts } from '../../model/observation.ts';
import { createTrustingContext, CIPHERS } from '../../platform/verified-tls.ts';

/** Whom to speak TLS with, and what each side has to prove. */
export type Peer = Pick<Account, 'host' | 'port' | 'tls' | 'clientCertificate'>;

/**
 * Contexts that are kept; with client certificates of their own, thousands of accounts would need as many.
 * One holds some 150 parsed certificates: half a mebibyte, and up to 30 ms to make.
 */
const MAX_CONTEXTS = 16;

const contexts = new Map<string, SecureContext>();

/**
 * With this order the ClientHello carries a key share of X25519 and not of ML-KEM: some 370 bytes in place of 1,600.
 * A server that insists on ML-KEM asks for it (RFC 8446 section 4.1.4). OpenSSL before 3.5 does not know the name.
 */
const SMALL_HELLO_CURVES = 'X25519:X25519MLKEM768:P-256:P-384';

/**
 * Everything of the policy that OpenSSL has to know before a connection: trusted certificates, versions,
 * ciphers, the client's own certificate. Equal policies share one.
 *
 * @param isSmall whether the ClientHello has to fit into one segment; for OpenSSL 3.5 and later
 * @throws what OpenSSL has against a certificate or key
 */
export function secureContext(
  { tls, clientCertificate: client }: Peer,
  isSmall = false,
): SecureContext {
  const key = JSON.stringify([tls.ca, tls.minVersion, client, isSmall]);
  const known = contexts.get(key);
  if (known) return known;
  const options = {
    ...(client && {
      cert: client.certificate,
      key: client.key,
      passphrase: client.passphrase,
    }),
    minVersion: tls.minVersion,
    ciphers: CIPHERS,
    ...(isSmall && { ecdhCurve: SMALL_HELLO_CURVES }),
  };
  const context = createTrustingContext(options, tls.ca);
  for (const oldest of contexts.keys()) {
    if (contexts.size < MAX_CONTEXTS) break;
    contexts.delete(oldest);
  }
  contexts.set(key, context);
  return context;
}

/** What a peer showed when it was verified. It is kept, since a resumed connection shows no certificate. */
export interface VerifiedPeer {
  readonly certificate: X509Certificate;
  readonly facts: TlsFacts<string>;
}

export interface Ticket extends VerifiedPeer {
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
 * @returns undefined too when the certificate is out of its dates by now: it has to be checked again
 */
export function findTicket(
  context: SecureContext,
  peer: Peer,
  now = Date.now(),
): Ticket | undefined {
  const ticket = tickets.get(context)?.get(nameOf(peer));
  if (!ticket) return undefined;
  const { validFrom, validTo } = ticket.facts;
  return validFrom.getTime() <= now && now <= validTo.getTime() ? ticket : undefined;
}

/** To be called with verified peers only. */
export function keepTicket(context: SecureContext, peer: Peer, ticket: Ticket): void {
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
