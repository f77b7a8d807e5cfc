import { tlsFailure } from '../../src/smtp/network-failure.ts';

const errorWith = (code?: string): Error => Object.assign(new Error('its words'), code && { code });

/** Codes of OpenSSL as Node gives them, by what a user sees. Which one comes depends on version and direction. */
test.each([
  ['clear text for a handshake', 'ERR_SSL_WRONG_VERSION_NUMBER', 'tls-not-spoken'],
  ['clear text that reads like a long record', 'ERR_SSL_PACKET_LENGTH_TOO_LONG', 'tls-not-spoken'],
  ['a version that we refuse', 'ERR_SSL_UNSUPPORTED_PROTOCOL', 'tls-version'],
  ['a version that is refused to us', 'ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION', 'tls-version'],
  [
    'a client certificate that is missed',
    'ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED',
    'client-certificate-required',
  ],
  ['a short key of the server', 'ERR_SSL_EE_KEY_TOO_SMALL', 'certificate-weak'],
  ['a short key above it', 'ERR_SSL_CA_KEY_TOO_SMALL', 'certificate-weak'],
  ['a weak hash above it', 'ERR_SSL_CA_MD_TOO_WEAK', 'certificate-weak'],
  ['a short key of the server, as a verification', 'EE_KEY_TOO_SMALL', 'certificate-weak'],
  ['a short key above it, as a verification', 'CA_KEY_TOO_SMALL', 'certificate-weak'],
  ['a weak hash above it, as a verification', 'CA_MD_TOO_WEAK', 'certificate-weak'],
  ['short parameters of a key exchange', 'ERR_SSL_DH_KEY_TOO_SMALL', 'tls-weak-parameters'],
  ['any other alert', 'ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE', 'tls-handshake'],
  ['what Node itself has against it', 'ERR_TLS_CERT_ALTNAME_FORMAT', 'tls-handshake'],
  ['a break of the protocol', 'EPROTO', 'tls-handshake'],
])('%s (%s) is %s, with its code', (_, code, problem) => {
  const cause = errorWith(code);
  expect(tlsFailure(cause)).toMatchObject({ problem, code, cause });
});

test.each([
  ['a reset', 'ECONNRESET'],
  ['an error without a code', undefined],
  ['a code that only ends like one of TLS', 'NOT_ERR_TLS'],
])('%s is a lost connection, with the words of the system', (_, code) => {
  const cause = errorWith(code);
  expect(tlsFailure(cause)).toMatchObject({
    problem: 'connection-lost',
    detail: 'its words',
    cause,
  });
});
