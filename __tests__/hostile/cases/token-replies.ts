import { gzipSync } from 'node:zlib';
import type { Cause } from '../../../src/model/cause.ts';
import type { Verdict } from '../../../src/model/verdict.ts';
import { DEFAULT_INPUTS, type Expectation } from '../support/case.ts';
import { MARK } from '../support/never.ts';
import { close, drip, flood, type Play, reset, silence } from '../support/play.ts';

/** What a token endpoint can answer to a request that it has read. */

/** Text is sent, then the connection is closed. */
export type HostileReply = readonly [name: string, reply: Play | string];

export interface Outcome {
  readonly expect: Expectation;
  readonly replies: readonly HostileReply[];
}

export const ends = (verdict: Verdict, cause: Cause, exit?: number): Expectation => ({
  ...{ verdict, cause, stage: 'token' },
  ...(exit !== undefined && { exit }),
});

const bytes = (text: string): string => Buffer.from(text, 'utf8').toString('latin1');

/** A whole reply. Bytes above 0x7f are sent as they are, so text outside ASCII needs `bytes`. */
const reply = (status: number, body: string, headers = ''): string =>
  `HTTP/1.1 ${status} x\r\n${headers}content-length: ${body.length}\r\n\r\n${body}`;
const refusal = (error: string, error_description = ''): string =>
  reply(400, bytes(JSON.stringify({ error, error_description })));
const chunked = (chunks: string): string =>
  `HTTP/1.1 200 ok\r\ntransfer-encoding: chunked\r\n\r\n${chunks}`;

const TOKEN = '{"access_token":"abc","token_type":"bearer"}';
/** 50 MB of spaces in 50 kB. */
const BOMB = gzipSync(Buffer.alloc(50_000_000, ' ')).toString('latin1');

const CUT: readonly HostileReply[] = [
  ['closes after the request', close],
  ['resets after the request', reset],
  ['closes in the status line', 'HTTP/1.1 2'],
  ['closes in the headers', 'HTTP/1.1 200 ok\r\ncontent-le'],
  ['closes in the body', 'HTTP/1.1 200 ok\r\ncontent-length: 99\r\n\r\n{"access_token":"x"'],
  [
    'closes after a whole token, before the end of the body',
    `HTTP/1.1 200 ok\r\ncontent-length: 99\r\n\r\n${TOKEN}`,
  ],
  ['closes in a chunk', chunked('9\r\n{"acc')],
  ['closes before the last chunk', chunked(`${TOKEN.length.toString(16)}\r\n${TOKEN}\r\n`)],
  ['closes after an interim reply', 'HTTP/1.1 100 Continue\r\n\r\n'],
];

const NO_HTTP: readonly HostileReply[] = [
  ['speaks SMTP inside TLS', '220 mail.test ESMTP\r\n'],
  ['answers with a NUL', '\0'],
  ['answers with empty lines and no reply', '\r\n'.repeat(100) + 'x'],
  ['speaks HTTP/0.9', '<html>hello</html>'],
  ['speaks HTTP/2', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
  ['sends JSON without HTTP', TOKEN],
  ['has a status of words', 'HTTP/1.1 OK\r\n\r\n'],
  ['has a status of five digits', 'HTTP/1.1 20000 ok\r\n\r\n'],
  ['has a NUL in a header', 'HTTP/1.1 200 x\r\nx: a\0b\r\n\r\n{}'],
  ['has a header without a colon', 'HTTP/1.1 200 x\r\nnonsense\r\n\r\n{}'],
  ['has two lengths', 'HTTP/1.1 200 x\r\ncontent-length: 2\r\ncontent-length: 3\r\n\r\n{}'],
  ['has a negative length', 'HTTP/1.1 200 x\r\ncontent-length: -1\r\n\r\n{}'],
  [
    'has a length above any memory',
    `HTTP/1.1 200 x\r\ncontent-length: ${'9'.repeat(40)}\r\n\r\n{}`,
  ],
  [
    'has a length and chunks',
    `HTTP/1.1 200 x\r\ncontent-length: 2\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n`,
  ],
  ['has a chunk size of words', chunked('xyz\r\n')],
  ['has a chunk size above any memory', chunked(`${'f'.repeat(20)}\r\n{}`)],
  ['has a chunk that is longer than its size', chunked(`2\r\n${TOKEN}\r\n0\r\n\r\n`)],
];

const UNENDING: readonly HostileReply[] = [
  ['switches protocols', 'HTTP/1.1 101 x\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n'],
  ['switches protocols without a header', 'HTTP/1.1 101 x\r\n\r\n'],
  ['sends interim replies without end', flood('HTTP/1.1 103 x\r\nlink: </x>\r\n\r\n')],
  ['sends a status line without end', flood('x', 'HTTP/1.1 200 ')],
  ['sends a header without end', flood('x', 'HTTP/1.1 200 x\r\nx: ')],
  ['sends headers without end', flood('x: yyyyyyyyyyyyyyyy\r\n', 'HTTP/1.1 200 x\r\n')],
  ['sends a body without end', flood('x', 'HTTP/1.1 200 x\r\n\r\n')],
  ['sends chunks without end', flood('4\r\nabcd\r\n', chunked(''))],
  ['sends a chunk extension without end', flood('x', chunked('1;'))],
  ['sends a token and spaces without end', flood(' ', `HTTP/1.1 200 x\r\n\r\n${TOKEN}`)],
];

const NO_OAUTH: readonly HostileReply[] = [
  ['answers with nothing', reply(200, '')],
  ['answers 204', 'HTTP/1.1 204 x\r\n\r\n'],
  ['answers 304', 'HTTP/1.1 304 x\r\n\r\n'],
  ['redirects to itself', reply(307, '', 'location: /token\r\n')],
  ['redirects permanently to another host', reply(308, '', 'location: https://other.test/\r\n')],
  ['redirects to nonsense', reply(302, '', `location: https://[${MARK}\r\n`)],
  ['redirects by a page', reply(200, '<meta http-equiv="refresh" content="0; url=/token">')],
  ['asks for a login of HTTP', reply(401, '', 'www-authenticate: Basic realm="x"\r\n')],
  ['asks for a login of a proxy', reply(407, '', 'proxy-authenticate: Basic realm="x"\r\n')],
  ['answers with a web page', reply(200, `<html><title>${MARK}<script></title>`)],
  ['answers with a web page and an error status', reply(403, `<html><title>${MARK}</title>`)],
  [
    'answers with bytes that are not UTF-8',
    reply(200, '{"access_token":"\xff\xfe","token_type":"bearer"}'),
  ],
  ['answers in UTF-16', reply(200, Buffer.from(`\ufeff${TOKEN}`, 'utf16le').toString('latin1'))],
  ['answers with 50 MB in 50 kB of gzip', reply(200, BOMB, 'content-encoding: gzip\r\n')],
  ['answers with JSON that is not an object', reply(200, '[]')],
  ['answers with JSON of 60 levels', reply(200, '['.repeat(60) + ']'.repeat(60))],
  ['answers with JSON of 30,000 levels', reply(200, '['.repeat(30_000) + ']'.repeat(30_000))],
  ['answers with two JSON texts', reply(200, TOKEN + TOKEN)],
  ['answers with JSON that was cut', reply(200, TOKEN.slice(0, -1))],
];

const NO_TOKEN: readonly HostileReply[] = [
  ['gives an empty token', reply(200, '{"access_token":"","token_type":"bearer"}')],
  [
    'gives a token with a line break',
    reply(200, '{"access_token":"a\\r\\nb","token_type":"bearer"}'),
  ],
  [
    'gives a token with a control character',
    reply(200, '{"access_token":"a\\u0001b","token_type":"bearer"}'),
  ],
  ['gives a token that is a list', reply(200, '{"access_token":["abc"],"token_type":"bearer"}')],
  ['gives a token of another type', reply(200, '{"access_token":"abc","token_type":"mac"}')],
  ['gives a token of no type', reply(200, '{"access_token":"abc"}')],
  ['gives a token with the status 201', reply(201, TOKEN)],
  ['gives a token with the status 400', reply(400, TOKEN)],
  ['gives a token to the prototype', reply(200, `{"__proto__":${TOKEN}}`)],
  ['gives a token to the constructor', reply(200, `{"constructor":{"prototype":${TOKEN}}}`)],
  ['gives an error with the status 200', reply(200, '{"error":"invalid_client"}')],
  ['gives the error "__proto__"', refusal('__proto__')],
  ['gives an error that is an object', reply(400, `{"error":{"message":"${MARK}"}}`)],
  ['gives an error that is a list', reply(400, '{"error":["invalid_client"]}')],
  ['gives an error with a workflow command', refusal(`\n::error::${MARK}`)],
];

const SLOW: readonly HostileReply[] = [
  ['answers nothing', silence],
  ['drips its status line', drip('HTTP/1.1 200 ', 300, true)],
  ['drips its headers', drip('HTTP/1.1 200 x\r\nx: ', 30, true)],
  ['drips its body', drip('HTTP/1.1 200 x\r\n\r\n{', 30, true)],
  ['drips a chunk', drip(chunked('ffff\r\n'), 20, true)],
  ['drips interim replies', drip('HTTP/1.1 102 x\r\n\r\n', 60)],
];

const PROPERTIES = ['constructor', 'toString', 'valueOf', 'hasOwnProperty', 'isPrototypeOf'];

const SECRET = DEFAULT_INPUTS.password;

const WORDS: readonly (readonly [string, string])[] = [
  ['the secret', SECRET],
  ['the secret in Base64', Buffer.from(SECRET, 'utf8').toString('base64')],
  ['the secret in hex', Buffer.from(SECRET, 'utf8').toString('hex')],
  ['the secret in URL encoding', encodeURIComponent(SECRET)],
  ['the secret in the encoding of a form', new URLSearchParams({ x: SECRET }).toString().slice(2)],
  ['the secret up to its last letters', SECRET.slice(0, -3)],
  ['a workflow command', `\n::error::${MARK}`],
  ['a legacy workflow command', `##[error]${MARK}`],
  ['markup', `<img src=x onerror=${MARK}>`],
  ['a table cell and a mention', `| @${MARK} | [x](http://${MARK})`],
  ['control and bidirectional characters', `\u001b[31m\u202e${MARK}\u200b`],
  ['60,000 letters', 'x'.repeat(60_000)],
  ['10,000 numbers of Entra', 'AADSTS7000215 '.repeat(4000)],
];

export const OUTCOMES: readonly Outcome[] = [
  { expect: ends('unreachable', 'token-endpoint-unreachable'), replies: CUT },
  {
    expect: ends('protocol', 'token-reply-malformed'),
    replies: [...NO_HTTP, ...UNENDING, ...NO_OAUTH, ...NO_TOKEN],
  },
  { expect: ends('timeout', 'timed-out'), replies: SLOW },
  {
    expect: ends('config', 'token-request-invalid'),
    replies: PROPERTIES.map((name) => [`gives the error "${name}"`, refusal(name)]),
  },
  {
    expect: ends('rejected', 'token-refused'),
    replies: WORDS.map(([what, text]) => [`repeats ${what}`, refusal('invalid_client', text)]),
  },
  {
    expect: ends('temporary', 'token-unavailable'),
    replies: [
      ['asks to wait for a year', reply(503, '', 'retry-after: 31536000\r\n')],
      ['asks to wait in words', reply(429, '', `retry-after: ${MARK}\r\n`)],
      [
        'asks to wait since yesterday',
        reply(429, '', 'retry-after: Sat, 28 Nov 2026 00:00:00 GMT\r\n'),
      ],
      ['asks to wait less than nothing', reply(503, '', 'retry-after: -5\r\n')],
      ['is busy and has a web page', reply(502, `<html><title>${MARK}</title>`)],
    ],
  },
];
