import fc from 'fast-check';
import type { Problem } from '../../src/model/cause.ts';
import { Failure } from '../../src/model/failure.ts';
import { type Reply, replyText } from '../../src/model/reply.ts';
import {
  MAX_LINE_BYTES,
  MAX_REPLY_BYTES,
  MAX_REPLY_LINES,
  ReplyReader,
} from '../../src/smtp/reply-reader.ts';

const bytes = (text: string): Buffer => Buffer.from(text, 'latin1');

function readWhole(text: string): Reply | undefined {
  const reader = new ReplyReader();
  reader.push(bytes(text));
  return reader.next();
}

/** The problem that `text` leads to, fed at once. */
function problemOf(text: string, awaitsGreeting = false): Problem | 'none' {
  const reader = new ReplyReader(awaitsGreeting);
  reader.push(bytes(text));
  try {
    reader.next();
    return 'none';
  } catch (error) {
    if (error instanceof Failure) return error.problem;
    throw error;
  }
}

const LEGAL: readonly (readonly [string, string, Reply])[] = [
  ['one line', '250 ok\r\n', { code: 250, lines: ['ok'] }],
  ['a bare LF', '250 ok\n', { code: 250, lines: ['ok'] }],
  ['a code alone', '235\r\n', { code: 235, lines: [''] }],
  ['a code and a space', '235 \r\n', { code: 235, lines: [''] }],
  ['several lines', '250-a\r\n250-\r\n250 c\r\n', { code: 250, lines: ['a', '', 'c'] }],
  ['a code alone as the last of several', '250-a\r\n250\r\n', { code: 250, lines: ['a', ''] }],
  ['a CR within', '250 a\rb\r\n', { code: 250, lines: ['a\rb'] }],
  ['two CR at the end', '250 a\r\r\n', { code: 250, lines: ['a\r'] }],
  ['an enhanced code', '535 5.7.8 no\r\n', { code: 535, enhanced: '5.7.8', lines: ['5.7.8 no'] }],
  ['an enhanced code alone', '250 2.0.0\r\n', { code: 250, enhanced: '2.0.0', lines: ['2.0.0'] }],
  [
    'long enhanced parts',
    '450 4.123.456 x\r\n',
    { code: 450, enhanced: '4.123.456', lines: ['4.123.456 x'] },
  ],
  ['an address, no enhanced code', '250 5.7.8.1 x\r\n', { code: 250, lines: ['5.7.8.1 x'] }],
  ['an impossible enhanced class', '250 3.7.8 x\r\n', { code: 250, lines: ['3.7.8 x'] }],
  ['an enhanced code in the middle', '250 x 5.7.8\r\n', { code: 250, lines: ['x 5.7.8'] }],
  ['too many enhanced digits', '250 5.7.1234 x\r\n', { code: 250, lines: ['5.7.1234 x'] }],
  ['UTF-8', '250 caf\xc3\xa9\r\n', { code: 250, lines: ['café'] }],
  ['Latin-1', '250 caf\xe9\r\n', { code: 250, lines: ['café'] }],
  ['a byte that says nothing', '250 \xff\r\n', { code: 250, lines: ['ÿ'] }],
  ['lowest code', '200 x\r\n', { code: 200, lines: ['x'] }],
  ['highest code', '599 x\r\n', { code: 599, lines: ['x'] }],
];

describe.each(LEGAL)('%s', (_, text, expected) => {
  test('fed whole', () => {
    expect(readWhole(text)).toEqual(expected);
  });

  test('fed byte by byte: nothing before the last byte', () => {
    const reader = new ReplyReader();
    for (const [index, byte] of [...bytes(text)].entries()) {
      expect(reader.next()).toBeUndefined();
      reader.push(Buffer.from([byte]));
      expect(reader.pending).toBe(index + 1);
    }
    expect(reader.next()).toEqual(expected);
    expect(reader.pending).toBe(0);
  });

  test('fed with bytes behind it, which stay', () => {
    const reader = new ReplyReader();
    reader.push(bytes(`${text}221 bye\r\n`));
    expect(reader.next()).toEqual(expected);
    expect(reader.pending).toBe('221 bye\r\n'.length);
    expect(reader.next()).toEqual({ code: 221, lines: ['bye'] });
    expect(reader.next()).toBeUndefined();
  });
});

test.each([
  '1',
  '6',
  'x',
  ' ',
  '\0',
  '12',
  '2x',
  '25x',
  '250x',
  '250_',
  '2500',
  '250\t',
  '-',
  '\r',
  '25 ok',
])('%j can become no reply, so nobody waits for the rest', (start) => {
  expect(problemOf(start)).toBe('malformed-reply');
});

test.each(['', '2', '25', '250', '250 ', '250-', '250\r', '250 x', '599-'])(
  '%j may still become a reply',
  (start) => {
    expect(problemOf(start)).toBe('none');
  },
);

test.each([
  '\r\n',
  '100 x\r\n',
  '600 x\r\n',
  '25\r\n',
  '2\n',
  '250x\r\n',
  '250\tx\r\n',
  '2500 x\r\n',
  ' 250 x\r\n',
  '250-a\r\n251 b\r\n',
  '250-a\r\n\r\n',
  '235-a\r\n535 b\r\n',
  '250-a\r\nb\r\n',
])('%j is malformed', (text) => {
  expect(problemOf(text)).toBe('malformed-reply');
});

test('a stranger is known only where a greeting is awaited, and only by its first line', () => {
  expect(problemOf('HTTP/1.1 400\r\n', true)).toBe('not-smtp');
  expect(problemOf('HTTP/1.1 400\r\n')).toBe('malformed-reply');
  expect(problemOf('220-a\r\nHTTP\r\n', true)).toBe('malformed-reply');
  const reader = new ReplyReader(true);
  expect(reader.awaitsGreeting).toBe(true);
  reader.push(bytes('220 a\r\nHTTP\r\n'));
  reader.next();
  expect(reader.awaitsGreeting).toBe(false);
  expect(() => reader.next()).toThrow(new Failure('malformed-reply'));
});

test.each(['HTTP/1.1 400\r\n', 'HTTP/1.1 400'])('the malformed line of %j is kept', (text) => {
  let detail: string | undefined;
  try {
    readWhole(text);
  } catch (error) {
    detail = (error as Failure).detail;
  }
  expect(detail).toBe('HTTP/1.1 400');
});

test.each([
  ['\x14\x03\x01', 'tls-expected'],
  ['\x15\x03\x01\x00\x02', 'tls-expected'],
  ['\x16\x03\x03', 'tls-expected'],
  ['\x17\x03\x03', 'tls-expected'],
  ['\x13\x03\x03', 'malformed-reply'],
  ['\x18\x03\x03', 'malformed-reply'],
  ['\x16\x02\x03', 'malformed-reply'],
  ['\x16', 'malformed-reply'],
] as const)('%j is told from TLS: %s', (start, problem) => {
  expect(problemOf(start)).toBe(problem);
});

describe('bounds', () => {
  const line = (length: number): string => `250 ${'x'.repeat(length - 6)}\r\n`;

  test('a line of 8 KiB without its line feed is the last that fits', () => {
    expect(problemOf(line(MAX_LINE_BYTES))).toBe('none');
    expect(problemOf(line(MAX_LINE_BYTES + 1))).toBe('reply-too-long');
  });

  test('an unfinished line is cut at 8 KiB', () => {
    expect(problemOf(`250 ${'x'.repeat(MAX_LINE_BYTES - 5)}`)).toBe('none');
    expect(problemOf(`250 ${'x'.repeat(MAX_LINE_BYTES - 4)}`)).toBe('reply-too-long');
  });

  test('a reply has at most 500 lines', () => {
    const lines = (count: number): string => `${'250-x\r\n'.repeat(count - 1)}250 x\r\n`;
    expect(readWhole(lines(MAX_REPLY_LINES))?.lines).toHaveLength(MAX_REPLY_LINES);
    expect(problemOf(lines(MAX_REPLY_LINES + 1))).toBe('reply-too-long');
  });

  test('a reply has at most 64 KiB, complete or not', () => {
    const long = `250-${'x'.repeat(8186)}\r\n`;
    expect(long).toHaveLength(MAX_LINE_BYTES);
    const full = long.repeat(MAX_REPLY_BYTES / MAX_LINE_BYTES);
    expect(problemOf(full)).toBe('none');
    expect(problemOf(`${full}2`)).toBe('reply-too-long');
    expect(problemOf(`${full}250 \n`)).toBe('reply-too-long');
    const reader = new ReplyReader();
    reader.push(bytes(full.replace(/250-(?=x+\r\n$)/, '250 ')));
    expect(reader.next()?.lines).toHaveLength(8);
    reader.push(bytes(full));
    expect(reader.next()).toBeUndefined();
  });
});

describe('a 421 that nobody asked for', () => {
  test.each([
    ['', false],
    ['42', false],
    ['421', true],
    ['421 bye', true],
    ['420 bye', false],
  ])('%j: %s', (text, expected) => {
    const reader = new ReplyReader();
    reader.push(bytes(text));
    expect(reader.pendingShutdown).toBe(expected);
  });

  test('inside another reply it is none', () => {
    const reader = new ReplyReader();
    reader.push(bytes('250-a\r\n'));
    expect(reader.next()).toBeUndefined();
    reader.push(bytes('421 b'));
    expect(reader.pendingShutdown).toBe(false);
  });
});

test('no greeting is awaited unless told', () => {
  expect(new ReplyReader().awaitsGreeting).toBe(false);
});

test('the words of a reply come without code, line ends and enhanced codes', () => {
  expect(replyText<string>({ lines: ['5.7.8  a ', '', '5.7.8 b', ' c 5.7.8'] })).toBe(
    'a b c 5.7.8',
  );
  expect(replyText<string>({ lines: ['5.7.8'] })).toBe('');
});

const legalLine = fc.stringMatching(/^[^\n]{0,60}$/).filter((text) => !text.endsWith('\r'));
const legalReply = fc.record({
  code: fc.integer({ min: 200, max: 599 }),
  lines: fc.array(legalLine, { minLength: 1, maxLength: 8 }),
});
const wire = ({ code, lines }: Reply): Buffer =>
  Buffer.from(
    lines
      .map((text, index) => `${code}${index < lines.length - 1 ? '-' : ' '}${text}\r\n`)
      .join(''),
    'utf8',
  );

test('property: however legal replies are cut into chunks, they come out as they went in', () => {
  fc.assert(
    fc.property(
      fc.array(legalReply, { minLength: 1, maxLength: 4 }),
      fc.infiniteStream(fc.integer({ min: 1, max: 9 })),
      (replies, sizes) => {
        const all = Buffer.concat(replies.map(wire));
        const reader = new ReplyReader();
        const seen: Reply[] = [];
        for (let at = 0; at < all.length;) {
          const size = sizes.next().value as number;
          reader.push(all.subarray(at, at + size));
          at += size;
          for (let reply = reader.next(); reply; reply = reader.next()) seen.push(reply);
        }
        expect(seen.map(({ code, lines }) => ({ code, lines }))).toEqual(
          replies.map(({ code, lines }) => ({
            code,
            lines: lines.map((text) => Buffer.from(text, 'utf8').toString('utf8')),
          })),
        );
        expect(reader.pending).toBe(0);
      },
    ),
  );
});

test('property: whatever bytes come, the reader answers, waits or fails by name, within its bounds', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 40 }), { maxLength: 20 }), (chunks) => {
      const reader = new ReplyReader(true);
      try {
        for (const chunk of chunks) {
          reader.push(Buffer.from(chunk));
          for (let reply = reader.next(); reply; reply = reader.next()) {
            expect(reply.code).toBeGreaterThanOrEqual(200);
            expect(reply.code).toBeLessThan(600);
          }
        }
      } catch (error) {
        expect(error).toBeInstanceOf(Failure);
      }
    }),
  );
});
