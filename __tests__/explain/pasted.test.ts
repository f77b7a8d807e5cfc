import fc from 'fast-check';
import { MAX_PASTED, readPasted } from '../../src/explain/pasted.ts';
import { ValueError } from '../../src/inputs/reader.ts';
import { ReplyReader } from '../../src/smtp/reply-reader.ts';

const GMAIL = [
  '535-5.7.8 Username and Password not accepted. For more information, go to',
  '535 5.7.8  https://support.google.com/mail/?p=BadCredentials x1 - gsmtp',
];

function replyIn(text: string): unknown {
  const pasted = readPasted(text);
  return pasted.kind === 'reply' ? pasted.reply : pasted;
}

function faultOf(text: string): { kind: string; predicate: string } {
  try {
    readPasted(text);
  } catch (error) {
    if (error instanceof ValueError) {
      const { kind, predicate } = error;
      return { kind, predicate: typeof predicate === 'string' ? predicate : '' };
    }
    throw error;
  }
  throw new Error('the text was accepted');
}

describe('a pasted text', () => {
  it.each([
    ['a reply alone', '535 5.7.8 Error: authentication failed'],
    ['a line of curl', '< 535 5.7.8 Error: authentication failed'],
    ['a line of swaks', '<** 535 5.7.8 Error: authentication failed'],
    [
      'an exception of Java',
      'AuthenticationFailedException: 535 5.7.8 Error: authentication failed',
    ],
    ['PHPMailer', 'SERVER -> CLIENT: 535 5.7.8 Error: authentication failed'],
    ['Python', "SMTPAuthenticationError: (535, b'5.7.8 Error: authentication failed')"],
    ['a port before it', 'connect to mail.example:587: 535 5.7.8 Error: authentication failed'],
    ['a line that broke', '535 5.7.8 Error:\n   authentication failed\n\n250 later'],
    ['a dialogue', '220 mx ESMTP\n250-mx\n250 AUTH PLAIN\n535 5.7.8 Error: authentication failed'],
  ])('gives the reply in %s', (_, text) => {
    expect(replyIn(text)).toMatchObject({ code: 535, enhanced: '5.7.8' });
    expect(JSON.stringify(replyIn(text))).toMatch(/Error:.*authentication failed/);
    expect(JSON.stringify(replyIn(text))).not.toMatch(/later|ESMTP|'|PLAIN/);
  });

  it('gives the lines of an error of Nodemailer, without the stack behind them', () => {
    const text = `Error: Invalid login: ${GMAIL.join('\n')}
    at SMTPConnection._formatError (/app/node_modules/nodemailer/lib/smtp-connection/index.js:790:19)
  code: 'EAUTH',
  response: '535-5.7.8 Username and Password not accepted. For more information, go to\\n' +
    '535 5.7.8  https://support.google.com/mail/?p=BadCredentials x1 - gsmtp',
  responseCode: 535,`;
    expect(replyIn(text)).toEqual({
      code: 535,
      enhanced: '5.7.8',
      lines: GMAIL.map((line) => line.slice(4)),
    });
  });

  it('gives the refusal of a port that looks like a code, and not the port', () => {
    expect(replyIn('port 587 and 465 failed: 454 4.7.0 later')).toMatchObject({ code: 454 });
  });

  it('is the answer of a token endpoint when it is its JSON or has a number of Entra', () => {
    for (const text of ['{"error":"invalid_grant"}', 'AADSTS50034: The user does not exist']) {
      expect(readPasted(text)).toEqual({ kind: 'token', text });
    }
    expect(faultOf('{"a":1}').kind).toBe('invalid');
  });

  it.each([
    ['nothing', ' \n', 'missing', ''],
    ['words without a code', 'Authentication failed', 'invalid', 'no code of three digits'],
    ['a success', '235 2.7.0 Accepted', 'invalid', 'the server accepted the login'],
    ['a question', '334 VXNlcm5hbWU6', 'invalid', 'asks for the next step'],
    ['an agreement', '250 OK', 'invalid', 'the server agreed'],
    ['a whole log', 'x'.repeat(MAX_PASTED + 1), 'invalid', 'longer than 64 KiB'],
  ])('is refused when it is %s', (_, text, kind, words) => {
    expect(faultOf(text)).toMatchObject({
      kind,
      predicate: expect.stringContaining(words) as string,
    });
  });

  it('is read as the check reads it from the wire, whatever the server said', () => {
    const code = fc.constantFrom(421, 454, 535, 550);
    const line = fc.string({
      unit: fc.constantFrom(...Array.from(' abc.5789:-/AUTH')),
      maxLength: 40,
    });
    fc.assert(
      fc.property(code, fc.array(line, { minLength: 1, maxLength: 5 }), (number, lines) => {
        const texts = lines.map((each) => each.trim());
        const wire = texts.map((text, index) => {
          return `${number}${index === texts.length - 1 ? ' ' : '-'}${text}`;
        });
        const reader = new ReplyReader();
        reader.push(Buffer.from(`${wire.join('\r\n')}\r\n`));
        expect(replyIn(wire.join('\n'))).toEqual(reader.next());
      }),
    );
  });

  it('gives a refusal or is refused, whatever it is', () => {
    const piece = fc.oneof(
      fc.constantFrom('535', '535-', ' 5.7.8 ', '\n', '(535, b"', '{"error"', 'AADSTS50034', '\\n'),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        try {
          const pasted = readPasted(pieces.join(''));
          return pasted.kind === 'token' || pasted.reply.code >= 334;
        } catch (error) {
          return error instanceof ValueError;
        }
      }),
    );
  });
});
