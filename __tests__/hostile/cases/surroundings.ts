import {
  DEFAULT_INPUTS,
  type Family,
  type HostileCase,
  type Input,
  type Requirement,
} from '../support/case.ts';
import { at, honest, inTurn, type Play } from '../support/play.ts';

const REFUSAL = '535 5.7.8 Invalid username or password\r\n';
const refuses = at('password', REFUSAL);
const REJECTED = { verdict: 'rejected', stage: 'auth', code: 535 } as const;

const endsSoon: Requirement = {
  that: 'the process ends within two seconds',
  isAboutTime: true,
  holds: ({ aliveMs = Infinity, pace }) => aliveMs < 2000 * pace,
};

/** A broken program that writes for ever is killed some time after its deadline. */
const SHORT = { timeout: 3 } as const;

const STREAMS: readonly HostileCase[] = (['stdout', 'stderr'] as const).flatMap((stream) =>
  (
    [
      ['gone', `closes the other end of ${stream}`],
      ['full', `sends ${stream} to a full disk`],
    ] as const
  ).flatMap(([fault, name]): HostileCase[] => [
    {
      name: `${name}; the login is accepted`,
      play: honest(),
      inputs: SHORT,
      [stream]: fault,
      expect: { verdict: 'accepted' },
      also: [endsSoon],
    },
    {
      name: `${name}; the login is refused`,
      play: refuses,
      inputs: SHORT,
      [stream]: fault,
      expect: REJECTED,
      also: [endsSoon],
    },
  ]),
);

const warns = (...words: readonly string[]): Requirement => ({
  that: `a warning names ${words.join(', ')}`,
  holds: ({ run }) => {
    const warnings = run.stdout.split('\n').filter((line) => line.startsWith('::warning'));
    return warnings.some((line) => words.every((word) => line.includes(word)));
  },
});

/** What can be in the place of a file that the runner should have made, and the code of the system for it. */
const PLACES: readonly (readonly [what: string, path: Input, code: string])[] = [
  ['nothing', '/nonexistent/file', 'ENOENT'],
  ['a folder', '/dev', 'EISDIR'],
  ['a pipe that nobody reads', ({ pipe }) => pipe(), 'ENXIO'],
  ['a full disk', '/dev/full', 'ENOSPC'],
];

const RUNNER_FILES: readonly HostileCase[] = PLACES.flatMap(([what, path, code]): HostileCase[] => [
  {
    name: `has ${what} in the place of GITHUB_OUTPUT; the login is accepted`,
    play: honest(),
    env: { GITHUB_OUTPUT: path },
    expect: { verdict: 'accepted' },
    also: [warns('GITHUB_OUTPUT', code), endsSoon],
  },
  {
    name: `has ${what} in the place of GITHUB_STEP_SUMMARY; the login is refused`,
    play: refuses,
    env: { GITHUB_STEP_SUMMARY: path },
    expect: REJECTED,
    also: [warns('GITHUB_STEP_SUMMARY', code), endsSoon],
  },
]);

const REPORTS: readonly HostileCase[] = [
  ...PLACES.filter(([what]) => what !== 'nothing'),
  ['a path through a file', '/dev/null/report', 'EEXIST'] as const,
].map(([what, path, code]) => ({
  name: `wants a report where there is ${what}`,
  play: honest(),
  inputs: { 'report-json': path },
  expect: { verdict: 'accepted' as const },
  also: [warns('report-json', code), endsSoon],
}));

const [FIRST, SECOND] = ['first-secret-of-the-list', 'second-secret-of-the-list'];

/** Two accounts at the peer, checked one after the other. */
const TWO_ACCOUNTS: Readonly<Record<string, Input>> = {
  host: '',
  username: '',
  password: '',
  'max-per-host': 1,
  'host-gap': 0,
  accounts: (_, port) =>
    JSON.stringify([
      { host: '127.0.0.1', port, username: 'first@example.test', password: FIRST },
      { host: '127.0.0.1', port, username: 'second@example.test', password: SECOND },
    ]),
};

const hides = (...secrets: readonly string[]): Requirement => ({
  that: 'no secret is visible',
  holds: ({ run }) => !secrets.some((secret) => run.visible.includes(secret)),
});

const refusesWith = (text: string): Play => at('password', `535 5.7.8 ${text}\r\n`);

const SECRETS: readonly HostileCase[] = [
  {
    name: "repeats the first account's secret in the reply to the second",
    play: inTurn(refusesWith('no'), refusesWith(`not ${FIRST} again`)),
    inputs: TWO_ACCOUNTS,
    expect: { verdict: 'rejected' },
    also: [hides(FIRST, SECOND)],
  },
  {
    name: "guesses the second account's secret in the reply to the first",
    play: inTurn(refusesWith(`try ${SECOND}`), refusesWith('no')),
    inputs: TWO_ACCOUNTS,
    expect: { verdict: 'rejected' },
    also: [hides(FIRST, SECOND)],
  },
  {
    name: "has the first account's secret in its greeting to the second, in Base64",
    play: inTurn(
      refusesWith('no'),
      at('greeting', `554 ${Buffer.from(FIRST).toString('base64')}\r\n`),
    ),
    inputs: TWO_ACCOUNTS,
    expect: { verdict: 'unreachable' },
    also: [hides(FIRST, SECOND, Buffer.from(FIRST).toString('base64').slice(0, -2))],
  },
  {
    name: 'repeats the password up to its last letters',
    play: refusesWith(`bad password: ${DEFAULT_INPUTS.password.slice(0, -3)}`),
    expect: REJECTED,
    also: [hides(DEFAULT_INPUTS.password.slice(0, 12))],
  },
];

export const surroundings: Family = {
  title: 'surroundings',
  about:
    'Not the server but what is around the process: streams that nobody reads or that are full, files of the runner and reports that cannot be written, and lists in which one account learns of another. The verdict decides the exit status all the same.',
  cases: [...STREAMS, ...RUNNER_FILES, ...REPORTS, ...SECRETS],
};
