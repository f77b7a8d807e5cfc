import fc from 'fast-check';
import { LEXICON } from '../../src/diagnosis/lexicon.ts';
import { readRefusal } from '../../src/diagnosis/vocabulary.ts';

/** Real refusals that say "wrong" and nothing else, by language. */
const PLAIN: Readonly<Record<string, readonly string[]>> = {
  English: [
    'Invalid username or password',
    'Invalid user name and/or password.',
    'Incorrect username/password combination',
    'The user name or password is incorrect.',
    'The username or password you entered is incorrect. Please try again.',
    'Either the username or the password is wrong.',
    'Wrong password',
    'Bad password',
    'Password mismatch',
    'Password does not match',
    'Passwords don’t match',
    'Unknown user or incorrect password',
    'User not found',
    'No such user',
    'User does not exist',
    'Mailbox does not exist',
    'No such account',
    'Your credentials are invalid',
    'Authentication failed: invalid credentials',
    'Error: authentication failed: bad password',
    'SMTP credentials not valid',
    'Invalid email address or password',
    'Login incorrect',
    'Invalid login credentials',
    'Sorry, wrong password!',
    'Invalid API key',
    'The access token is expired',
    'Invalid or expired token',
    'Incorrect password for <user@example.com> (#5.7.8)',
    'Username and Password not accepted. For more information, go to https://support.google.com/mail/?p=BadCredentials a1b2c3d4-sm123 - gsmtp',
  ],
  German: [
    'Benutzername oder Passwort falsch',
    'Benutzerkennung oder Kennwort falsch',
    'Falsches Passwort',
    'Ungültige Zugangsdaten',
    'Die Zugangsdaten sind ungültig',
    'Benutzername und Kennwort stimmen nicht überein',
    'Anmeldung fehlgeschlagen: Unbekannter Benutzer',
  ],
  French: [
    "Nom d'utilisateur ou mot de passe incorrect",
    'Identifiant ou mot de passe invalide',
    'Mot de passe incorrect',
    'Identifiants invalides',
    'Mauvais mot de passe',
  ],
  Spanish: [
    'Usuario o contraseña incorrectos',
    'Error de autenticación: usuario o contraseña no válidos',
    'Contraseña incorrecta',
    'Credenciales inválidas',
  ],
  Italian: [
    'Nome utente o password errati',
    'Credenziali non valide',
    'Password errata',
    'Utente sconosciuto',
  ],
  Portuguese: ['Usuário ou senha inválidos', 'Senha incorreta', 'Usuário não existe'],
  Dutch: [
    'Gebruikersnaam of wachtwoord onjuist',
    'Ongeldige inloggegevens',
    'Wachtwoord incorrect',
  ],
  'Nordic languages': [
    'Felaktigt användarnamn eller lösenord',
    'Forkert brugernavn eller adgangskode',
    'Feil brukernavn eller passord',
    'Väärä käyttäjätunnus tai salasana',
  ],
  Polish: ['Nieprawidłowa nazwa użytkownika lub hasło', 'Błędne hasło'],
  Czech: ['Neplatné uživatelské jméno nebo heslo', 'Nesprávné heslo'],
  Hungarian: ['Hibás felhasználónév vagy jelszó', 'Helytelen jelszó'],
  Russian: ['Неверный логин или пароль', 'Неверное имя пользователя или пароль'],
  Turkish: ['Kullanıcı adı veya şifre hatalı', 'Geçersiz kullanıcı adı veya parola'],
  Japanese: [
    'ユーザー名またはパスワードが間違っています。',
    'パスワードが正しくありません',
    'ユーザー名またはパスワードが正しくありません',
  ],
  Chinese: ['用户名或密码错误', '密码不正确', '帐号不存在', '使用者名稱或密碼錯誤'],
  Korean: [
    '사용자 이름 또는 비밀번호가 올바르지 않습니다',
    '비밀번호가 일치하지 않습니다',
    '비밀번호가 틀렸습니다',
  ],
};

/** They say that the login failed and nothing else. */
const FAILED = [
  'Authentication failed',
  'Authentication failed.',
  'authentication failure',
  'Error: authentication failed: authentication failure',
  'Error: authentication failed: UGFzc3dvcmQ6',
  'Error: authentication failed: (reason unavailable)',
  'Authentication unsuccessful',
  'Authentication rejected',
  'SASL LOGIN authentication failed',
  'SASL PLAIN authentication failed: UGFzc3dvcmQ6',
  'SMTP authentication failed',
  'Login failed',
  'Login Fail',
  'Auth failed for user@example.com',
  'Authentication failed. Restarting authentication process.',
  'authorization failed (#5.7.0)',
  'Authentication unsuccessful [YQBPR01CA011.CANPRD01.prod.outlook.com 2026-11-28T01:02:03.004Z 08DCBB430284475F]',
  'Anmeldung fehlgeschlagen',
  "Échec de l'authentification",
  'Autenticación fallida',
  'Autenticazione fallita',
  'Falha na autenticação',
  'Authenticatie mislukt',
  'Inloggningen misslyckades',
  'Uwierzytelnianie nie powiodło się',
  'Ověření selhalo',
  'Kimlik doğrulama başarısız',
  '認証に失敗しました',
  'ログインに失敗しました。',
  '身份验证失败',
  '认证失败',
  '인증 실패',
];

/** They say something else, or something more. */
const NOT_PLAIN: Readonly<Record<string, readonly string[]>> = {
  limits: [
    'Too many invalid passwords',
    'Invalid password. Too many attempts.',
    'Authentication failed: limit reached',
    'The email limit is reached. Please upgrade your plan',
    'Login rate exceeded',
    'Daily user sending quota exceeded',
    'Maximum number of logins reached',
    'Invalid credentials limit',
  ],
  captcha: [
    'Authentication failed: Your message looks like spam',
    'Prove that you are not a robot',
    'Invalid password or captcha required',
    'Authentication failed, solve the captcha',
    'Login failed: please confirm in browser',
  ],
  'plan and payment': [
    'Account not in good standing',
    'Your trial has ended',
    'Invalid license for this account',
    'Unpaid invoice: login refused',
    'Your subscription does not include SMTP',
  ],
  suspension: [
    'Your account has been suspended',
    'User suspended',
    'Invalid password or account locked',
    'Account locked',
    'Login failed: user disabled',
    'Account disabled',
    'Mailbox closed',
    'Invalid account status',
    'The user account is blocked',
    'Authentication failed: mailbox frozen',
  ],
  'a switch': [
    'SMTP disabled for this user',
    'Authentication failed, please open smtp flag first!',
    'SmtpClientAuthentication is disabled for the Tenant.',
    'SMTP access not valid for this account',
    'Login not allowed',
    'POP3/SMTP service is not open',
    'Please enable SMTP',
  ],
  policy: [
    'Authentication failed: blocked by policy',
    'Login denied by administrator',
    'Access denied',
    'Authentication rejected by security rules',
    'the request did not meet the criteria to be authenticated successfully',
    'Invalid login from this country',
    'Login from your location refused',
    'Invalid IP for user',
  ],
  'app password': [
    'Application-specific password required',
    'Invalid app password',
    'Please use your app password',
    'Please enter your authorization code to login',
    'Password not accepted, use an app password',
  ],
  verification: [
    'Please verify your account',
    'Verification required',
    'Wrong password or unverified account',
    'Please log in with your web browser',
    'Two-factor authentication required',
    'Confirm your identity',
  ],
  throttle: [
    'Too many login attempts, please try again later',
    'authentication failed: rate limited',
    'Slow down',
    'Authentication rejected: Try later',
    'Invalid credentials, try again in 10 minutes',
  ],
  'backend faults': [
    'Authentication failed: Connection lost to authentication server',
    'Temporary authentication failure',
    'Authentication failed: LDAP error',
    'Login failed: database unavailable',
    'Authentication failed: server unavailable',
    'Authentication failed: bad server',
    'Unknown authentication error',
    'Unknown authentication failure',
    'Login failed for unknown reason',
    'Authentication failed: internal error',
    'authentication failed: generic failure',
    'Authentication failed: system busy',
  ],
  'the form of a login': [
    'Invalid username format',
    'Authentication failed: Invalid format',
    'Username is not a full address',
    'Invalid authentication mechanism',
    'Malformed login',
    'Invalid email address',
    'Wrong encoding of credentials',
  ],
  'words that nobody understands': [
    'Nope',
    'Sorry.',
    'Denied',
    'Unauthorized',
    'The moon is in the wrong phase',
    'Invalid xyzzy for user',
    'Your password is plugh',
    'no',
    '',
    'Wrong username or password, crook!',
  ],
  'words hidden in brackets, ids and links': [
    'Invalid password [disabled]',
    'Invalid password [account.disabled]',
    'Authentication failed [account suspended]',
    'Authentication failed (temporarily)',
    'Authentication failed id-suspended-1',
    'Authentication failed suspended1',
    'Invalid password <blocked>',
    'Invalid password https://example.com/account-suspended',
    'Authentication failed, see https://example.com/limit',
    'Authentication failed #disabled',
    'Invalid password {locked}',
    'Authentication failed_locked',
    'Authentication failed:limit',
    'Invalid password　停用',
    'Authentication failed 请稍后重试',
    'パスワードが正しくありません。アカウントロック',
    '密码错误次数过多',
    '用户名或密码错误,帐号已锁定',
  ],
  'other languages': [
    'Konto gesperrt',
    'Falsches Passwort oder Konto gesperrt',
    'Passwort abgelaufen',
    'Compte suspendu',
    'Mot de passe expiré',
    'Cuenta bloqueada',
    'Contraseña caducada',
    'Account bloccato',
    'Слишком много попыток',
    'アカウントがロックされています',
    '帐号已停用',
    '계정이 잠겼습니다',
  ],
  negations: [
    'Username is not invalid',
    'Password is correct',
    'not a wrong password',
    'The password is right but the account is off',
  ],
};

const rows = (table: Readonly<Record<string, readonly string[]>>): [string, string][] =>
  Object.entries(table).flatMap(([name, texts]) =>
    texts.map((text): [string, string] => [name, text]),
  );

test('the tables are long enough to mean something', () => {
  expect(Object.keys(PLAIN).length).toBeGreaterThanOrEqual(10);
  expect(rows(PLAIN).length).toBeGreaterThanOrEqual(60);
  expect(rows(NOT_PLAIN).length).toBeGreaterThanOrEqual(80);
});

test.each(rows(PLAIN))('%s, plain: %s', (_language, text) => {
  expect(readRefusal(text)).toBe('plain');
  expect(readRefusal(text.toUpperCase())).toBe('plain');
});

test.each(FAILED)('failed and no more: %s', (text) => {
  expect(readRefusal(text)).toBe('failed');
});

test.each(rows(NOT_PLAIN))('%s, proves nothing: %s', (_kind, text) => {
  expect(['worded', undefined]).toContain(readRefusal(text));
});

test('the lexicon holds phrases as they are looked up, each with one meaning', () => {
  for (const phrase of LEXICON.keys()) {
    expect(phrase).toBe(phrase.normalize('NFKC').toLowerCase());
    expect(phrase).toMatch(/^[\p{L}\p{M}\d]+( [\p{L}\p{M}\d]+){0,3}$/u);
  }
});

describe('whatever surrounds a refusal', () => {
  const sentences = [...rows(PLAIN).map(([, text]) => text), ...FAILED];
  const sentence = fc.constantFrom(...sentences);
  /** A word that is not in the lexicon. */
  const stranger = fc
    .oneof(
      fc.stringMatching(/^[a-z]{3,14}$/),
      fc.constantFrom('limit', 'disabled', 'locked', 'later', 'spam', 'robot', 'quota', 'plan'),
      fc.stringMatching(/^[а-я]{3,12}$/),
      fc.stringMatching(/^[一-龠]{1,6}$/),
    )
    .filter((word) => !LEXICON.has(word) && !/^[a-f]+$/.test(word));

  test('one word that is not known takes the proof away', () => {
    fc.assert(
      fc.property(sentence, stranger, fc.boolean(), (text, word, isBefore) => {
        fc.pre(!Array.from(word).every((letter) => LEXICON.has(letter)));
        const said = isBefore ? `${word} ${text}` : `${text} ${word}`;
        // A word before a quoted name or id of one word could belong to it.
        expect(['worded', undefined]).toContain(readRefusal(said));
      }),
    );
  });

  test('any text is read without an exception, and never as plain without a word of the lexicon', () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }));
    fc.assert(
      fc.property(text, (said) => {
        const refusal = readRefusal(said);
        if (refusal === undefined) return;
        const known = [...LEXICON.keys()].some((phrase) => said.toLowerCase().includes(phrase));
        expect(known).toBe(true);
      }),
    );
  });
});

test.each([
  'invalid '.repeat(9000),
  'password '.repeat(8000),
  'invalid password '.repeat(4000),
  'a'.repeat(65_536),
  ' '.repeat(65_536),
  '['.repeat(65_536),
  ')'.repeat(65_535) + 'x',
  'a1.'.repeat(22_000),
  'a@'.repeat(33_000),
  'https://'.repeat(8000),
  '认'.repeat(65_536),
  ' - gsmtp'.repeat(8000),
  'i\u0307'.repeat(30_000),
])('64 KiB are read in no time: %#', (text) => {
  readRefusal(text);
  const times = [1, 2, 3].map(() => {
    const startedAt = performance.now();
    readRefusal(text);
    return performance.now() - startedAt;
  });
  // The shortest, since others may use the machine too.
  expect(Math.min(...times)).toBeLessThan(50);
});
