import { ACCOUNT_DEFAULTS } from '../../src/inputs/names.ts';
import { parseAccount } from '../../src/inputs/parse-account.ts';
import { diagnose } from '../../src/diagnosis/diagnose.ts';
import type { Diagnosis } from '../../src/model/diagnosis.ts';
import { check } from '../../src/smtp/check.ts';
import { createAuthority, type Identity, issue } from '../support/certificates.ts';
import { startPeer } from '../support/peer.ts';
import { loginThen, startTlsScript } from '../support/scripts.ts';

/** What the words rely on, seen at real handshakes. */

const NAMES = { dnsNames: ['localhost'], ips: ['127.0.0.1'] };

async function checkAt(
  identity: Identity,
  changes: object,
  plainEhlo?: string,
): Promise<Diagnosis> {
  const auth = loginThen('235 2.7.0 Authentication successful\r\n');
  const options = plainEhlo === undefined ? { auth } : { auth, plainEhlo };
  const peer = await startPeer(startTlsScript(identity, options));
  const account = parseAccount({
    ...ACCOUNT_DEFAULTS,
    host: '127.0.0.1',
    port: String(peer.port),
    username: 'user',
    password: 'a good secret',
    retries: '0',
    ...changes,
  });
  const observation = await check(account);
  await peer.close();
  return diagnose(observation);
}

test('a public authority whose intermediate is not sent is told from an unknown one', async () => {
  const root = await createAuthority('Root');
  const intermediate = await createAuthority("Let's Encrypt R99", { issuer: root });
  const leaf = await issue(intermediate, NAMES);
  const alone = await checkAt(leaf, {});
  expect(alone.cause).toBe('certificate-unknown-ca');
  expect(alone.meaning).toContain('but not the intermediate one');

  const whole = await checkAt({ ...leaf, cert: `${leaf.cert}\n${intermediate.cert}` }, {});
  expect(whole.cause).toBe('certificate-unknown-ca');
  expect(whole.meaning).not.toContain('intermediate');
});

test('login offered before TLS is noticed, and its absence too', async () => {
  const ca = await createAuthority();
  const identity = await issue(ca, NAMES);
  const early = '250-mail.example.test\r\n250-STARTTLS\r\n250 AUTH PLAIN\r\n';
  const offered = await checkAt(identity, { 'tls-ca': ca.cert }, early);
  expect(offered.verdict).toBe('accepted');
  expect(offered.notices.map(({ title }) => title)).toContain('Login is offered without TLS');
  const clean = await checkAt(identity, { 'tls-ca': ca.cert });
  expect(clean.notices).toEqual([]);
});
