import * as values from '../../src/inputs/credential-values.ts';
import { refusal } from './refusal.ts';

test('a user name is accepted as it is, without line ends and NUL', () => {
  expect(values.parseUsername(' a\tb ')).toBe(' a\tb ');
  expect(refusal(() => values.parseUsername(''))).toBe('is empty');
  for (const odd of ['a\n', '\ra', 'a\0b']) {
    expect(refusal(() => values.parseUsername(odd))).toContain('contains a line break or NUL');
  }
});

test('the user name beside a token has no control character, which would end its field', () => {
  expect(values.parseMailbox('a@example.test')).toBe('a@example.test');
  expect(refusal(() => values.parseMailbox('a\u0001b'))).toContain('control character');
  expect(refusal(() => values.parseMailbox(''))).toBe('is empty');
});

test('a password is accepted as it is, without NUL', () => {
  expect(values.parsePassword(' a\r\n ')).toBe(' a\r\n ');
  expect(refusal(() => values.parsePassword(''))).toBe('is empty');
  expect(refusal(() => values.parsePassword('a\0'))).toContain('contains a NUL character');
});

test('a header is not an access token', () => {
  expect(refusal(() => values.parseToken('Bearer abc'))).toBe(
    'begins with "Bearer"; give the token alone',
  );
});

test.each(['a b', 'a\n', 'ä'])('%j is not an access token', (token) => {
  expect(refusal(() => values.parseToken(token))).toContain('is not an access token');
});

test.each(['http://a.example/', 'https://u:p@a.example/', 'https://a.example/#x', 'a.example', ''])(
  'no secret is sent to %j',
  (url) => {
    expect(refusal(() => values.parseHttpsUrl(url))).toContain('must begin with "https://"');
  },
);
