import type { SecureContextOptions } from 'node:tls';
import type { Identity } from '../../support/certificates.ts';
import {
  DEFAULT_INPUTS,
  type Expectation,
  type Family,
  type HostileCase,
  type Input,
  type Requirement,
} from '../support/case.ts';
import { MARK } from '../support/never.ts';
import { close, drip, interrupt, type Play, reset, silence } from '../support/play.ts';
import type { World } from '../support/world.ts';
import { ends, OUTCOMES } from './token-replies.ts';

/** The peer is the token endpoint; the mail server behind it is never reached. */
const INPUTS: Readonly<Record<string, Input>> = {
  password: '',
  'client-id': 'app',
  'client-secret': DEFAULT_INPUTS.password,
  'token-endpoint': (_, port) => `https://127.0.0.1:${port}/token`,
  timeout: 3,
};

const say =
  (text: string): Play =>
  (connection) => {
    connection.send(text);
    connection.end();
  };

/** A TLS server that reads the head of a request and then plays. */
export const afterRequest =
  (reply: Play | string): Play =>
  async (connection, context) => {
    await connection.startTls(context.world.server);
    while ((await connection.line()).trim() !== '');
    await (typeof reply === 'string' ? say(reply) : reply)(connection, context);
  };

const LOST = ends('unreachable', 'token-endpoint-unreachable');
const NO_TLS = ends('tls', 'token-endpoint-tls');
const LATE = ends('timeout', 'timed-out');

/** The first bytes of a server's handshake: a record of 512 bytes with a ServerHello. */
const SERVER_HELLO = '\x16\x03\x03\x02\x00\x02\x00\x01\xfc';
const HANDSHAKE_FAILURE = '\x15\x03\x03\x00\x02\x02\x28';

const afterHello =
  (play: Play): Play =>
  async (connection, context) => {
    while (connection.plain === '') await new Promise((resolve) => setTimeout(resolve, 5));
    await play(connection, context);
  };

const BEFORE_REQUEST = (
  [
    ['accepts the connection and stays silent', silence, LATE],
    ['closes at once', close, LOST],
    ['resets at once', reset, LOST],
    ['speaks SMTP', say('220 mail.test ESMTP\r\n'), NO_TLS],
    ['speaks HTTP without TLS', say('HTTP/1.1 200 x\r\n\r\n{}'), NO_TLS],
    ['drips a TLS record that never ends', drip(SERVER_HELLO, 50, true), LATE],
    ['closes in the handshake', afterHello(say(SERVER_HELLO)), LOST],
    ['resets in the handshake', afterHello(reset), LOST],
    ['ends the handshake with an alert', afterHello(say(HANDSHAKE_FAILURE)), NO_TLS],
    ['answers the ClientHello with noise', afterHello(say('\x16\x03\x03\x00\x04abcd')), NO_TLS],
  ] as const satisfies readonly (readonly [string, Play, Expectation])[]
).map(([name, play, expect]): HostileCase => ({
  name: `the endpoint ${name}`,
  inputs: INPUTS,
  play,
  expect,
}));

const nothingInTls: Requirement = {
  that: 'not one byte is sent inside TLS',
  holds: ({ peer }) => peer?.received.tls === '',
};

type Make = (world: World) => Promise<Identity>;

const WEAK = { ciphers: 'DEFAULT:@SECLEVEL=0' };
const OLD = { ...WEAK, minVersion: 'TLSv1', maxVersion: 'TLSv1.1' } as const;

/** Each of them with certificate checks turned off from outside, which must change nothing. */
const CERTIFICATES = (
  [
    ['is self-signed', (world) => world.leaf({}, 'self'), WEAK],
    ['has expired', (world) => world.leaf({ notAfter: new Date(Date.now() - 1000) }), WEAK],
    ['is for another name', (world) => world.leaf({ dnsNames: ['other.test'], ips: [] }), WEAK],
    ['has an RSA key of 1024 bits', (world) => world.leaf({ keys: 'rsa-1024' }), WEAK],
    ['is right, and TLS 1.1 the newest', ({ server }) => Promise.resolve(server), OLD],
  ] as const satisfies readonly (readonly [string, Make, SecureContextOptions])[]
).map(([name, make, options]): HostileCase => ({
  name: `its certificate ${name}, and NODE_TLS_REJECT_UNAUTHORIZED is 0`,
  // Node itself warns of the variable on stderr.
  inputs: { ...INPUTS, 'stderr-allowed': 'true' },
  env: { NODE_TLS_REJECT_UNAUTHORIZED: '0', NODE_OPTIONS: '--tls-min-v1.0' },
  play: async (connection, { world }) => {
    connection.socket.pause(); // the ClientHello waits until the certificate is made
    await connection.startTls({ ...(await make(world)), ...options });
    await connection.line();
  },
  expect: NO_TLS,
  also: [nothingInTls],
}));

const REPLIES = OUTCOMES.flatMap(({ expect, replies }) =>
  replies.map(([name, reply]): HostileCase => ({
    name,
    inputs: INPUTS,
    play: afterRequest(reply),
    expect,
  })),
);

const afterLine =
  (play: Play): Play =>
  async (connection, context) => {
    await connection.line();
    await play(connection, context);
  };

/** A proxy that says yes, and plays in the place of the endpoint. */
const open =
  (play: Play): Play =>
  async (connection, context) => {
    while ((await connection.line()).trim() !== '');
    connection.plain = '';
    connection.send('HTTP/1.1 200 x\r\n\r\n');
    await play(connection, context);
  };

const HTTPS_PROXY: Input = (_, port) => `http://127.0.0.1:${port}`;
const ELSEWHERE = { ...INPUTS, 'token-endpoint': 'https://token.example.test/token' };

const PROXIES = (
  [
    ['accepts the connection and stays silent', silence, LATE],
    ['closes after the request', close, LOST],
    ['speaks SMTP', '220 mail.test ESMTP\r\n', LOST],
    ['wants a password', 'HTTP/1.1 407 x\r\n\r\n', LOST],
    ['refuses', 'HTTP/1.1 403 x\r\ncontent-length: 0\r\n\r\n', LOST],
    ['answers the request itself', 'HTTP/1.1 200 x\r\n\r\n{"access_token":"x"}', LOST],
    ['redirects', 'HTTP/1.1 302 x\r\nlocation: http://other.test/\r\n\r\n', LOST],
    ['switches protocols', 'HTTP/1.1 101 x\r\n\r\n', LOST],
    ['opens the way and closes', 'HTTP/1.1 200 x\r\n\r\n', LOST],
    ['opens the way and stays silent', open(silence), LATE],
    ['opens the way and speaks no TLS', open(afterHello(say('no TLS here'))), NO_TLS],
  ] as const satisfies readonly (readonly [string, Play | string, Expectation])[]
).map(([name, reply, expect]): HostileCase => ({
  name: `the proxy ${name}`,
  inputs: ELSEWHERE,
  env: { HTTPS_PROXY },
  play: afterLine(typeof reply === 'string' ? say(reply) : reply),
  expect,
}));

const CANCELLED = ends('cancelled', 'cancelled', 130);

const SIGNALS: readonly HostileCase[] = [
  {
    name: 'SIGINT while a proxy stays silent',
    inputs: { ...ELSEWHERE, timeout: 20 },
    env: { HTTPS_PROXY },
    play: afterLine(interrupt('SIGINT')),
    expect: CANCELLED,
  },
  {
    name: 'SIGINT while the endpoint stays silent',
    inputs: { ...INPUTS, timeout: 20 },
    play: afterRequest(interrupt('SIGINT')),
    expect: CANCELLED,
  },
];

const KEY = 'request-key-of-the-job';

/** The runner's own endpoint, which is asked for GitHub's OIDC token. */
const RUNNER = (
  [
    ['stays silent', silence, LATE],
    ['closes', close, LOST],
    ['switches protocols', 'HTTP/1.1 101 x\r\n\r\n', ends('protocol', 'token-reply-malformed')],
    [
      'redirects',
      'HTTP/1.1 302 x\r\nlocation: http://other.test/\r\ncontent-length: 0\r\n\r\n',
      ends('protocol', 'token-reply-malformed'),
    ],
    [
      'gives a token with a line break',
      'HTTP/1.1 200 x\r\n\r\n{"value":"a\\nb"}',
      ends('protocol', 'token-reply-malformed'),
    ],
    [
      'repeats its key',
      `HTTP/1.1 403 x\r\n\r\n{"message":"${KEY} ::error::${MARK}"}`,
      ends('config', 'token-request-invalid'),
    ],
  ] as const satisfies readonly (readonly [string, Play | string, Expectation])[]
).map(([name, reply, expect]): HostileCase => ({
  name: `the endpoint of the runner ${name}`,
  inputs: { password: '', 'client-id': 'app', 'tenant-id': 'contoso.com', timeout: 3 },
  env: {
    ACTIONS_ID_TOKEN_REQUEST_URL: ((_, port) => `http://127.0.0.1:${port}/x`) satisfies Input,
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: KEY,
  },
  play: async (connection, context) => {
    while ((await connection.line()).trim() !== '');
    await (typeof reply === 'string' ? say(reply) : reply)(connection, context);
  },
  expect,
  also: [{ that: 'its key is not visible', holds: ({ run }) => !run.visible.includes(KEY) }],
}));

export const token: Family = {
  title: 'token endpoint',
  about:
    'The server that is asked for an access token misbehaves, before and after the request, or what is on the way to it. The mail server is never contacted, one request is all that is made, and the client secret goes nowhere else.',
  cases: [...BEFORE_REQUEST, ...CERTIFICATES, ...REPLIES, ...PROXIES, ...SIGNALS, ...RUNNER],
};
