import { createRefusal, redacted, TLS } from '../support/results.ts';

/** What real servers said to a wrong password, word for word. Never more is read from it than they know. */
test.each([
  [
    'Postfix 3.7 with Dovecot 2.3',
    'mail.example.test ESMTP Postfix',
    '535 5.7.8 Error: authentication failed: (reason unavailable)',
  ],
  [
    'Postfix with another banner',
    'mail.example.test ESMTP',
    '535 5.7.8 Error: authentication failed: (reason unavailable)',
  ],
  [
    'Postfix, LOGIN, older',
    'mail.example.test ESMTP Postfix (Debian/GNU)',
    '535 5.7.8 Error: authentication failed: UGFzc3dvcmQ6',
  ],
  [
    'Exim 4.96',
    'mail.example.test ESMTP Exim 4.96 Tue, 24 Nov 2026 03:17:19 +0000',
    '535 Incorrect authentication data',
  ],
  ['npm smtp-server', 'mail.example.test ESMTP', '535 Invalid username or password'],
])('%s: wrong credentials', (_server, banner, line) => {
  const { diagnosis } = createRefusal(line, { banner: redacted(banner) });
  expect(diagnosis).toMatchObject({ cause: 'wrong-credentials', provesDead: true });
  const { meaning, nextStep } = diagnosis;
  expect(meaning).toMatch(/re(fus|ject)ed (the )?user name (and|or) password/);
  expect(`${meaning} ${nextStep}`).not.toMatch(/app password|locked|policy|address is|token/i);
});

test.each([
  ['503 5.5.1 Error: authentication not enabled', 'auth-not-offered'],
  ['503 AUTH command used when not advertised', 'auth-not-offered'],
  ['504 DIGEST-MD5 authentication mechanism not supported', 'mechanism-refused'],
  ['501 Invalid base64 data', 'login-malformed'],
])('%s is %s', (line, cause) => {
  expect(createRefusal(line).diagnosis.cause).toBe(cause);
});

/** Bug: a server that had TLS already was answered with "use STARTTLS". */
test.each([
  '503 5.5.1 Error: authentication not enabled',
  '503 AUTH command used when not advertised',
  '503 5.3.3 AUTH not available',
])('%s: STARTTLS is advised only where TLS is missing', (line) => {
  const inTls = createRefusal(line, { tls: TLS }).diagnosis;
  expect(inTls).toMatchObject({ cause: 'auth-not-offered' });
  expect(`${inTls.meaning} ${inTls.nextStep}`).not.toMatch(/STARTTLS/i);
  const { diagnosis } = createRefusal(line, { tls: undefined as never });
  expect(diagnosis.nextStep).toMatch(/587 with "starttls: required"/);
});
