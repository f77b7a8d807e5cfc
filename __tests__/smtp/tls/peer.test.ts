import type { SecureContextOptions } from 'node:tls';
import { check } from '../../../src/smtp/check.ts';
import { type Ended, ended } from '../../support/outcome.ts';
import { withoutNames, withUnreadableDates } from '../../hostile/support/odd-certificates.ts';
import { sharedWorld } from '../../hostile/support/world.ts';
import { accountAt } from '../../support/account.ts';
import {
  type Authority,
  createAuthority,
  fingerprintOf,
  type Identity,
  issue,
  x509,
} from '../../support/certificates.ts';
import { startPeer } from '../../support/peer.ts';
import { loginThen, startTlsScript } from '../../support/scripts.ts';

/** What is said of a server's certificate, and why it is refused, by real handshakes. */

const root = await createAuthority('Root');
const LOCALHOST = { dnsNames: ['localhost'] };

async function checkAt(
  identity: Identity,
  inputs: object = {},
  options: Pick<SecureContextOptions, 'ciphers' | 'maxVersion'> = {},
): Promise<Ended> {
  const script = startTlsScript({ ...identity, ...options }, { auth: loginThen('235 ok\r\n') });
  const peer = await startPeer(script);
  const account = accountAt(peer.port, root.cert, { password: 'correct horse', ...inputs });
  const result = ended(await check(account));
  await peer.close();
  expect(result.authSent).toBe(result.outcome === 'accepted');
  return result;
}

/** A server that sends whatever it has, weak or broken, as a hostile one would. */
const CARELESS = { ciphers: 'DEFAULT:@SECLEVEL=0' };

/** Critical, so a program that does not know it has to refuse the certificate (RFC 5280 section 4.2). */
const UNKNOWN = new x509.Extension('1.3.6.1.4.1.32473.1', true, new Uint8Array([5, 0]));

/** An authority whose key is of a kind that is nobody's, by its object identifier. */
async function withOddKey(issuer: Authority): Promise<Authority> {
  const authority = await createAuthority('Odd', { issuer });
  const der = Buffer.from(authority.certificate.rawData);
  const kind = Buffer.from('06072a8648ce3d0201', 'hex'); // id-ecPublicKey
  der.writeUInt8(0x7f, der.indexOf(kind) + kind.length - 1);
  return { ...authority, cert: x509.PemConverter.encode(der, 'CERTIFICATE') };
}

const odd = await withOddKey(root);

/** A chain of sound certificates from `above` down, all of which are sent. */
async function below(above: Authority, length: number): Promise<Identity> {
  let [authority, sent] = [above, above.cert];
  for (let index = 1; index <= length; index += 1) {
    authority = await createAuthority(`Intermediate ${index}`, { issuer: authority });
    sent = `${authority.cert}\n${sent}`;
  }
  const leaf = await issue(authority, LOCALHOST);
  return { ...leaf, cert: `${leaf.cert}\n${sent}` };
}

describe('a weak link is found', () => {
  test.each<[string, object]>([
    ['an RSA key of 1024 bits', { keys: 'rsa-1024' }],
    ['a SHA-1 signature', { hash: 'SHA-1' }],
  ])('in the server itself: %s', async (_, options) => {
    const leaf = await issue(root, { ...LOCALHOST, ...options });
    const { failure } = await checkAt(leaf, {}, CARELESS);
    expect(failure).toEqual({ problem: 'certificate-weak', code: expect.any(String) as string });
  });

  test.each<[string, object]>([
    ['an RSA key of 1024 bits', { keys: 'rsa-1024' }],
    ['an ECDSA signature with SHA-1', { hash: 'SHA-1' }],
  ])('in the authority above it: %s', async (_, options) => {
    const weak = await createAuthority('Weak', { issuer: root, ...options });
    for (const length of [0, 1, 3]) {
      const { failure } = await checkAt(await below(weak, length), {}, CARELESS);
      expect(failure?.problem).toBe('certificate-weak');
    }
  });

  test('as an RSA signature with SHA-1', async () => {
    const rsa = await createAuthority('RSA', { keys: 'rsa-2048', hash: 'SHA-1' });
    const leaf = await issue(rsa, { ...LOCALHOST, hash: 'SHA-1' });
    const { failure } = await checkAt(leaf, { 'tls-ca': rsa.cert }, CARELESS);
    expect(failure?.problem).toBe('certificate-weak');
  });

  test('and not made up where something else has no name', async () => {
    const leaf = await issue(root, { ...LOCALHOST, keys: 'rsa-2048', extensions: [UNKNOWN] });
    const { failure } = await checkAt(leaf);
    expect(failure).toEqual({ problem: 'certificate-untrusted', code: 'UNSPECIFIED' });
  });
});

describe('a certificate authority that is not trusted', () => {
  test('is unknown where its own authority is neither sent nor trusted', async () => {
    const intermediate = await createAuthority('I', { issuer: await createAuthority('Unknown') });
    const { failure } = await checkAt(await below(intermediate, 0));
    const code = 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY';
    expect(failure).toEqual({ problem: 'certificate-unknown-ca', code });
  });

  test('is not enough of a `tls-ca` where it is not a root', async () => {
    const intermediate = await createAuthority('I', { issuer: await createAuthority('Unknown') });
    const leaf = await issue(intermediate, LOCALHOST);
    const { failure } = await checkAt(leaf, { 'tls-ca': intermediate.cert });
    const code = 'UNABLE_TO_GET_ISSUER_CERT';
    expect(failure).toEqual({ problem: 'certificate-unknown-ca', code });
  });
});

describe('a chain with a key of a kind that nobody knows is not our fault', () => {
  test('where it has a name what is wrong', async () => {
    const { failure } = await checkAt(await below(odd, 0), {}, CARELESS);
    expect(failure?.problem).toBe('certificate-unknown-ca');
  });

  test('where it has none', async () => {
    const sound = await createAuthority('Sound', { issuer: odd });
    const leaf = await issue(sound, { ...LOCALHOST, extensions: [UNKNOWN] });
    const cert = [leaf, sound, odd].map(({ cert }) => cert).join('\n');
    const { failure } = await checkAt({ ...leaf, cert }, {}, CARELESS);
    expect(failure).toEqual({ problem: 'certificate-untrusted', code: 'UNSPECIFIED' });
  });
});

describe('a certificate is described', () => {
  test('with its issuer in one line, its names, its dates and its fingerprint', async () => {
    const authority = await createAuthority('Mail CA, O=Example');
    const names = { dnsNames: ['localhost', 'mail.example.test'], ips: ['127.0.0.1'] };
    const [notBefore, notAfter] = [new Date('2026-01-02T03:04:05Z'), new Date('2099-01-01T00:00Z')];
    const leaf = await issue(authority, { ...names, notBefore, notAfter });
    const { tls } = await checkAt(leaf, { 'tls-ca': authority.cert }, { maxVersion: 'TLSv1.2' });
    expect(tls).toEqual({
      version: 'TLSv1.2',
      cipher: expect.stringMatching(/^TLS_ECDHE_ECDSA_WITH_/) as string,
      issuer: 'CN=Mail CA, O=Example',
      names: ['DNS:localhost', 'DNS:mail.example.test', 'IP Address:127.0.0.1'],
      validFrom: notBefore,
      validTo: notAfter,
      fingerprint: (await fingerprintOf(leaf.cert)).replaceAll(':', '').toLowerCase(),
      verified: true,
    });
  });

  test('with nothing made up where it names nobody', async () => {
    const { tls, failure } = await checkAt(await withoutNames());
    expect(failure).toEqual({
      problem: 'certificate-self-signed',
      code: 'DEPTH_ZERO_SELF_SIGNED_CERT',
    });
    expect(tls).toMatchObject({ issuer: '', names: [], verified: false });
  });

  test('not at all when its dates cannot be read, not even when it is the pinned one', async () => {
    const identity = await withUnreadableDates(await sharedWorld());
    const pin = { 'tls-fingerprint': await fingerprintOf(identity.cert) };
    const { tls, failure } = await checkAt(identity, pin);
    const detail = 'its dates cannot be read';
    expect(failure).toEqual({ problem: 'certificate-untrusted', detail });
    expect(tls).toBeUndefined();
  });
});
