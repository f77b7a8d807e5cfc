import { check } from '../../../src/smtp/check.ts';
import { findTicket, secureContext } from '../../../src/smtp/tls/context.ts';
import type { RawAccount } from '../../../src/inputs/names.ts';
import { type Ended, ended } from '../../support/outcome.ts';
import { accountAt } from '../../support/account.ts';
import {
  createAuthority,
  createLocalhost,
  fingerprintOf,
  issue,
} from '../../support/certificates.ts';
import { resumingServer, type ResumingServer } from '../../support/resuming-server.ts';

/** A TLS session is resumed only with a peer that was verified under the very same policy. */

const { ca, server: identity } = await createLocalhost();
const stranger = await issue(await createAuthority('Stranger'), { dnsNames: ['localhost'] });
let server: ResumingServer;

afterEach(() => server.close());

const ask = async (inputs: Partial<RawAccount> = {}): Promise<Ended> =>
  ended(await check(accountAt(server.port, ca.cert, { password: 'correct horse', ...inputs })));

describe.each(['TLSv1.2', 'TLSv1.3'] as const)('with %s', (version) => {
  test('the second login resumes, and tells the same facts', async () => {
    server = await resumingServer(identity, version);
    const first = await ask();
    const second = await ask();
    expect(server.resumed).toEqual([false, true]);
    expect(first.outcome).toBe('accepted');
    expect(second).toMatchObject({ outcome: 'accepted', tls: first.tls });
    expect(second.tls).toMatchObject({ version, verified: true });
  });

  test.each<[string, Partial<RawAccount>, string]>([
    ['without the authority', { 'tls-ca': '' }, 'certificate-unknown-ca'],
    ['under another name', { 'tls-servername': 'other.test' }, 'certificate-name-mismatch'],
    ['with a pin', { 'tls-fingerprint': 'ab'.repeat(32) }, 'certificate-pin-mismatch'],
  ])('%s the peer has to prove itself again', async (_, inputs, problem) => {
    server = await resumingServer(identity, version);
    await ask();
    const { failure, authSent } = await ask(inputs);
    expect(failure?.problem).toBe(problem);
    expect(authSent).toBe(false);
    expect(server.resumed).not.toContain(true);
  });

  test('a peer that was refused gets no ticket taken', async () => {
    server = await resumingServer(stranger, version);
    for (const { failure, authSent } of [await ask(), await ask()]) {
      expect(failure?.problem).toBe('certificate-unknown-ca');
      expect(authSent).toBe(false);
    }
    expect(server.resumed).not.toContain(true);
  });

  test('a pin is as good as an authority for the pin alone', async () => {
    server = await resumingServer(stranger, version);
    const pin = { 'tls-fingerprint': await fingerprintOf(stranger.cert) };
    expect((await ask(pin)).outcome).toBe('accepted');
    expect((await ask()).failure?.problem).toBe('certificate-unknown-ca');
    expect((await ask(pin)).outcome).toBe('accepted');
    expect(server.resumed.filter(Boolean)).toHaveLength(1);
  });
});

test('a certificate that has expired since is checked again', async () => {
  server = await resumingServer(identity, 'TLSv1.3');
  const { tls } = await ask();
  const peer = accountAt(server.port, ca.cert, { password: 'x' });
  const context = secureContext(peer);
  const end = tls?.validTo.getTime() ?? NaN;
  expect(findTicket(context, peer, end)).toBeDefined();
  expect(findTicket(context, peer, end + 1)).toBeUndefined();
});

test("a user's authority is trusted for their account alone", async () => {
  server = await resumingServer(identity, 'TLSv1.3');
  const outcomes = [await ask(), await ask({ 'tls-ca': '' }), await ask()];
  expect(outcomes.map(({ outcome }) => outcome)).toEqual([
    'accepted',
    'certificate-unknown-ca',
    'accepted',
  ]);
});

test('each authority of one text is trusted', async () => {
  server = await resumingServer(identity, 'TLSv1.3');
  const other = await createAuthority('Other');
  expect((await ask({ 'tls-ca': `${other.cert}\n${ca.cert}` })).outcome).toBe('accepted');
});
