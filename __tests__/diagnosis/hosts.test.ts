import { causeOf, explain } from '../../src/diagnosis/judge.ts';
import { findReply } from '../../src/diagnosis/match.ts';
import { KNOWLEDGE } from '../../src/diagnosis/known.ts';
import { createRefusal } from '../support/results.ts';

/**
 * Replies that the data has never seen. What they say must not be guessed at: they fall back to their
 * class, and where the class is "refused", the words admit that the cause is not certain.
 */

const COMPANY_ROWS = new Set(
  KNOWLEDGE.companies.flatMap(({ replies }) => replies.map(({ id }) => id)),
);

const UNKNOWN_REFUSALS = [
  '535 Benutzerkennung oder Kennwort falsch',
  '535 5.7.8 Anmeldung fehlgeschlagen',
  '535 Identifiant ou mot de passe incorrect',
  "535 5.7.8 Échec de l'authentification",
  '535 Error de autenticación: usuario o contraseña no válidos',
  '535 Autenticazione fallita',
  '535 認証に失敗しました',
  '535 5.7.8 用户名或密码错误',
  '535 Неверное имя пользователя или пароль',
  '535 인증 실패',
  '535 Błąd uwierzytelniania',
  '535 5.7.8',
  '535',
  '535 no',
  '535 5.7.8 Nope, try harder',
  '535 5.0.0 Delivery not for you',
  '535 5.1.1 Unknown',
  '535 5.7.0 Rejected by local policy module 17',
  '535 Unbekannter Fehler (0x80070005)',
  '535 LDAP bind returned 49',
  '535 {"error":"unauthorized"}',
  '535 <html><body>401</body></html>',
  '535 5.7.8 see http://example.test/why?id=12',
  '535 Too late',
  '535 5.7.1 The moon is in the wrong phase',
  '535 5.7.8 Invalid app password',
  '535 5.7.8 This app password was revoked',
  '535 Your user agent is blocked? No, your user name is unknown',
  '550 Requested action not taken',
  '550 5.7.1 Go away',
  '554 5.7.1 Transaction failed',
  '553 Sorry, your envelope sender is in my badmailfrom list',
  '571 Delivery not authorized',
  '599 Unspecified',
];

test.each(UNKNOWN_REFUSALS)('unknown: %s', (line) => {
  const result = createRefusal(line.includes(' ') ? line : `${line} `);
  expect(causeOf(result)).toBe('credential-refused');
  const { meaning, nextStep } = explain(result);
  expect(meaning).toContain('the cause is not certain');
  expect(nextStep).toContain("server's own words");
});

test.each([
  ['454 4.7.0 Bitte später noch einmal', 'temporary-failure'],
  ['451 4.3.0 Backend is having lunch', 'temporary-failure'],
  ['421 Au revoir', 'temporary-failure'],
  ['432 4.3.9 Hmm', 'temporary-failure'],
  ['530 5.5.7 Chiffrement requis', 'tls-required'],
  ['538 Verschlüsselung nötig', 'tls-required'],
  ['504 Mécanisme inconnu', 'mechanism-refused'],
  ['502 5.5.1 Kommando unbekannt', 'mechanism-refused'],
  ['500 5.5.1 Was?', 'unexpected-reply'],
  ['503 5.5.0 Falsche Reihenfolge', 'unexpected-reply'],
])('unknown: %s is %s', (line, cause) => {
  expect(causeOf(createRefusal(line))).toBe(cause);
});

test('no unknown reply takes the advice of the company at whose host it comes, beyond its catch-all', () => {
  const hosts = KNOWLEDGE.companies.map(({ hosts: [first = ''] }) => first.replaceAll('*', 'x1'));
  for (const host of hosts) {
    for (const line of UNKNOWN_REFUSALS.filter((text) => text.includes(' '))) {
      const found = findReply(createRefusal(line, { account: { host } }));
      expect({
        host,
        line,
        row: found && COMPANY_ROWS.has(found.row.id) ? found.row.id : '',
      }).toEqual({
        host,
        line,
        row: '',
      });
    }
  }
});

test('a refusal before the password was seen is never a wrong password', () => {
  const result = createRefusal('535 Incorrect authentication data', { credentialSent: false });
  expect(causeOf(result)).toBe('credential-refused');
  expect(explain(result).meaning).toContain('before it had seen the credential');
});

describe('a secret that is no password', () => {
  const account = { host: 'smtp.gmail.com' };
  const line = '535 5.7.8 Username and Password not accepted.';

  test.each(['XOAUTH2', 'OAUTHBEARER'])(
    '%s is told about its token, not a password',
    (mechanism) => {
      const result = createRefusal(line, { account, mechanism });
      expect(causeOf(result)).toBe('access-token-refused');
      const { meaning, nextStep } = explain(result);
      expect(`${meaning} ${nextStep}`).toContain('https://mail.google.com/');
      expect(`${meaning} ${nextStep}`).not.toMatch(/password/i);
    },
  );

  test('EXTERNAL is not told about a password of that company', () => {
    const result = createRefusal(line, { account, mechanism: 'EXTERNAL' });
    expect(causeOf(result)).toBe('credential-refused');
    expect(explain(result).nextStep).not.toContain('app password');
  });
});

test('a company that refuses by place without saying so is named beside the usual advice', () => {
  const line = '535 5.7.8 Error: authentication failed: authentication failure';
  const there = createRefusal(line, { account: { host: 'sv1234.xserver.jp' } });
  expect(causeOf(there)).toBe('wrong-credentials');
  expect(explain(there).nextStep).toContain('outside Japan');
  expect(explain(createRefusal(line)).nextStep).not.toContain('Japan');
});
