import { type ActionRun, runAction } from '../support/action.ts';
import {
  createAuthority,
  createLocalhost,
  daysFromNow,
  fingerprintOf,
  type Identity,
  issue,
} from '../support/certificates.ts';
import { type Peer, startPeer } from '../support/peer.ts';
import { loginThen, startTlsScript } from '../support/scripts.ts';

const { ca, server } = await createLocalhost();
let peer: Peer;

async function run(identity: Identity, inputs: Record<string, string> = {}): Promise<ActionRun> {
  peer = await startPeer(startTlsScript(identity, { auth: loginThen('235 ok\r\n') }));
  return runAction({
    host: 'localhost',
    port: peer.port,
    'tls-ca': ca.cert,
    username: 'user@example.test',
    password: 'correct horse',
    timeout: 10,
    retries: 0,
    ...inputs,
  });
}

afterEach(() => peer.close());

const stranger = await createAuthority('Stranger CA');
const FAULTY: [cause: string, identity: Identity, says: string][] = [
  [
    'certificate-expired',
    await issue(ca, {
      dnsNames: ['localhost'],
      notBefore: daysFromNow(-9),
      notAfter: daysFromNow(-2),
    }),
    'expired on',
  ],
  [
    'certificate-name-mismatch',
    await issue(ca, { dnsNames: ['mail.example.test'] }),
    'mail.example.test',
  ],
  ['certificate-unknown-ca', await issue(stranger, { dnsNames: ['localhost'] }), 'tls-ca'],
  [
    'certificate-self-signed',
    await issue(undefined, { dnsNames: ['localhost'] }),
    'tls-fingerprint: ',
  ],
];

test.each(FAULTY)(
  '%s is tls, no credential is sent, and the message helps',
  async (cause, identity, says) => {
    const result = await run(identity);
    expect(result).toMatchObject({ exitCode: 1, outputs: { verdict: 'tls', cause, stage: 'tls' } });
    expect(peer.received.tls).not.toMatch(/AUTH|EHLO/);
    expect(result.stdout).toContain(says);
  },
);

test('a pinned fingerprint replaces authority, name and dates', async () => {
  const identity = await issue(undefined, {
    commonName: 'nobody',
    notBefore: daysFromNow(-9),
    notAfter: daysFromNow(-2),
  });
  const result = await run(identity, { 'tls-fingerprint': await fingerprintOf(identity.cert) });
  expect(result.outputs['verdict']).toBe('accepted');
});

test('another certificate than the pinned one is tls, even with a trusted authority', async () => {
  const result = await run(server, { 'tls-fingerprint': '00'.repeat(32) });
  expect(result.outputs).toMatchObject({ verdict: 'tls', cause: 'certificate-pin-mismatch' });
  expect(peer.received.tls).not.toContain('AUTH');
});

test('tls-servername is the name that is verified', async () => {
  const identity = await issue(ca, { dnsNames: ['mail.example.test'] });
  const result = await run(identity, { 'tls-servername': 'mail.example.test' });
  expect(result.outputs['verdict']).toBe('accepted');
});

test('an address is verified against the addresses in the certificate', async () => {
  const result = await run(server, { host: '127.0.0.1' });
  expect(result.outputs['verdict']).toBe('accepted');
});

test('tls-min-version TLSv1.3 refuses a server that speaks TLS 1.2 only', async () => {
  const old = { ...server, maxVersion: 'TLSv1.2' as const };
  const result = await run(old, { 'tls-min-version': 'TLSv1.3' });
  expect(result.outputs).toMatchObject({ verdict: 'tls', cause: 'tls-version' });
});

test('tls-ca may be a path', async () => {
  const result = await run(server, { 'tls-ca': '__tests__/no-such-file.pem' });
  expect(result.outputs).toMatchObject({ verdict: 'config' });
  expect(result.stdout).toContain(
    'must be PEM text, Base64 of it, or the path of a readable file (ENOENT)',
  );
});

test('a certificate that ends soon is a warning and the login stays accepted', async () => {
  const dates = { notBefore: daysFromNow(-85), notAfter: daysFromNow(5) };
  const identity = await issue(ca, { dnsNames: ['localhost'], ...dates });
  const result = await run(identity);
  expect(result).toMatchObject({ exitCode: 0, outputs: { verdict: 'accepted' } });
  expect(result.stdout).toMatch(
    /^::warning title=.*expires in [45] days|::warning title=SMTP server certificate expires soon/m,
  );
  await peer.close();
  const silenced = await run(identity, { 'certificate-warn-days': '0' });
  expect(silenced.stdout).not.toContain('::warning');
  await peer.close();
  const failed = await run(identity, { 'certificate-fail-days': '7' });
  expect(failed).toMatchObject({
    exitCode: 1,
    outputs: { verdict: 'tls', cause: 'certificate-expires-soon', code: '235' },
  });
  expect(failed.stdout).toMatch(/^::error title=SMTP server certificate expires soon::/m);
  expect(failed.stdout).not.toContain('::warning');
});
