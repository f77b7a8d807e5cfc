import { saslPrepared } from '../../src/sasl/scram-messages.ts';

describe('SASLprep', () => {
  test.each([
    ['RFC 4013 section 3: soft hyphen', 'I\u00adX', 'IX'],
    ['RFC 4013 section 3: letter case stays', 'USER', 'USER'],
    ['RFC 4013 section 3: compatibility form', '\u00aa', 'a'],
    ['RFC 4013 section 3: Roman nine', '\u2168', 'IX'],
    ['a no-break space becomes a space', 'a\u00a0b', 'a b'],
    ['spaces at the ends stay', '  x  ', '  x  '],
  ])('%s is prepared as the standard says', (_, given, prepared) => {
    expect(saslPrepared(given)).toBe(prepared);
  });

  test.each([
    ['an emoji, which Unicode 3.2 does not know', 'パスワード🔑'],
    ['a control character', 'a\u0007b'],
    ['a bidirectional mix', '\u06271'],
  ])('%s is refused by the profile and used as given', (_, given) => {
    expect(saslPrepared(given)).toBe(given);
  });
});
