import type { Stage } from '../../../src/model/verdict.ts';
import type { Family, HostileCase, Input } from '../support/case.ts';
import { at, close, honest, type Play, reset, silence } from '../support/play.ts';

/** The peer is the proxy, and what it connects to as well. The name of the server exists nowhere. */

type Kind = 'socks5h' | 'http';

const LOGIN = { 'proxy-username': 'worker', 'proxy-password': 'pr0xy&"secret" <ß>' };

function inputsFor(
  kind: Kind,
  more: Readonly<Record<string, Input>> = {},
): Readonly<Record<string, Input>> {
  const proxy: Input = (_, port) => `${kind}://127.0.0.1:${port}`;
  return { host: 'mail.invalid', 'tls-servername': 'localhost', proxy, ...more };
}

const GRANTED = '\x05\x00\x00\x01\0\0\0\0\0\0';
const ESTABLISHED = 'HTTP/1.1 200 Connection established\r\n\r\n';
/** Reply, and what follows it. */
const REQUEST_BYTES = 5 + 'mail.invalid'.length + 2;

/** A SOCKS proxy that asks for no login and answers the request so; then `behind` plays. */
const socks =
  (reply: string, behind: Play = honest()): Play =>
  async (connection, context) => {
    await connection.bytes(3);
    connection.send('\x05\x00');
    await connection.bytes(REQUEST_BYTES);
    connection.send(reply);
    await behind(connection, context);
  };

/** An HTTP proxy that answers CONNECT so; then `behind` plays. */
const http =
  (reply: string, behind: Play = honest()): Play =>
  async (connection, context) => {
    while ((await connection.line()) !== '\r\n');
    connection.send(reply);
    await behind(connection, context);
  };

/** What is played at once, whatever the client says. */
const first =
  (bytes: string, then: Play = silence): Play =>
  (connection, context) => {
    connection.send(bytes);
    return then(connection, context);
  };

/** What a SOCKS proxy answers to the ways of logging in. */
const method =
  (bytes: string): Play =>
  async (connection) => {
    await connection.bytes(3);
    connection.send(bytes);
  };

const PROXY: Stage = 'proxy';
const PROTOCOL = { verdict: 'protocol', cause: 'proxy-protocol', stage: PROXY } as const;
const LOST = { verdict: 'unreachable', cause: 'proxy-unreachable', stage: PROXY } as const;
const REFUSED = { verdict: 'unreachable', cause: 'proxy-refused', stage: PROXY } as const;
const NO_WAY = { verdict: 'unreachable', cause: 'proxy-target-unreachable', stage: PROXY } as const;
const WRONG_LOGIN = { verdict: 'config', cause: 'proxy-authentication', stage: PROXY } as const;
const SILENT = { verdict: 'timeout', cause: 'proxy-timed-out', stage: PROXY } as const;
const ACCEPTED = { verdict: 'accepted', cause: 'none', stage: 'auth', code: 235 } as const;

function played(
  kind: Kind,
  what: string,
  play: Play,
  expect: HostileCase['expect'],
  inputs: Readonly<Record<string, Input>> = {},
): HostileCase {
  const name = `${kind === 'http' ? 'HTTP' : 'SOCKS'}: ${what}`;
  return { name, play, expect, inputs: inputsFor(kind, inputs) };
}

const BOTH: readonly (readonly [Kind, (reply: string, behind?: Play) => Play, string])[] = [
  ['socks5h', socks, GRANTED],
  ['http', http, ESTABLISHED],
];

/** What a proxy of either kind can do. */
const ofBoth = BOTH.flatMap(([kind, through, success]) => [
  played(kind, 'connects to an honest server', through(success), ACCEPTED),
  played(kind, 'is silent', silence, SILENT, { timeout: 2 }),
  played(kind, 'is silent after the request', through('', silence), SILENT, { timeout: 2 }),
  played(kind, 'closes at once', close, LOST),
  played(kind, 'closes after the request', through('', close), LOST),
  played(kind, 'resets after the request', through('', reset), LOST),
  played(kind, 'closes in the middle of its reply', through(success.slice(0, 4), close), LOST),
  played(kind, 'stops in the middle of its reply', through(success.slice(0, 4), silence), SILENT, {
    timeout: 2,
  }),
  played(kind, 'sends a 235 in place of its reply', first('235 2.7.0 ok\r\n'), PROTOCOL),
  played(kind, 'is a mail server', first('220 mail.test ESMTP\r\n'), PROTOCOL),
  played(kind, 'is an IMAP server', first('* OK IMAP4rev1 ready\r\n'), PROTOCOL),
  played(kind, 'sends zeros without end', first('\0'.repeat(100_000)), PROTOCOL),
  played(kind, 'closes behind its reply, as the server might', through(success, close), {
    verdict: 'unreachable',
    cause: 'connection-lost',
    stage: 'greeting',
  }),
  played(
    kind,
    'sends the greeting with its reply',
    through(`${success}220 mail.test ESMTP\r\n`, async (connection, context) => {
      await connection.line();
      connection.send('250-mail.test\r\n250 STARTTLS\r\n');
      await connection.line();
      connection.send('220 go\r\n');
      await connection.startTls(context.world.server);
      await connection.line();
      connection.send('250-mail.test\r\n250 AUTH PLAIN\r\n');
      await connection.line();
      connection.send('235 2.7.0 ok\r\n');
    }),
    ACCEPTED,
  ),
  played(
    kind,
    'sends greeting, EHLO reply and 235 with its reply',
    through(`${success}220 mail.test\r\n250 AUTH PLAIN\r\n235 ok\r\n`, silence),
    { verdict: 'protocol', cause: 'unsolicited-bytes', stage: 'ehlo' },
  ),
  played(
    kind,
    'is the server itself, with a certificate for another name',
    through(success),
    { verdict: 'tls', cause: 'certificate-name-mismatch', stage: 'tls' },
    { 'tls-servername': 'mail.example.test' },
  ),
  played(kind, 'takes STARTTLS away', through(success, at('ehlo', '250 mail.test\r\n')), {
    verdict: 'tls',
    cause: 'starttls-missing',
    stage: 'starttls',
  }),
  {
    name: `${kind === 'http' ? 'HTTP' : 'SOCKS'}: does not exist`,
    expect: LOST,
    inputs: inputsFor(kind),
  },
]);

const REPLIES: readonly (readonly [number, HostileCase['expect']])[] = [
  [0x01, NO_WAY],
  [0x02, REFUSED],
  [0x03, NO_WAY],
  [0x04, NO_WAY],
  [0x05, NO_WAY],
  [0x06, NO_WAY],
  [0x07, REFUSED],
  [0x08, REFUSED],
  [0x09, PROTOCOL],
  [0xff, PROTOCOL],
];

const ofSocks = [
  ...REPLIES.map(([code, expect]) =>
    played(
      'socks5h',
      `answers with the code ${code}`,
      socks(`\x05${String.fromCharCode(code)}\x00\x01\0\0\0\0\0\0`, silence),
      expect,
    ),
  ),
  played('socks5h', 'wants a login', method('\x05\xff'), WRONG_LOGIN),
  played('socks5h', 'wants a login that was not offered', method('\x05\x02'), WRONG_LOGIN),
  played('socks5h', 'wants Kerberos', method('\x05\x01'), WRONG_LOGIN),
  played(
    'socks5h',
    'rejects the login, where a refusal is expected: not met',
    async (connection) => {
      await connection.bytes(4);
      connection.send('\x05\x02');
      await connection.bytes(9);
      connection.send('\x01\x01');
    },
    WRONG_LOGIN,
    { ...LOGIN, expect: 'rejected' },
  ),
  played(
    'socks5h',
    'repeats the password in place of its reply',
    first(LOGIN['proxy-password']),
    PROTOCOL,
    LOGIN,
  ),
  played(
    'socks5h',
    'answers the request before it is sent',
    method(`\x05\x00${GRANTED}`),
    PROTOCOL,
  ),
  played('socks5h', 'speaks SOCKS 4', method('\x00\x5a\0\0\0\0\0\0'), PROTOCOL),
  played('socks5h', 'is an HTTP proxy', first('HTTP/1.1 400 Bad Request\r\n\r\n'), PROTOCOL),
  played('socks5h', 'gives an address of no kind', socks('\x05\x00\x00\x09\0\0\0\0\0\0'), PROTOCOL),
  played(
    'socks5h',
    'gives an address of 255 bytes that are commands',
    socks(`\x05\x00\x00\x03\xff${'::error::PWNED\n'.repeat(17)}\x02\x4b`),
    ACCEPTED,
  ),
];

const STATUSES: readonly (readonly [number, HostileCase['expect']])[] = [
  [100, PROTOCOL],
  [101, PROTOCOL],
  [302, PROTOCOL],
  [400, PROTOCOL],
  [401, WRONG_LOGIN],
  [403, REFUSED],
  [404, PROTOCOL],
  [405, REFUSED],
  [407, WRONG_LOGIN],
  [500, NO_WAY],
  [502, NO_WAY],
  [503, NO_WAY],
  [504, NO_WAY],
];

const ofHttp = [
  ...STATUSES.map(([status, expect]) =>
    played(
      'http',
      `answers with the status ${status}`,
      http(`HTTP/1.1 ${status} x\r\n\r\n`),
      expect,
    ),
  ),
  played(
    'http',
    'rejects the login, where a refusal is expected: not met',
    http('HTTP/1.1 407 535 5.7.8 rejected\r\nProxy-Authenticate: Basic\r\n\r\n'),
    WRONG_LOGIN,
    { ...LOGIN, expect: 'rejected' },
  ),
  played(
    'http',
    'repeats the password in its status line and its page',
    http(
      `HTTP/1.1 403 ${LOGIN['proxy-password']}\r\nContent-Length: 400\r\n\r\n${LOGIN['proxy-password']}`,
    ),
    REFUSED,
    LOGIN,
  ),
  played(
    'http',
    'sends headers without end',
    http(`HTTP/1.1 200 ok\r\n${'X-Padding: aaaaaaaaaaaaaaaa\r\n'.repeat(500)}`, silence),
    PROTOCOL,
  ),
  played(
    'http',
    'sends a status line without end',
    http(`HTTP/1.1 200 ${'a'.repeat(100_000)}`, silence),
    PROTOCOL,
  ),
  played(
    'http',
    'hides commands in its status line',
    http('HTTP/1.1 503 ::error::PWNED\r\n\r\n'),
    NO_WAY,
  ),
  played('http', 'answers with two replies', http(`${ESTABLISHED}${ESTABLISHED}`, silence), {
    verdict: 'protocol',
    cause: 'not-smtp',
    stage: 'greeting',
  }),
  played('http', 'is a SOCKS proxy', http('\x05\xff', close), PROTOCOL),
];

const wrong = (what: string, inputs: Readonly<Record<string, Input>>): HostileCase => ({
  name: what,
  inputs,
  play: honest(),
  expect: { verdict: 'config', cause: 'input-invalid' },
  also: [{ that: 'nothing connected', holds: ({ peer }) => peer?.connections.length === 0 }],
});

const ofInputs = [
  wrong('a user name and password in the address', {
    proxy: 'http://worker:hunter2secret@127.0.0.1:3128',
  }),
  wrong('an address that this machine would have to look up', { proxy: 'socks5://127.0.0.1:1080' }),
  wrong('a proxy that is reached over TLS', { proxy: 'https://127.0.0.1:443' }),
  wrong('an HTTP proxy without its port', { proxy: 'http://127.0.0.1' }),
  wrong('an address with a line end', { proxy: 'http://127.0.0.1:3128\r\nX: y' }),
  wrong('a login without its proxy', LOGIN),
];

export const proxy: Family = {
  title: 'proxy',
  about:
    'The proxy between the check and the mail server. What it refuses has the stage `proxy` and a cause of its own, never passes, and never looks like the doing of the mail server.',
  cases: [...ofBoth, ...ofSocks, ...ofHttp, ...ofInputs],
};
