import { once } from 'node:events';
import type { RawAccount } from '../../../src/inputs/names.ts';
import { check } from '../../../src/smtp/check.ts';
import { accountAt } from '../../support/account.ts';
import {
  createAuthority,
  createLocalhost,
  type Identity,
  issue,
  issueClient,
} from '../../support/certificates.ts';
import { type Ended, ended } from '../../support/outcome.ts';
import { type PeerConnection, type Script, startPeer } from '../../support/peer.ts';
import { loginThen, startTlsScript } from '../../support/scripts.ts';

/** What ends a handshake, by real servers of every age and by alerts as they are. */

const { ca, server } = await createLocalhost();
const clients = await createAuthority('Clients');
const CARELESS = 'DEFAULT:@SECLEVEL=0';

async function checkWith(script: Script, inputs: Partial<RawAccount> = {}): Promise<Ended> {
  const peer = await startPeer(script);
  const given = { password: 'correct horse', timeout: '10', ...inputs };
  const result = ended(await check(accountAt(peer.port, ca.cert, given)));
  await peer.close();
  return result;
}

type ServerOptions = Omit<Parameters<PeerConnection['startTls']>[0], 'cert' | 'key'>;

const serverWith = (options: ServerOptions & Partial<Identity>): Script =>
  startTlsScript({ ...server, ...options }, { auth: loginThen('235 ok\r\n') });

test.each<[string, ServerOptions, string]>([
  ['TLS 1.0', { minVersion: 'TLSv1', maxVersion: 'TLSv1', ciphers: CARELESS }, 'tls-version'],
  [
    'ciphers that nobody offers any more',
    { maxVersion: 'TLSv1.2', ciphers: 'ECDHE-ECDSA-AES128-SHA' },
    'accepted',
  ],
  ['no cipher in common', { maxVersion: 'TLSv1.2', ciphers: 'PSK' }, 'tls-no-common-cipher'],
])('a server with %s', async (_, options, outcome) => {
  expect((await checkWith(serverWith(options))).outcome).toBe(outcome);
});

test('Diffie-Hellman parameters of 1024 bits are not blamed on the certificate', async () => {
  const rsa = await issue(ca, { dnsNames: ['localhost'], keys: 'rsa-2048' });
  const ciphers = 'DHE-RSA-AES128-GCM-SHA256:@SECLEVEL=0';
  const options = { ...rsa, dhparam: DH_1024, ciphers, maxVersion: 'TLSv1.2' } as const;
  const result = await checkWith(startTlsScript(options, { auth: loginThen('235 ok\r\n') }));
  expect(result).toMatchObject({
    outcome: 'tls-weak-parameters',
    failure: { code: 'ERR_SSL_DH_KEY_TOO_SMALL', tlsBytes: true },
    authSent: false,
  });
});

/** Answers the ClientHello with these bytes and ends. */
const answering =
  (...bytes: number[]): Script =>
  async (connection) => {
    connection.send('220 x\r\n');
    await connection.line();
    connection.send('250-x\r\n250 STARTTLS\r\n');
    await connection.line();
    connection.send('220 go\r\n');
    await once(connection.socket, 'data');
    connection.send(Buffer.from(bytes));
    connection.end();
  };

test.each([
  [40, 'handshake_failure', 'tls-no-common-cipher'],
  [70, 'protocol_version', 'tls-version'],
  [71, 'insufficient_security', 'tls-no-common-cipher'],
  [80, 'internal_error', 'tls-handshake'],
  [86, 'inappropriate_fallback', 'tls-version'],
  [112, 'unrecognized_name', 'tls-name-unknown'],
  [116, 'certificate_required', 'client-certificate-required'],
  [120, 'no_application_protocol', 'tls-handshake'],
  [48, 'unknown_ca', 'client-certificate-required'],
])('the alert %i (%s) is %s', async (number, name, outcome) => {
  const result = await checkWith(answering(21, 3, 3, 0, 2, 2, number));
  expect(result).toMatchObject({ outcome, failure: { alert: { number, name }, tlsBytes: true } });
});

test('half a record and an end is a lost connection after bytes of TLS', async () => {
  const result = await checkWith(answering(22, 3));
  expect(result).toMatchObject({ outcome: 'connection-lost', failure: { tlsBytes: true } });
});

describe.each(['TLSv1.2', 'TLSv1.3'] as const)(
  'a server that wants a client certificate, %s',
  (version) => {
    const wants = serverWith({
      requestCert: true,
      ca: clients.cert,
      minVersion: version,
      maxVersion: version,
    });

    test('says that it is missing', async () => {
      const { outcome, acceptance } = await checkWith(wants);
      expect(outcome).toBe('client-certificate-required');
      expect(acceptance).toBeUndefined();
    });

    test('accepts its own', async () => {
      const client = await issueClient(clients, { commonName: 'robot' });
      const inputs = { 'client-certificate': client.cert, 'client-key': client.key };
      expect((await checkWith(wants, inputs)).outcome).toBe('accepted');
    });
  },
);

test.each([42, 46, 48])(
  'the alert %i to a client certificate says that it is rejected',
  async (number) => {
    const client = await issueClient(clients, { commonName: 'robot' });
    const inputs = { 'client-certificate': client.cert, 'client-key': client.key };
    const { outcome } = await checkWith(answering(21, 3, 3, 0, 2, 2, number), inputs);
    expect(outcome).toBe('client-certificate-rejected');
  },
);

describe('NODE_TLS_REJECT_UNAUTHORIZED=0', () => {
  const before = process.env['NODE_TLS_REJECT_UNAUTHORIZED'];

  beforeEach(() => {
    process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = '0';
  });
  afterEach(() => {
    delete process.env['NODE_TLS_REJECT_UNAUTHORIZED'];
    if (before !== undefined) process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = before;
  });

  test.each<[string, () => Promise<Identity>, string]>([
    [
      'a self-signed certificate',
      () => issue(undefined, { dnsNames: ['localhost'] }),
      'certificate-self-signed',
    ],
    ['another name', () => issue(ca, { dnsNames: ['other.test'] }), 'certificate-name-mismatch'],
    [
      'a name in the subject alone',
      () => issue(ca, { commonName: 'localhost' }),
      'certificate-name-mismatch',
    ],
    [
      'a wildcard within a label',
      () => issue(ca, { dnsNames: ['loc*'] }),
      'certificate-name-mismatch',
    ],
  ])('does not make SMTP accept %s', async (_, identity, outcome) => {
    const result = await checkWith(serverWith(await identity()));
    expect(result).toMatchObject({ outcome, authSent: false, tls: { verified: false } });
  });
});

/** RFC 2409 section 6.2: the second Oakley group. */
const DH_1024 = `-----BEGIN DH PARAMETERS-----
MIGHAoGBAP//////////yQ/aoiFowjTExmKLgNwc0SkCTgiKZ8x0Agu+pjsTmyJR
Sgh5jjQE3e+VGbPNOkMbMCsKbfJfFDdP4TVtbVHCReSFtXZiXn7G9ExC6aY37WsL
/1y29Aa37e44a/taiZ+lrp8kEXxLH+ZJKGZR7OZTgf//////////AgEC
-----END DH PARAMETERS-----
`;
