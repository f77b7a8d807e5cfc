import type { Family, HostileCase, Requirement } from '../support/case.ts';
import {
  at,
  close,
  drip,
  honest,
  inTurn,
  type Play,
  type Point,
  reset,
  silence,
  wait,
} from '../support/play.ts';
import type { Stage } from '../../../src/model/verdict.ts';

/** Every place where a server may stop playing along, with the stage that the report must name. */
export const PLACES: readonly (readonly [Point, Stage, string])[] = [
  ['greeting', 'greeting', 'instead of the greeting'],
  ['ehlo', 'ehlo', 'after EHLO'],
  ['starttls', 'starttls', 'after STARTTLS'],
  ['handshake', 'tls', 'in the handshake'],
  ['tls-ehlo', 'ehlo', 'after EHLO inside TLS'],
  ['auth', 'auth', 'after AUTH'],
  ['username', 'auth', 'after the user name'],
  ['password', 'auth', 'after the password'],
];

function everywhere(
  what: string,
  play: Play,
  make: (stage: Stage) => Pick<HostileCase, 'expect' | 'inputs'>,
): HostileCase[] {
  return PLACES.map(([point, stage, where]) => ({
    name: `${what} ${where}`,
    play: at(point, play),
    ...make(stage),
  }));
}

const lost = (stage: Stage): Pick<HostileCase, 'expect'> => ({
  expect: { verdict: 'unreachable', cause: 'connection-lost', stage },
});
const timedOut = (stage: Stage): Pick<HostileCase, 'expect' | 'inputs'> => ({
  inputs: { timeout: 2 },
  expect: { verdict: 'timeout', cause: 'timed-out', stage },
});
/** The start of a legal answer at each place; in the handshake, of a TLS record that never ends. */
const DRIPS: Readonly<Record<Point, string>> = {
  greeting: '220 ',
  ehlo: '250-',
  starttls: '220 ',
  handshake: '\x16\x03\x03\x02\x00\x02\x00\x01\xfc\x03\x03',
  'tls-ehlo': '250-',
  auth: '334 ',
  username: '334 ',
  password: '235 ',
  quit: '221 ',
};
const ACCEPTED = { verdict: 'accepted', cause: 'none', stage: 'auth', code: 235 } as const;
const endsSoon: Requirement = {
  that: 'the process does not wait for the server',
  isAboutTime: true,
  holds: ({ aliveMs = 0, pace }) => aliveMs < 4000 * pace,
};

/** Passes every byte of an honest server on by itself, or late. */
function everyReply(send: (connection: Parameters<Play>[0], text: string) => unknown): Play {
  return async (connection, { world }) => {
    await send(connection, '220 mail.test ESMTP\r\n');
    await connection.line();
    await send(connection, '250-mail.test\r\n250 STARTTLS\r\n');
    await connection.line();
    await send(connection, '220 go ahead\r\n');
    await connection.startTls(world.server);
    for (const reply of [
      '250-mail.test\r\n250 AUTH LOGIN\r\n',
      '334 VXNlcm5hbWU6\r\n',
      '334 UGFzc3dvcmQ6\r\n',
      '235 2.7.0 ok\r\n',
    ]) {
      await connection.line();
      await send(connection, reply);
    }
  };
}

export const network: Family = {
  title: 'network',
  about:
    'The connection cannot be made, breaks, falls silent or is very slow. None of this says anything about the credential, and every check ends by the deadline.',
  cases: [
    {
      name: 'nothing listens',
      expect: { verdict: 'unreachable', cause: 'connection-refused', stage: 'connect' },
    },
    {
      name: 'nothing listens, through two retries',
      inputs: { retries: 2 },
      expect: { verdict: 'unreachable', cause: 'connection-refused', stage: 'connect' },
    },
    {
      name: 'a black hole: no SYN is answered',
      inputs: { timeout: 2, port: (world) => world.blackHole() },
      expect: { verdict: 'timeout', cause: 'timed-out', stage: 'connect' },
    },
    {
      name: 'a black hole, with retries: the deadline covers them',
      inputs: { timeout: 2, retries: 10, port: (world) => world.blackHole() },
      expect: { verdict: 'timeout', cause: 'timed-out', stage: 'connect' },
    },
    {
      name: 'refused again and again: the deadline covers attempts and pauses',
      inputs: { timeout: 2, retries: 10 },
      expect: { verdict: 'unreachable', cause: 'connection-refused', stage: 'connect' },
    },
    ...everywhere('closes (FIN)', close, lost),
    ...everywhere('resets (RST)', reset, lost),
    ...everywhere('is silent', silence, timedOut),
    ...PLACES.map(([point, stage, where]) => ({
      name: `drips one legal byte at a time ${where}`,
      // After a pause: a byte right behind the reply to STARTTLS would be an injection.
      play: at(point, async (...peer) => {
        await wait(300);
        await drip(DRIPS[point] + 'x'.repeat(500), 100)(...peer);
      }),
      ...timedOut(stage),
    })),
    {
      name: 'closes after half of the final reply',
      play: at('password', (connection) => {
        connection.send('235 2.7.0 Authen');
        connection.end();
      }),
      ...lost('auth'),
    },
    {
      name: 'closes after the final reply but its line feed',
      play: at('password', (connection) => {
        connection.send('235 2.7.0 ok\r');
        connection.end();
      }),
      ...lost('auth'),
    },
    {
      name: 'closes after the first line of a two-line acceptance',
      play: at('password', (connection) => {
        connection.send('235-2.7.0 ok\r\n');
        connection.end();
      }),
      ...lost('auth'),
    },
    {
      name: 'is silent after half of the final reply',
      play: at('password', '235 2.7.0 Authen'),
      ...timedOut('auth'),
    },
    {
      name: 'refuses the credential and closes in the same breath',
      play: at('password', (connection) => {
        connection.send('535 5.7.8 no\r\n');
        connection.end();
      }),
      expect: { verdict: 'rejected', cause: 'credential-refused', code: 535, stage: 'auth' },
    },
    {
      name: 'accepts the credential and closes in the same breath',
      play: at('password', (connection) => {
        connection.send('235 2.7.0 ok\r\n');
        connection.end();
      }),
      expect: ACCEPTED,
    },
    { name: 'never answers QUIT', play: at('quit', silence), expect: ACCEPTED, also: [endsSoon] },
    { name: 'resets at QUIT', play: at('quit', reset), expect: ACCEPTED },
    {
      name: 'answers QUIT with a crawl',
      play: at('quit', drip('221-bye\r\n', 50, true)),
      expect: ACCEPTED,
      also: [endsSoon],
    },
    {
      name: 'QUIT is said after the verdict',
      play: honest(),
      expect: ACCEPTED,
      also: [
        {
          that: 'QUIT was sent inside TLS',
          holds: ({ peer }) => peer?.received.tls.endsWith('QUIT\r\n') ?? false,
        },
      ],
    },
    {
      name: 'sends every reply one byte a segment',
      play: everyReply((connection, text) => connection.drip(text, 1)),
      expect: ACCEPTED,
    },
    {
      name: 'is slow but alive: a pause before every reply',
      play: everyReply(async (connection, text) => {
        await wait(250);
        connection.send(text);
      }),
      expect: ACCEPTED,
    },
    {
      name: 'cuts every reply in the middle of a line',
      play: everyReply(async (connection, text) => {
        connection.send(text.slice(0, 2));
        await wait(30);
        connection.send(text.slice(2, -1));
        await wait(30);
        connection.send(text.slice(-1));
      }),
      expect: ACCEPTED,
    },
    {
      name: 'drops the first connection, is well at the second',
      inputs: { retries: 1 },
      play: inTurn(close, honest()),
      expect: ACCEPTED,
    },
    {
      name: 'resets after the password, would accept at a second try',
      inputs: { retries: 2 },
      play: inTurn(at('password', reset), honest()),
      ...lost('auth'),
    },
    {
      name: 'closes after AUTH, would accept at a second try',
      inputs: { retries: 2 },
      play: inTurn(at('auth', close), honest()),
      ...lost('auth'),
    },
    {
      name: 'the name leads to a dead address first',
      inputs: { host: 'localhost' },
      play: honest(),
      expect: ACCEPTED,
    },
    {
      name: 'listens on IPv6 only',
      inputs: { host: '::1' },
      listenAt: '::1',
      play: honest(),
      expect: ACCEPTED,
    },
    {
      name: 'listens on IPv6 only, given in brackets',
      inputs: { host: '[::1]' },
      listenAt: '::1',
      play: honest(),
      expect: ACCEPTED,
    },
  ],
};
