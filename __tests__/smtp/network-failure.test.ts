import { networkFailure, tlsFailure } from '../../src/smtp/network-failure.ts';

const errorWith = (code?: string, message = 'its words'): Error =>
  Object.assign(new Error(message), code && { code });

const inHandshake = { hasClientCertificate: false, bytesReceived: 100 };

/** Codes of OpenSSL as Node gives them, by what a user sees. Which one comes depends on version and direction. */
test.each([
  ['plaintext for a handshake', 'ERR_SSL_WRONG_VERSION_NUMBER', 'tls-not-spoken'],
  ['plaintext that reads like a long record', 'ERR_SSL_PACKET_LENGTH_TOO_LONG', 'tls-not-spoken'],
  ['a version that we refuse', 'ERR_SSL_UNSUPPORTED_PROTOCOL', 'tls-version'],
  ['a short key of the server', 'ERR_SSL_EE_KEY_TOO_SMALL', 'certificate-weak'],
  ['a short key above it', 'ERR_SSL_CA_KEY_TOO_SMALL', 'certificate-weak'],
  ['a weak hash above it', 'ERR_SSL_CA_MD_TOO_WEAK', 'certificate-weak'],
  ['a short key of the server, as a verification', 'EE_KEY_TOO_SMALL', 'certificate-weak'],
  ['a short key above it, as a verification', 'CA_KEY_TOO_SMALL', 'certificate-weak'],
  ['a weak hash above it, as a verification', 'CA_MD_TOO_WEAK', 'certificate-weak'],
  ['short parameters of a key exchange', 'ERR_SSL_DH_KEY_TOO_SMALL', 'tls-weak-parameters'],
  [
    'a key exchange that is signed with SHA-1',
    'ERR_SSL_WRONG_SIGNATURE_TYPE',
    'tls-weak-parameters',
  ],
  ['what Node itself has against it', 'ERR_TLS_CERT_ALTNAME_FORMAT', 'tls-handshake'],
  ['a break of the protocol', 'EPROTO', 'tls-handshake'],
])('%s (%s) is %s, with its code', (_, code, problem) => {
  const cause = errorWith(code);
  expect(tlsFailure(cause, inHandshake)).toMatchObject({ problem, code, cause, tlsBytes: true });
});

test.each([
  ['a reset', 'ECONNRESET'],
  ['an error without a code', undefined],
  ['a code that only ends like one of TLS', 'NOT_ERR_TLS'],
])('%s is a lost connection, with the words of the system', (_, code) => {
  const cause = errorWith(code);
  const words = { problem: 'connection-lost', detail: 'its words', cause };
  expect(tlsFailure(cause, inHandshake)).toMatchObject(words);
  expect(networkFailure(cause)).toMatchObject(words);
});

test.each(['EMFILE', 'ENFILE', 'ENOBUFS', 'ENOMEM'])(
  '%s means that this machine could not connect, and not that the server closed the connection',
  (code) => {
    expect(networkFailure(errorWith(code))).toMatchObject({ problem: 'network-unreachable', code });
  },
);

const alert = (number: number): Error =>
  errorWith(
    'ERR_SSL_WHATEVER',
    `0A000410:SSL routines::x:rec_layer_s3.c:1605:SSL alert number ${number}\n`,
  );

describe('an alert', () => {
  test.each([
    [40, 'handshake_failure', 'tls-no-common-cipher'],
    [71, 'insufficient_security', 'tls-no-common-cipher'],
    [70, 'protocol_version', 'tls-version'],
    [86, 'inappropriate_fallback', 'tls-version'],
    [112, 'unrecognized_name', 'tls-name-unknown'],
    [116, 'certificate_required', 'client-certificate-required'],
    [42, 'bad_certificate', 'client-certificate-required'],
    [80, 'internal_error', 'tls-handshake'],
    [120, 'no_application_protocol', 'tls-handshake'],
    [255, 'unknown', 'tls-handshake'],
  ])('%i (%s) that answers the ClientHello is %s', (number, name, problem) => {
    const failure = tlsFailure(alert(number), { hasClientCertificate: false, bytesReceived: 7 });
    expect(failure).toMatchObject({ problem, alert: { number, name }, tlsBytes: true });
  });

  test.each([42, 43, 44, 45, 46, 48, 49, 116])(
    '%i after a client certificate was shown says that it is rejected',
    (number) => {
      const circumstances = { hasClientCertificate: true, bytesReceived: 2000 };
      expect(tlsFailure(alert(number), circumstances).problem).toBe('client-certificate-rejected');
    },
  );

  test('40 in the middle of the handshake is about the client certificate, since a cipher was agreed on', () => {
    const late = (hasClientCertificate: boolean): string =>
      tlsFailure(alert(40), { hasClientCertificate, bytesReceived: 2000 }).problem;
    expect([late(false), late(true)]).toEqual([
      'client-certificate-required',
      'client-certificate-rejected',
    ]);
  });

  test('after the handshake tells nothing about bytes of the handshake', () => {
    const failure = tlsFailure(alert(116), { hasClientCertificate: false });
    expect(failure).toMatchObject({ problem: 'client-certificate-required', tlsBytes: undefined });
  });
});

test('an end before any byte of TLS is told as one', () => {
  const failure = tlsFailure(errorWith('ECONNRESET'), {
    hasClientCertificate: false,
    bytesReceived: 0,
  });
  expect(failure).toMatchObject({ problem: 'connection-lost', tlsBytes: false });
});
