import { check } from '../../../src/smtp/check.ts';
import { recall } from '../../../src/smtp/tls/context.ts';
import { secureContext } from '../../../src/smtp/tls/context.ts';
import type { RawAccount } from '../../../src/inputs/names.ts';
import type { Result } from '../../../src/model/result.ts';
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

const ask = (inputs: Partial<RawAccount> = {}): Promise<Result> =>
  check(accountAt(server.port, ca.cert, { password: 'correct horse', retries: '0', ...inputs }));

describe.each(['TLSv1.2', 'TLSv1.3'] as const)('with %s', (version) => {
  test('the second login resumes, and tells the same facts', async () => {
    server = await resumingServer(identity, version);
    const first = await ask();
    const second = await ask();
    expect(server.resumed).toEqual([false, true]);
    expect(first.verdict).toBe('accepted');
    expect(second).toMatchObject({ verdict: 'accepted', tls: first.tls });
    expect(second.tls).toMatchObject({ version, verified: true });
  });

  test.each<[string, Partial<RawAccount>, string]>([
    ['without the authority', { 'tls-ca': '' }, 'certificate-unknown-ca'],
    ['under another name', { 'tls-servername': 'other.test' }, 'certificate-name-mismatch'],
    ['with a pin', { 'tls-fingerprint': 'ab'.repeat(32) }, 'certificate-pin-mismatch'],
  ])('%s the peer has to prove itself anew', async (_, inputs, problem) => {
    server = await resumingServer(identity, version);
    await ask();
    const { trouble, authSent } = await ask(inputs);
    expect(trouble?.problem).toBe(problem);
    expect(authSent).toBe(false);
    expect(server.resumed).not.toContain(true);
  });

  test('a peer that was refused gets no ticket taken', async () => {
    server = await resumingServer(stranger, version);
    for (const { trouble, authSent } of [await ask(), await ask()]) {
      expect(trouble?.problem).toBe('certificate-unknown-ca');
      expect(authSent).toBe(false);
    }
    expect(server.resumed).not.toContain(true);
  });

  test('a pin is as good as an authority for the pin alone', async () => {
    server = await resumingServer(stranger, version);
    const pin = { 'tls-fingerprint': await fingerprintOf(stranger.cert) };
    expect((await ask(pin)).verdict).toBe('accepted');
    expect((await ask()).trouble?.problem).toBe('certificate-unknown-ca');
    expect((await ask(pin)).verdict).toBe('accepted');
    expect(server.resumed.filter(Boolean)).toHaveLength(1);
  });
});

test('a certificate that is over by now is judged again', async () => {
  server = await resumingServer(identity, 'TLSv1.3');
  const { tls } = await ask();
  const peer = accountAt(server.port, ca.cert, { password: 'x' });
  const context = secureContext(peer);
  const end = tls?.validTo.getTime() ?? NaN;
  expect(recall(context, peer, end)).toBeDefined();
  expect(recall(context, peer, end + 1)).toBeUndefined();
});

test("a user's authority is trusted for their account alone", async () => {
  server = await resumingServer(identity, 'TLSv1.3');
  const verdicts = [await ask(), await ask({ 'tls-ca': '' }), await ask()];
  expect(verdicts.map(({ verdict }) => verdict)).toEqual(['accepted', 'tls', 'accepted']);
});

test('each authority of one text is trusted', async () => {
  server = await resumingServer(identity, 'TLSv1.3');
  const other = await createAuthority('Other');
  expect((await ask({ 'tls-ca': `${other.cert}\n${ca.cert}` })).verdict).toBe('accepted');
});
