import type { PeerConnection } from '../../support/peer.ts';
import type { Context, Play } from './case.ts';

/** Where a script leaves the honest path: in place of the server's answer at this point. */
export type Point =
  | 'greeting'
  | 'ehlo'
  | 'starttls'
  | 'handshake'
  | 'tls-ehlo'
  | 'auth'
  | 'username'
  | 'password'
  | 'quit';

interface Step {
  readonly point: Point;
  /** Whether the client speaks a line first. */
  readonly hears: boolean;
  readonly say: Play;
}

export interface Path {
  readonly mode?: 'starttls' | 'implicit' | 'none';
  readonly mechanism?: 'LOGIN' | 'PLAIN';
}

export type { Play };

const say = (text: string): Play => {
  return (connection) => {
    connection.send(text);
  };
};

const GREETING: Step = { point: 'greeting', hears: false, say: say('220 mail.test ESMTP\r\n') };
const HANDSHAKE: Step = {
  point: 'handshake',
  hears: false,
  say: (connection, { world }) => connection.startTls(world.server),
};
const PLAIN_EHLO: Step = {
  point: 'ehlo',
  hears: true,
  say: say('250-mail.test\r\n250 STARTTLS\r\n'),
};
const TLS_EHLO: Step = {
  point: 'tls-ehlo',
  hears: true,
  say: say('250-mail.test\r\n250 AUTH LOGIN PLAIN\r\n'),
};
const STARTTLS: Step = { point: 'starttls', hears: true, say: say('220 2.0.0 go ahead\r\n') };

const OPENING: Readonly<Record<NonNullable<Path['mode']>, readonly Step[]>> = {
  starttls: [GREETING, PLAIN_EHLO, STARTTLS, HANDSHAKE, TLS_EHLO],
  implicit: [HANDSHAKE, GREETING, TLS_EHLO],
  none: [GREETING, TLS_EHLO],
};

const ACCEPTANCE = say('235 2.7.0 Authentication successful\r\n');
const LOGIN: Readonly<Record<NonNullable<Path['mechanism']>, readonly Step[]>> = {
  LOGIN: [
    { point: 'auth', hears: true, say: say('334 VXNlcm5hbWU6\r\n') },
    { point: 'username', hears: true, say: say('334 UGFzc3dvcmQ6\r\n') },
    { point: 'password', hears: true, say: ACCEPTANCE },
  ],
  PLAIN: [{ point: 'password', hears: true, say: ACCEPTANCE }],
};
const QUIT: Step = { point: 'quit', hears: true, say: say('221 2.0.0 Bye\r\n') };

/** An honest server up to `point`, where `misbehave` is played instead of the answer. */
export function at(
  point: Point,
  misbehave: Play | string,
  { mode = 'starttls', mechanism = 'LOGIN' }: Path = {},
): Play {
  const steps = [...OPENING[mode], ...LOGIN[mechanism], QUIT];
  if (!steps.some((step) => step.point === point)) throw new Error(`${point} is not on this path`);
  const act = typeof misbehave === 'string' ? say(misbehave) : misbehave;
  return async (connection, context) => {
    for (const step of steps) {
      if (step.hears) await connection.line();
      if (step.point === point) {
        await act(connection, context);
        return;
      }
      await step.say(connection, context);
    }
  };
}

/** A server with nothing wrong. */
export const honest = (path: Path = {}): Play => at('quit', '221 2.0.0 Bye\r\n', path);

/** Plays one script after another, one for each connection; the last one for all that follow. */
export function inTurn(...plays: readonly Play[]): Play {
  return (connection, context) =>
    plays[Math.min(context.index, plays.length - 1)]?.(connection, context);
}

export const silence: Play = () => undefined;
export const close: Play = (connection) => {
  connection.end();
};
/** Late enough for the client to have seen the connection, which an RST would otherwise undo. */
export const reset: Play = async (connection) => {
  await wait(100);
  connection.reset();
};
/** Plays `text`, then closes. */
export const thenClose = (text: string): Play => {
  return (connection) => {
    connection.send(text);
    connection.end();
  };
};

/** Plays `chunk` again and again for as long as the client takes it. */
export const flood = (chunk: string, first = ''): Play => {
  return (connection) => {
    connection.send(first);
    const block = Buffer.from(chunk.repeat(Math.max(1, Math.ceil(65536 / chunk.length))), 'latin1');
    const pump = (): void => {
      while (connection.socket.writable && connection.socket.write(block));
    };
    connection.socket.on('drain', pump);
    pump();
  };
};

/** Plays `text` one byte at a time, for ever when `again`. */
export const drip = (text: string, everyMs: number, again = false): Play => {
  return async (connection) => {
    do await connection.drip(text, everyMs);
    while (again);
  };
};

export const wait = (ms: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, ms));

/** Sends a signal to the process under test and then says nothing. */
export const interrupt = (signal: NodeJS.Signals): Play => {
  return (_: PeerConnection, { kill }: Context) => {
    kill(signal);
  };
};

/** Bytes sent earlier would come in one read with the 220, which is another attack. */
export function afterClientHello(play: Play | string): Play {
  return async (connection, context) => {
    while (!connection.plain.includes('\x16\x03')) await wait(5);
    if (typeof play === 'string') connection.send(play);
    else await play(connection, context);
  };
}
