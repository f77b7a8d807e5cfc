import fc from 'fast-check';
import { decodeLines, decodeText, misread } from '../../src/safety/charset.ts';

/** Replies in the charsets that servers use without naming them. The bytes are made by turning Node's decoders around. */

/** Every character that a charset of one or two bytes a character has, with its bytes. */
function encoderOf(label: string): (text: string) => Buffer {
  const decoder = new TextDecoder(label, { fatal: true });
  const bytesOf = new Map<string, number[]>();
  const learn = (...bytes: number[]): void => {
    try {
      const character = decoder.decode(Uint8Array.from(bytes));
      if (Array.from(character).length === 1 && !bytesOf.has(character))
        bytesOf.set(character, bytes);
    } catch {
      // not a character of this charset
    }
  };
  for (let first = 0; first < 0x100; first += 1) learn(first);
  for (let first = 0x81; first < 0x100; first += 1) {
    for (let second = 0x40; second < 0x100; second += 1) learn(first, second);
  }
  return (text) => {
    const bytes = Array.from(text, (character) => {
      const found = bytesOf.get(character);
      if (!found) throw new Error(`${label} has no ${character}`);
      return found;
    });
    return Buffer.from(bytes.flat());
  };
}

const REPLIES: readonly (readonly [string, readonly string[]])[] = [
  [
    'gb18030',
    [
      '用户无权登陆',
      '用户名或密码错误',
      '登录失败，请检查授权码',
      '请使用授权码登录。详情请看: http://service.mail.qq.com/cgi-bin/help?subtype=1',
      '认证失败',
      '系统繁忙，请稍后再试',
      '账号被锁定',
      '发送频率过高',
      '您的帐户已被冻结',
      '对不起，您没有开通SMTP服务',
    ],
  ],
  [
    'big5',
    ['使用者名稱或密碼錯誤', '驗證失敗', '帳號已被鎖定', '登入失敗，請稍後再試', '密碼錯誤'],
  ],
  [
    'shift_jis',
    [
      'ユーザー名またはパスワードが違います',
      '認証に失敗しました',
      'アカウントがロックされています',
      '認証失敗',
      '送信数の上限を超えました',
    ],
  ],
  ['euc-jp', ['ユーザー名またはパスワードが違います', '認証に失敗しました', '認証失敗']],
  [
    'euc-kr',
    [
      '사용자 이름 또는 비밀번호가 올바르지 않습니다',
      '인증 실패',
      '로그인에 실패했습니다',
      '비밀번호 오류',
      '계정이 잠겼습니다',
    ],
  ],
  ['windows-1251', ['Неверный логин или пароль', 'Ошибка авторизации', 'ДОСТУП ЗАПРЕЩЕН']],
  ['koi8-r', ['Неверный логин или пароль', 'Ошибка авторизации']],
];

describe.each(REPLIES)('%s', (label, replies) => {
  const encode = encoderOf(label);

  test.each(replies)('is recognised: %s', (reply) => {
    for (const text of [reply, `5.7.8 Error: ${reply}`, `Error (${reply})`]) {
      expect(decodeText(encode(text))).toBe(text);
    }
  });
});

test.each([
  'Benutzername oder Passwort ungültig',
  'Identifiant ou mot de passe incorrect, veuillez réessayer',
  'Contraseña incorrecta',
  'Autenticação falhou: usuário inválido',
  'Großbuchstaben überprüfen',
  'Fel användarnamn eller lösenord',
  'VÄÄRÄ SALASANA',
  '¡Usuario no válido!',
])('Latin-1 is recognised: %s', (text) => {
  expect(decodeText(Buffer.from(text, 'latin1'))).toBe(text);
});

test('windows-1252 has quotes and a euro sign where Latin-1 has control characters', () => {
  expect(decodeText(Buffer.from('Acc\xe8s refus\xe9 \xe0 l\x92h\xf4te: 5 \x80', 'latin1'))).toBe(
    'Accès refusé à l’hôte: 5 €',
  );
});

/** RFC 1468: seven bits, so it would pass as ASCII. */
test.each([
  ["\x1b$BG'>Z<:GT\x1b(B", '認証失敗'],
  ['5.7.8 \x1b$B%Q%9%o!<%I\x1b(B error', '5.7.8 パスワード error'],
])('ISO-2022-JP is recognised by its escape sequences: %j', (bytes, text) => {
  expect(decodeText(Buffer.from(bytes, 'latin1'))).toBe(text);
});

test('a terminal colour is not taken for ISO-2022-JP', () => {
  expect(decodeText(Buffer.from('\x1b[31mno\x1b[0m'))).toBe('\x1b[31mno\x1b[0m');
});

test('UTF-8 that is cut in the middle of a character stays UTF-8', () => {
  const bytes = Buffer.from('用户名或密码错误');
  expect(decodeText(bytes.subarray(0, -1))).toBe('用户名或密码错\ufffd');
});

test('the lines of one reply are decoded alike, so a short line profits from a long one', () => {
  const encode = encoderOf('gb18030');
  expect(decodeLines([encode('登录'), encode('用户名或密码错误')])).toEqual([
    '登录',
    '用户名或密码错误',
  ]);
});

test('a byte order mark stays, as every other character of a hostile text', () => {
  expect(decodeText(Buffer.from('\ufeffx'))).toBe('\ufeffx');
});

test('a secret outside ASCII is known in each charset that its bytes could be taken for', () => {
  expect(misread('pässwörd')).toEqual(
    expect.arrayContaining(['pässwörd', 'pÃ¤sswÃ¶rd', 'p盲ssw枚rd']),
  );
});

test('property: text in UTF-8 comes out as it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(decodeText(Buffer.from(text))).toBe(text);
    }),
  );
});

test('property: whatever bytes come, each line is decoded, and its ASCII is not lost', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 60 }), { maxLength: 5 }), (chunks) => {
      const lines = chunks.map((chunk) => Buffer.from(chunk));
      const decoded = decodeLines(lines);
      expect(decoded).toHaveLength(lines.length);
      for (const [index, text] of decoded.entries()) {
        expect(text.length).toBeLessThanOrEqual((lines[index]?.length ?? 0) * 2);
        const [start = ''] = /^[\x20-\x7d]*/.exec(lines[index]?.toString('latin1') ?? '') ?? [];
        expect(text.startsWith(start)).toBe(true);
      }
    }),
  );
});
