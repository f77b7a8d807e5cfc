import { X509Certificate } from 'node:crypto';
import { createSecureContext } from 'node:tls';
import type { TlsPolicy } from '../../../src/model/account.ts';
import type { TlsFacts } from '../../../src/model/observation.ts';
import { findTicket, keepTicket, type Peer } from '../../../src/smtp/tls/context.ts';
import { issue } from '../../support/certificates.ts';

/** Which ticket is found again. That a found one resumes is shown with real servers in `resumption.test.ts`. */

const certificate = new X509Certificate((await issue(undefined)).cert);
const validFrom = new Date('2026-01-01T00:00:00Z');
const validTo = new Date('2026-03-01T00:00:00Z');
const facts: TlsFacts<string> = {
  ...{ version: 'TLSv1.3', cipher: 'TLS_AES_128_GCM_SHA256', issuer: 'CN=x', names: [] },
  ...{ validFrom, validTo, fingerprint: '', verified: true },
};
const NOON = Date.parse('2026-02-01T12:00:00Z');

const ticket = (session = 'ticket'): Parameters<typeof keepTicket>[2] => ({
  ...{ certificate, facts, session: Buffer.from(session) },
});
const peer = (changes: Partial<Peer> = {}, tls: Partial<TlsPolicy> = {}): Peer => ({
  ...{ host: 'mail.example.test', port: 587, ...changes },
  tls: { minVersion: 'TLSv1.2', ...tls },
});

test('a peer is known by host, port, name and pin, under the context of its policy', () => {
  const context = createSecureContext();
  keepTicket(context, peer(), ticket());
  expect(findTicket(context, peer(), NOON)).toEqual(ticket());
  const others = [
    peer({ host: 'other.example.test' }),
    peer({ port: 465 }),
    peer({}, { serverName: 'mail.example.test' }),
    peer({}, { fingerprint: 'ab'.repeat(32) }),
  ];
  for (const other of others) expect(findTicket(context, other, NOON)).toBeUndefined();
  expect(findTicket(createSecureContext(), peer(), NOON)).toBeUndefined();
});

test('a newer ticket takes the place of the one before', () => {
  const context = createSecureContext();
  keepTicket(context, peer(), ticket('old'));
  keepTicket(context, peer(), ticket('new'));
  expect(findTicket(context, peer(), NOON)?.session.toString()).toBe('new');
});

test.each([
  ['its first millisecond', validFrom.getTime(), true],
  ['the one before', validFrom.getTime() - 1, false],
  ['its last millisecond', validTo.getTime(), true],
  ['the one after', validTo.getTime() + 1, false],
])('a ticket is worth what its certificate is at the time: %s', (_, now, isWorth) => {
  const context = createSecureContext();
  keepTicket(context, peer(), ticket());
  expect(findTicket(context, peer(), now) !== undefined).toBe(isWorth);
});

test('of thousands of peers the last 500 are remembered, a renewed one as the newest', () => {
  const context = createSecureContext();
  const known = (port: number): boolean => findTicket(context, peer({ port }), NOON) !== undefined;
  for (let port = 1; port <= 500; port += 1) keepTicket(context, peer({ port }), ticket());
  expect(known(1)).toBe(true);
  keepTicket(context, peer({ port: 1 }), ticket('renewed')); // takes the place of nobody
  expect([known(1), known(2)]).toEqual([true, true]);
  keepTicket(context, peer({ port: 501 }), ticket());
  expect([known(1), known(2), known(3), known(501)]).toEqual([true, false, true, true]);
});
