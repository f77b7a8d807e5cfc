import type { Family, HostileCase, Requirement } from '../support/case.ts';
import { afterClientHello, at, inTurn, interrupt, type Play, wait } from '../support/play.ts';
import { PLACES } from './network.ts';

const SIGNALS = [
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const;

const CANCELLED = { verdict: 'cancelled', cause: 'cancelled' } as const;

const endsSoon: Requirement = {
  that: 'the process ends in less than two seconds',
  isAboutTime: true,
  holds: ({ afterSignalMs = Infinity, pace }) => afterSignalMs < 2000 * pace,
};

const AT_STAGES: readonly HostileCase[] = SIGNALS.flatMap(([signal, exit]) =>
  PLACES.map(([point, stage, where]) => ({
    name: `${signal} ${where}`,
    // Before the ClientHello has come, the client is still at the stage before.
    play: at(
      point,
      point === 'handshake' ? afterClientHello(interrupt(signal)) : interrupt(signal),
    ),
    expect: { ...CANCELLED, stage, exit },
    also: [endsSoon],
  })),
);

const twice =
  (first: NodeJS.Signals, second: NodeJS.Signals): Play =>
  (_, { kill }) => {
    kill(first);
    kill(second);
  };

export const cancellation: Family = {
  title: 'cancellation',
  about:
    'The runner cancels: SIGINT, then SIGTERM after 7.5 seconds. At every stage the process ends in less than two seconds, with the verdict `cancelled`, its reports written and the exit status of the signal.',
  cases: [
    ...AT_STAGES,
    ...SIGNALS.map(([signal, exit]) => ({
      name: `${signal} while no SYN is answered`,
      inputs: { port: (world: { blackHole: () => Promise<string> }) => world.blackHole() },
      interrupt: { signal, afterMs: 4000 },
      expect: { ...CANCELLED, stage: 'connect' as const, exit },
      also: [endsSoon],
    })),
    ...SIGNALS.map(([signal, exit]) => ({
      name: `${signal} in the pause before a retry`,
      inputs: { retries: 3 },
      play: inTurn(async (connection, { kill }) => {
        connection.send('421 4.3.2 later\r\n');
        await connection.line().catch(() => '');
        await wait(100);
        kill(signal);
      }),
      expect: { ...CANCELLED, exit },
      also: [endsSoon],
    })),
    {
      name: 'SIGINT and SIGTERM at once',
      play: at('auth', twice('SIGINT', 'SIGTERM')),
      // Of two signals that wait for the same process, the kernel runs the handler of either first.
      expect: { ...CANCELLED, stage: 'auth', exit: [130, 143] },
      also: [endsSoon],
    },
    {
      name: 'SIGINT twice',
      play: at('auth', async (_, { kill }) => {
        kill('SIGINT');
        await wait(1);
        kill('SIGINT');
      }),
      expect: { ...CANCELLED, stage: 'auth', exit: 130 },
      also: [endsSoon],
    },
    {
      name: 'SIGTERM under a flood',
      play: at('password', (connection, { kill }) => {
        // All that the bounds of a reply allow, so that nothing but the signal can end it.
        connection.send(`535-${'x'.repeat(8000)}\r\n`.repeat(8));
        kill('SIGTERM');
      }),
      expect: { ...CANCELLED, stage: 'auth', exit: 143 },
      also: [endsSoon],
    },
    {
      name: 'SIGINT in a drip',
      play: at('password', async (connection, { kill }) => {
        setTimeout(kill, 300, 'SIGINT');
        await connection.drip(`235 ${'x'.repeat(2000)}`, 10);
      }),
      expect: { ...CANCELLED, stage: 'auth', exit: 130 },
      also: [endsSoon],
    },
  ],
};
