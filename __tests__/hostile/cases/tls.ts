import type { SecureContextOptions } from 'node:tls';

import {
  daysFromNow,
  fingerprintOf,
  type Identity,
  issue,
  x509,
} from '../../support/certificates.ts';
import type { Family, HostileCase } from '../support/case.ts';
import {
  afterClientHello,
  at,
  close,
  honest,
  type Path,
  type Play,
  reset,
  silence,
  thenClose,
} from '../support/play.ts';
import { createAuthority, type World } from '../support/world.ts';
import { withoutNames, withUnreadableDates } from '../support/odd-certificates.ts';
import type { Cause } from '../../../src/model/cause.ts';

const IMPLICIT: Path = { mode: 'implicit' };

/** Presents a certificate, made before it is needed; would accept any login. */
const presents =
  (make: (world: World) => Promise<Identity>, options: SecureContextOptions = {}): Play =>
  async (connection, context) => {
    const identity = await make(context.world);
    const handshakeAndAccept: Play = async () => {
      await connection.startTls({ ...identity, ...options });
      await connection.line();
      connection.send('250-mail.test\r\n250 AUTH PLAIN\r\n');
      await connection.line();
      connection.send('235 2.7.0 ok\r\n');
    };
    return at('handshake', handshakeAndAccept)(connection, context);
  };

const refused = (
  what: string,
  cause: Cause,
  make: (world: World) => Promise<Identity>,
  more: Partial<HostileCase> = {},
): HostileCase => ({
  name: `presents ${what}`,
  play: presents(make),
  expect: { verdict: 'tls', cause, stage: 'tls' },
  ...more,
});

const trusted = (
  what: string,
  make: (world: World) => Promise<Identity>,
  more: Partial<HostileCase> = {},
): HostileCase => ({
  name: `presents ${what}`,
  play: presents(make),
  expect: { verdict: 'accepted', cause: 'none', stage: 'auth' },
  ...more,
});

const LOCALHOST = { inputs: { host: 'localhost' } };
const NO_NAMES = { dnsNames: [], ips: [] };

async function underIntermediate({ ca }: World, isSent: boolean): Promise<Identity> {
  const intermediate = await createAuthority('Intermediate CA', { issuer: ca });
  const leaf = await issue(intermediate, { ips: ['127.0.0.1'] });
  return isSent ? { ...leaf, cert: leaf.cert + '\n' + intermediate.cert } : leaf;
}

/** Speaks raw bytes once the client has sent its ClientHello, in both ways to start TLS. */
const handshakeBytes = (
  what: string,
  bytes: Play | string,
  expectation: Omit<HostileCase['expect'], 'stage'>,
  inputs: HostileCase['inputs'] = {},
): HostileCase[] => {
  const play = afterClientHello(bytes);
  return [
    {
      name: `${what}, after STARTTLS`,
      inputs,
      play: at('handshake', play),
      expect: { ...expectation, stage: 'tls' },
    },
    {
      name: `${what}, with implicit TLS`,
      inputs: { 'implicit-tls': 'true', ...inputs },
      play: at('handshake', play, IMPLICIT),
      expect: { ...expectation, stage: 'tls' },
    },
  ];
};

/** RFC 8446 section 6: a fatal alert with this number. */
const alert = (number: number): string => `\x15\x03\x03\x00\x02\x02${String.fromCharCode(number)}`;
const HANDSHAKE_FAILED = { verdict: 'tls', cause: 'tls-handshake' } as const;
const NOT_SPOKEN = { verdict: 'tls', cause: 'tls-not-spoken' } as const;
const LOST = { verdict: 'unreachable', cause: 'connection-lost' } as const;

const oldTls = (maxVersion: 'TLSv1' | 'TLSv1.1'): Play =>
  presents(({ server }) => Promise.resolve(server), {
    minVersion: 'TLSv1',
    maxVersion,
    ciphers: 'DEFAULT:@SECLEVEL=0',
  });

const wantsClientCertificate = (maxVersion: 'TLSv1.2' | 'TLSv1.3', path: Path = {}): Play =>
  at(
    'handshake',
    async (connection, { world }) => {
      await connection.startTls({
        ...world.server,
        ca: world.ca.cert,
        requestCert: true,
        maxVersion,
      });
      connection.send('220 mail.test\r\n');
    },
    path,
  );

export const tls: Family = {
  title: 'tls',
  about:
    'Certificates with every kind of defect, and handshakes that fail in every way. Names are judged by RFC 9525 (subjectAltName only), keys by the OpenSSL security level 2 (RSA of 2048 bits or more, no SHA-1), whatever the Node.js version accepts.',
  cases: [
    trusted('a sound certificate', ({ server }) => Promise.resolve(server)),
    refused('a self-signed certificate', 'certificate-self-signed', ({ leaf }) => leaf({}, 'self')),
    refused('a certificate of an unknown authority', 'certificate-unknown-ca', async ({ leaf }) =>
      leaf({}, await createAuthority('Unknown CA')),
    ),
    refused(
      'a certificate of an authority that only has the name of the trusted one',
      'certificate-unknown-ca',
      async ({ leaf }) => leaf({}, await createAuthority()),
    ),
    refused(
      'a chain that ends in its own unknown root',
      'certificate-unknown-ca',
      async ({ leaf }) => {
        const authority = await createAuthority('Unknown CA');
        const identity = await leaf({}, authority);
        return { ...identity, cert: `${identity.cert}\n${authority.cert}` };
      },
    ),
    refused('an expired certificate', 'certificate-expired', ({ leaf }) =>
      leaf({ notBefore: daysFromNow(-9), notAfter: daysFromNow(-1) }),
    ),
    refused('a certificate that is not yet valid', 'certificate-not-yet-valid', ({ leaf }) =>
      leaf({ notBefore: daysFromNow(1), notAfter: daysFromNow(9) }),
    ),
    refused(
      'a certificate for another name',
      'certificate-name-mismatch',
      ({ leaf }) => leaf({ dnsNames: ['mail.example.test'], ips: [] }),
      LOCALHOST,
    ),
    refused('a certificate for another address', 'certificate-name-mismatch', ({ leaf }) =>
      leaf({ dnsNames: [], ips: ['127.0.0.2'] }),
    ),
    refused(
      'a certificate with a DNS name that reads like the address',
      'certificate-name-mismatch',
      ({ leaf }) => leaf({ dnsNames: ['127.0.0.1'], ips: [] }),
    ),
    refused(
      'a certificate with only a common name',
      'certificate-name-mismatch',
      ({ leaf }) => leaf({ commonName: 'localhost', ...NO_NAMES }),
      LOCALHOST,
    ),
    refused(
      'a certificate whose common name fits and whose subjectAltName holds only an address',
      'certificate-name-mismatch',
      ({ leaf }) => leaf({ commonName: 'localhost', dnsNames: [], ips: ['192.0.2.1'] }),
      LOCALHOST,
    ),
    refused(
      'a certificate whose common name is the address',
      'certificate-name-mismatch',
      ({ leaf }) => leaf({ commonName: '127.0.0.1', ...NO_NAMES }),
    ),
    refused(
      'a certificate for a name below ours',
      'certificate-name-mismatch',
      ({ leaf }) => leaf({ dnsNames: ['mail.localhost'], ips: [] }),
      LOCALHOST,
    ),
    refused(
      'a wildcard for everything',
      'certificate-name-mismatch',
      ({ leaf }) => leaf({ dnsNames: ['*'], ips: [] }),
      LOCALHOST,
    ),
    refused(
      'a wildcard in the common name',
      'certificate-name-mismatch',
      ({ leaf }) => leaf({ commonName: '*.example.test', ...NO_NAMES }),
      { inputs: { 'tls-servername': 'mail.example.test' } },
    ),
    refused(
      'a wildcard that reaches over two labels',
      'certificate-name-mismatch',
      ({ leaf }) => leaf({ dnsNames: ['*.example.test'], ips: [] }),
      { inputs: { 'tls-servername': 'a.mail.example.test' } },
    ),
    refused('a certificate for clients', 'certificate-wrong-usage', ({ leaf }) =>
      leaf({ usage: x509.ExtendedKeyUsage.clientAuth }),
    ),
    refused('a certificate without its intermediate', 'certificate-unknown-ca', (world) =>
      underIntermediate(world, false),
    ),
    trusted('a certificate with its intermediate', (world) => underIntermediate(world, true)),
    refused(
      'an RSA key of 1024 bits',
      'certificate-weak',
      ({ leaf }) => leaf({ keys: 'rsa-1024' }),
      {
        play: presents(({ leaf }) => leaf({ keys: 'rsa-1024' }), {
          ciphers: 'DEFAULT:@SECLEVEL=0',
        }),
      },
    ),
    refused('an RSA key of 1024 bits under TLS 1.2', 'certificate-weak', ({ leaf }) => leaf({}), {
      play: presents(({ leaf }) => leaf({ keys: 'rsa-1024' }), {
        ciphers: 'DEFAULT:@SECLEVEL=0',
        maxVersion: 'TLSv1.2',
      }),
    }),
    refused('a SHA-1 signature', 'certificate-weak', ({ leaf }) => leaf({}), {
      play: presents(({ leaf }) => leaf({ hash: 'SHA-1' }), { ciphers: 'DEFAULT:@SECLEVEL=0' }),
    }),
    trusted('an RSA key of 2048 bits', ({ leaf }) => leaf({ keys: 'rsa-2048' })),
    trusted('a certificate for the address', ({ leaf }) => leaf({ dnsNames: [] })),
    trusted('a certificate for the name', ({ leaf }) => leaf({ ips: [] }), LOCALHOST),
    trusted('a wildcard for one label', ({ leaf }) => leaf({ dnsNames: ['*.example.test'] }), {
      inputs: { 'tls-servername': 'mail.example.test' },
    }),
    refused('dates that nobody can read', 'certificate-untrusted', withUnreadableDates),
    refused('a certificate without subject and issuer', 'certificate-self-signed', withoutNames),
    refused(
      'another certificate than the pinned one',
      'certificate-pin-mismatch',
      ({ server }) => Promise.resolve(server),
      {
        inputs: { 'tls-fingerprint': 'ab'.repeat(32) },
      },
    ),
    trusted('exactly the pinned certificate, for another name', ({ leaf }) => leaf({}), {
      play: presents(({ server }) => Promise.resolve(server)),
      inputs: {
        'tls-ca': '',
        'tls-servername': 'elsewhere.test',
        'tls-fingerprint': ({ server }) => fingerprintOf(server.cert),
      },
    }),
    refused(
      'a bad certificate while NODE_TLS_REJECT_UNAUTHORIZED is 0',
      'certificate-self-signed',
      ({ leaf }) => leaf({}, 'self'),
      {
        env: { NODE_TLS_REJECT_UNAUTHORIZED: '0', NODE_NO_WARNINGS: '1' },
      },
    ),
    refused(
      'an RSA key of 1024 bits while NODE_OPTIONS lowers every TLS setting',
      'certificate-weak',
      ({ leaf }) => leaf({}),
      {
        play: presents(({ leaf }) => leaf({ keys: 'rsa-1024' }), {
          ciphers: 'DEFAULT:@SECLEVEL=0',
          maxVersion: 'TLSv1.2',
        }),
        env: { NODE_OPTIONS: '--tls-min-v1.0 --tls-cipher-list=DEFAULT:@SECLEVEL=0' },
      },
    ),
    {
      name: 'speaks TLS 1.1 at most while NODE_OPTIONS allows it',
      play: oldTls('TLSv1.1'),
      env: { NODE_OPTIONS: '--tls-min-v1.0 --tls-cipher-list=DEFAULT:@SECLEVEL=0' },
      expect: { verdict: 'tls', cause: 'tls-version', stage: 'tls' },
    },
    {
      name: 'presents a bad certificate, with consent to plaintext given for another mode',
      inputs: { 'allow-cleartext-auth': 'true' },
      play: presents(({ leaf }) => leaf({}, 'self')),
      expect: { verdict: 'tls', cause: 'certificate-self-signed', stage: 'tls' },
      also: [
        {
          that: 'no AUTH was sent',
          holds: ({ peer }) => !/AUTH/.test(JSON.stringify(peer?.received)),
        },
      ],
    },
    {
      name: 'speaks TLS 1.1 at most',
      play: oldTls('TLSv1.1'),
      expect: { verdict: 'tls', cause: 'tls-version', stage: 'tls' },
    },
    {
      name: 'speaks TLS 1.0 at most',
      play: oldTls('TLSv1'),
      expect: { verdict: 'tls', cause: 'tls-version', stage: 'tls' },
    },
    {
      name: 'speaks TLS 1.2 where 1.3 is asked for',
      inputs: { 'tls-min-version': 'TLSv1.3' },
      play: presents(({ server }) => Promise.resolve(server), { maxVersion: 'TLSv1.2' }),
      expect: { verdict: 'tls', cause: 'tls-version', stage: 'tls' },
    },
    {
      name: 'speaks TLS 1.2, which is enough',
      inputs: { mechanism: 'PLAIN' },
      play: presents(({ server }) => Promise.resolve(server), { maxVersion: 'TLSv1.2' }),
      expect: { verdict: 'accepted', stage: 'auth' },
    },
    {
      name: 'wants a client certificate under TLS 1.3: the alert comes after the handshake',
      play: wantsClientCertificate('TLSv1.3'),
      expect: { verdict: 'tls', cause: 'client-certificate-required', stage: 'ehlo' },
    },
    {
      name: 'wants a client certificate under TLS 1.3, with implicit TLS',
      inputs: { 'implicit-tls': 'true' },
      play: wantsClientCertificate('TLSv1.3', IMPLICIT),
      expect: { verdict: 'tls', cause: 'client-certificate-required', stage: 'greeting' },
    },
    {
      name: 'wants a client certificate under TLS 1.2',
      play: wantsClientCertificate('TLSv1.2'),
      expect: { verdict: 'tls', stage: 'tls' },
    },
    {
      name: 'speaks plaintext at a port for implicit TLS',
      inputs: { 'implicit-tls': 'true' },
      play: at('greeting', '220 mail.test ESMTP\r\n', { mode: 'none' }),
      expect: { ...NOT_SPOKEN, stage: 'tls' },
    },
    {
      name: 'waits for TLS at a port for STARTTLS',
      inputs: { timeout: 2 },
      play: at('greeting', silence),
      expect: { verdict: 'timeout', cause: 'timed-out', stage: 'greeting' },
    },
    {
      name: 'answers plaintext with a TLS alert',
      play: at('greeting', thenClose(alert(10))),
      expect: { verdict: 'protocol', cause: 'tls-expected', stage: 'greeting' },
    },
    {
      name: 'is honest with implicit TLS',
      inputs: { 'implicit-tls': 'true' },
      play: honest(IMPLICIT),
      expect: { verdict: 'accepted', stage: 'auth' },
    },
    ...handshakeBytes('sends HTTP for a handshake', 'HTTP/1.1 400 Bad Request\r\n\r\n', NOT_SPOKEN),
    ...handshakeBytes('sends SSH for a handshake', 'SSH-2.0-OpenSSH_9.9\r\n', NOT_SPOKEN),
    ...handshakeBytes('sends a reply for a handshake', '220 go ahead\r\n', NOT_SPOKEN),
    ...handshakeBytes('sends random bytes for a handshake', '\x8f\xee\x41\xfe\xdc\x11\x22\x33', {
      verdict: 'tls',
    }),
    ...handshakeBytes('sends a record of an impossible length', '\x16\x03\x03\xff\xff', {
      verdict: 'tls',
    }),
    ...handshakeBytes('sends application data for a handshake', '\x17\x03\x03\x00\x05hello', {
      verdict: 'tls',
    }),
    ...handshakeBytes('sends an alert of failure', alert(40), {
      verdict: 'tls',
      cause: 'tls-no-common-cipher',
    }),
    ...handshakeBytes('sends an alert of an internal error', alert(80), HANDSHAKE_FAILED),
    ...handshakeBytes('does not know the name', alert(112), {
      verdict: 'tls',
      cause: 'tls-name-unknown',
    }),
    ...handshakeBytes('sends an alert against the version', alert(70), {
      verdict: 'tls',
      cause: 'tls-version',
    }),
    ...handshakeBytes('closes in the handshake', close, LOST),
    ...handshakeBytes('resets in the handshake', reset, LOST),
    ...handshakeBytes('closes behind half a record', thenClose('\x16\x03\x03\x01\x00\x02'), LOST),
    ...handshakeBytes(
      'is silent in the handshake',
      silence,
      { verdict: 'timeout', cause: 'timed-out' },
      { timeout: 2 },
    ),
  ],
};
