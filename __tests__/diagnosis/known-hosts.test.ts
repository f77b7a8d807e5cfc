import { providersOf } from '../../src/diagnosis/known-hosts.ts';
import { COMPANIES } from '../../src/diagnosis/match.ts';
import type { CredentialFacts } from '../../src/model/account.ts';
import { createRefusal } from '../support/results.ts';

/**
 * Replies that the data has never seen. What they say must not be guessed at: they fall back to their class, and where
 * the class is "refused", the words admit that the cause is not certain.
 */

const COMPANY_ROWS = new Set(COMPANIES.flatMap(({ replies }) => replies.map(({ id }) => id)));

const UNKNOWN_REFUSALS = [
  '535 no',
  '535 5.7.8 Nope, try harder',
  '535 5.0.0 Delivery not for you',
  '535 5.1.1 Unknown',
  '535 Unbekannter Fehler (0x80070005)',
  '535 <html><body>401</body></html>',
  '535 5.7.8 see http://example.test/why?id=12',
  '535 5.7.1 The moon is in the wrong phase',
  '535 Too late',
  '550 Requested action not taken',
  '550 5.7.1 Go away',
  '554 5.7.1 Transaction failed',
  '553 Sorry, your envelope sender is in my badmailfrom list',
  '571 Delivery not authorized',
  '599 Unspecified',
];

test.each([...UNKNOWN_REFUSALS, '535', '535 5.7.8'])('unknown: %s', (line) => {
  const { cause, meaning, nextStep } = createRefusal(line).diagnosis;
  expect(cause).toBe('credential-refused');
  expect(meaning).toContain('the cause is not certain');
  expect(nextStep).toContain("server's reply");
});

test.each([
  ['454 4.7.0 Encore un instant', 'temporary-failure'],
  ['451 4.3.0 Backend is having lunch', 'temporary-failure'],
  ['421 Au revoir', 'temporary-failure'],
  ['432 4.3.9 Hmm', 'temporary-failure'],
  ['504 Mécanisme inconnu', 'mechanism-refused'],
  ['502 5.5.1 Kommando unbekannt', 'mechanism-refused'],
  ['500 5.5.1 Was?', 'unexpected-reply'],
  ['503 5.5.0 Falsche Reihenfolge', 'unexpected-reply'],
])('unknown: %s is %s', (line, cause) => {
  expect(createRefusal(line).diagnosis.cause).toBe(cause);
});

test('no unknown reply gets the advice of the company at whose host it comes, beyond its catch-all', () => {
  for (const { hosts } of COMPANIES) {
    const host = (hosts[0] ?? '').replaceAll('*', 'x1');
    for (const line of UNKNOWN_REFUSALS) {
      const { anchor } = createRefusal(line, { account: { host } }).diagnosis;
      expect({ host, line, row: COMPANY_ROWS.has(anchor) ? anchor : '' }).toEqual({
        ...{ host, line },
        row: '',
      });
    }
  }
});

test('a refusal before the password was seen is never a wrong password', () => {
  for (const line of ['535 Incorrect authentication data', '535 Invalid password']) {
    const { diagnosis } = createRefusal(line, { credentialSent: false });
    expect(diagnosis.cause).toBe('credential-refused');
    expect(diagnosis.meaning).toContain('before it had seen the credential');
  }
});

describe('a secret that is not a password', () => {
  const line = '535 5.7.8 Username and Password not accepted.';

  function atGmail(mechanism: string, kind: CredentialFacts['kind']) {
    const account = { host: 'smtp.gmail.com', credential: { kind, isAscii: true } };
    return createRefusal(line, { account, mechanism }).diagnosis;
  }

  test.each(['XOAUTH2', 'OAUTHBEARER'])(
    '%s is told about its token, not a password',
    (mechanism) => {
      const { cause, meaning, nextStep } = atGmail(mechanism, 'access-token');
      expect(cause).toBe('access-token-refused');
      expect(nextStep).toContain('https://mail.google.com/');
      expect(`${meaning} ${nextStep}`).not.toMatch(/password/i);
    },
  );

  test('EXTERNAL is not told about a password of that company', () => {
    const { cause, nextStep } = atGmail('EXTERNAL', 'client-certificate');
    expect(cause).toBe('credential-refused');
    expect(nextStep).not.toContain('password');
  });
});

test('a company that refuses by place without saying so is named beside the usual advice', () => {
  const line = '535 5.7.8 Error: authentication failed: authentication failure';
  const host = 'sv1234.xserver.jp';
  expect(providersOf(host)).toHaveLength(1);
  const there = createRefusal(line, { account: { host } }).diagnosis;
  expect(there.cause).toBe('wrong-credentials');
  expect(there.nextStep).toContain('outside Japan');
  expect(createRefusal(line).diagnosis.nextStep).not.toContain('Japan');
});
