const isWindows = process.platform === 'win32';

/** What a test may need of the machine it runs on, and whether it is here. */
const HERE = {
  /** Windows ends a process at any signal and lets it do nothing before. */
  'signals that can be caught': !isWindows,
  /** Commands of the documentation are written for sh. */
  'a POSIX shell': !isWindows,
  /** Windows has none that a test could open. */
  'a pseudo-terminal': !isWindows,
} as const;

export type Need = keyof typeof HERE;

/** What is not here. */
export const MISSING = (Object.keys(HERE) as Need[]).filter((need) => !HERE[need]);

/** `describe` where the machine has what the tests need, and `describe.skip` where it has not. */
export function describeNeeding(need: Need): typeof describe {
  return HERE[need] ? describe : describe.skip;
}
