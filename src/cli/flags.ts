import {
  ACCOUNT_DEFAULTS,
  type AccountInput,
  CREDENTIAL_INPUTS,
  RUN_DEFAULTS,
  type RunInput,
  SECRET_INPUTS,
} from '../inputs/names.ts';

/** The inputs that can come from elsewhere than the command line. */
export type SourcedInput = (typeof CREDENTIAL_INPUTS)[number];

const SECRETS: ReadonlySet<string> = new Set(SECRET_INPUTS);

/** The inputs of one account whose value may be given on a command line. */
export const PLAIN_INPUTS = (Object.keys(ACCOUNT_DEFAULTS) as AccountInput[]).filter(
  (name) => !SECRETS.has(name),
);

/** A tracking issue belongs to a repository and to the token of its runner. */
const OF_THE_RUNNER: ReadonlySet<RunInput> = new Set(['tracking-issue', 'github-token']);
export const RUN_INPUTS = (Object.keys(RUN_DEFAULTS) as RunInput[]).filter(
  (name) => !OF_THE_RUNNER.has(name),
);

/** Where a credential is found: other users can read a command line, so a secret is never on one. */
export const SOURCES = ['env', 'file', 'command'] as const;

/** Ways to answer other than the usual text; one at most. */
export const OUTPUT_FLAGS = ['json', 'quiet', 'verbose'] as const;

/** The shells that a completion is written for. */
export const SHELLS = ['bash', 'zsh', 'fish'] as const;

export type Shell = (typeof SHELLS)[number];

const VALUES = [
  ...PLAIN_INPUTS,
  ...RUN_INPUTS,
  ...CREDENTIAL_INPUTS.flatMap((name) => SOURCES.map((source) => `${name}-${source}`)),
];
const SWITCHES = ['password-stdin', ...OUTPUT_FLAGS, 'help', 'version'];

type FlagType = 'string' | 'boolean';

/** Every flag without its hyphens, and whether a value follows it. A Map, since what people type is looked up in it. */
export const FLAGS: ReadonlyMap<string, FlagType> = new Map([
  ...VALUES.map((name) => [name, 'string'] as const),
  ...SWITCHES.map((name) => [name, 'boolean'] as const),
]);

/** Whether a flag's value is `true` or `false`, which people leave out. */
export function isYesOrNo(name: string): boolean {
  const defaults = new Map<string, string>(
    Object.entries({ ...ACCOUNT_DEFAULTS, ...RUN_DEFAULTS }),
  );
  return ['true', 'false'].includes(defaults.get(name) ?? '');
}
