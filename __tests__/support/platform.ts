import { spawnSync } from 'node:child_process';

const isWindows = process.platform === 'win32';

/** What a test may need of the machine it runs on, and whether it is here. */
const HERE = {
  /** Windows ends a process at any signal and lets it do nothing before. */
  'signals that can be caught': !isWindows,
  /** Commands of the documentation are written for sh. */
  'a POSIX shell': !isWindows,
  /** The examples of the documentation make JSON with it; every runner of GitHub has it. */
  jq: !isWindows && spawnSync('jq', ['--version']).status === 0,
  /** Windows has none that a test could open. */
  'a pseudo-terminal': !isWindows,
  /** Windows has pipes of another kind, which no path names. */
  'named pipes': !isWindows,
  /** Windows gives the right to make one to few. */
  'symbolic links': !isWindows,
  /** Only Linux has a device that is always full. */
  'a full device': process.platform === 'linux',
  /** Root may write everywhere, and Windows knows no such permissions. */
  'files that may not be written': !isWindows && process.getuid?.() !== 0,
} as const;

export type Need = keyof typeof HERE;

/** What is not here. */
export const MISSING = (Object.keys(HERE) as Need[]).filter((need) => !HERE[need]);

/** `describe` where the machine has what the tests need, and `describe.skip` where it has not. */
export function describeNeeding(need: Need): typeof describe {
  return HERE[need] ? describe : describe.skip;
}
