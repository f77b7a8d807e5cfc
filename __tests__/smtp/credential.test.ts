import { ACCOUNT_DEFAULTS } from '../../src/inputs/names.ts';
import { parseAccount } from '../../src/inputs/account.ts';
import type { Account } from '../../src/model/account.ts';
import { credentialOf } from '../../src/smtp/conversation.ts';

/** Which of several things that an account holds is proved to the server. */

const base = parseAccount({
  ...ACCOUNT_DEFAULTS,
  host: 'mail.example.test',
  username: 'user@example.test',
  password: 'correct horse',
});
const { password: _, ...bare } = base;
const clientCertificate = { certificate: 'a certificate', key: 'its key' };
const username = 'user@example.test';

const certificate = { kind: 'certificate', username };
const password = { kind: 'password', username, password: 'correct horse' };

test.each<[string, Account, string | undefined, object]>([
  ['a password', base, undefined, password],
  [
    'a token',
    { ...bare, accessToken: 'given' },
    undefined,
    { kind: 'token', username, token: 'given' },
  ],
  ['a token that was fetched', bare, 'fetched', { kind: 'token', username, token: 'fetched' }],
  ['a client certificate', { ...bare, clientCertificate }, undefined, certificate],
  ['a password, beside a certificate for TLS', { ...base, clientCertificate }, undefined, password],
  [
    'a token, beside a certificate for TLS',
    { ...bare, clientCertificate },
    'fetched',
    { kind: 'token', username, token: 'fetched' },
  ],
  [
    'the certificate, beside a password, for EXTERNAL',
    { ...base, clientCertificate, mechanism: 'EXTERNAL' },
    undefined,
    certificate,
  ],
  ['a password that is not there: an empty one', bare, undefined, { ...password, password: '' }],
])('%s', (_name, account, token, credential) => {
  expect(credentialOf(account, token)).toEqual(credential);
});
