import { parseArgs } from 'node:util';
import {
  ACCOUNT_DEFAULTS,
  type AccountInput,
  RUN_DEFAULTS,
  type RunInput,
  SECRET_INPUTS,
} from '../inputs/names.ts';
import { nearest } from '../platform/nearest.ts';

/** What a command line asks for. */
export type Request =
  | { readonly kind: 'help' }
  | { readonly kind: 'version' }
  | { readonly kind: 'check'; readonly options: CheckOptions };

export interface CheckOptions {
  /** The inputs as given, unjudged; secrets are not among them. */
  readonly given: Readonly<Partial<Record<AccountInput, string>>>;
  /** The inputs that describe the run and not an account, as given. */
  readonly run: Readonly<Partial<Record<RunInput, string>>>;
  /** Secret inputs that come from an environment variable, with its name. */
  readonly secretEnv: ReadonlyMap<AccountInput, string>;
  readonly passwordStdin: boolean;
  readonly output: (typeof OUTPUTS)[number] | 'text';
}

/** A command line that cannot be carried out; its text is for the person who typed it and repeats no value. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Somebody was asked for a password and left. */
export class GivenUp extends Error {
  override readonly name = 'GivenUp';
}

/** The inputs of one account whose value may be given on a command line. Secrets come as `--NAME-env VARIABLE`. */
const SECRETS: ReadonlySet<string> = new Set(SECRET_INPUTS);
export const PLAIN_INPUTS = (Object.keys(ACCOUNT_DEFAULTS) as AccountInput[]).filter(
  (name) => !SECRETS.has(name),
);

/** A tracking issue belongs to a repository and to the token of its runner. */
const OF_THE_RUNNER: ReadonlySet<RunInput> = new Set(['tracking-issue', 'github-token']);
export const RUN_INPUTS = (Object.keys(RUN_DEFAULTS) as RunInput[]).filter(
  (name) => !OF_THE_RUNNER.has(name),
);

/** Ways to answer other than the usual text; one at most. */
const OUTPUTS = ['json', 'quiet', 'verbose'] as const;
const SWITCHES = ['password-stdin', ...OUTPUTS, 'help', 'version'] as const;

/** `node:util` parses: it is part of Node 20, 22 and 24 and costs nothing to load. */
const FLAGS = {
  ...Object.fromEntries(
    [...PLAIN_INPUTS, ...RUN_INPUTS].map((name) => [name, { type: 'string' }] as const),
  ),
  ...Object.fromEntries(SECRET_INPUTS.map((name) => [`${name}-env`, { type: 'string' }] as const)),
  ...Object.fromEntries(SWITCHES.map((name) => [name, { type: 'boolean' }] as const)),
  ...Object.fromEntries([['help', { type: 'boolean', short: 'h' }] as const]),
};

/**
 * Reads a command line.
 *
 * @param args without the program's own name
 * @throws UsageError
 */
export function parseCommandLine(args: readonly string[]): Request {
  refuseSecrets(args);
  const { values, tokens } = parse(args);
  if (values['help'] === true) return { kind: 'help' };
  if (values['version'] === true) return { kind: 'version' };
  const names = tokens.flatMap((token) => (token.kind === 'option' ? [token.name] : []));
  const repeated = names.find((name, index) => names.indexOf(name) !== index);
  if (repeated !== undefined) throw new UsageError(`--${repeated} is given twice.`);
  return { kind: 'check', options: toOptions(values) };
}

type Values = Readonly<Record<string, string | boolean | undefined>>;

function toOptions(values: Values): CheckOptions {
  const text = <T extends string>(names: readonly T[], suffix = ''): [T, string][] =>
    names.flatMap((name): [T, string][] => {
      const value = values[name + suffix];
      return typeof value === 'string' ? [[name, value]] : [];
    });
  const secretEnv = new Map(text(SECRET_INPUTS, '-env'));
  const passwordStdin = values['password-stdin'] === true;
  if (passwordStdin && secretEnv.has('password')) {
    throw new UsageError('--password-env and --password-stdin exclude each other.');
  }
  const outputs = OUTPUTS.filter((name) => values[name] === true);
  if (outputs.length > 1) throw new UsageError(`--${outputs.join(' and --')} exclude each other.`);
  return {
    given: Object.fromEntries(text(PLAIN_INPUTS)),
    run: Object.fromEntries(text(RUN_INPUTS)),
    secretEnv,
    passwordStdin,
    output: outputs[0] ?? 'text',
  };
}

/** Other users see a command line in the list of processes, and the shell keeps it in its history. */
function refuseSecrets(args: readonly string[]): void {
  const secret = [...SECRETS].find((name) =>
    args.some((arg) => arg === `--${name}` || arg.startsWith(`--${name}=`)),
  );
  if (secret === undefined && !args.some((arg) => arg.includes('PRIVATE KEY-----'))) return;
  throw new UsageError(
    secret === undefined
      ? 'A private key does not belong on a command line: other users can read it there. Give the path of its file.'
      : `There is no --${secret}: other users can read a command line, and the shell keeps it. Use --${secret}-env NAME${secret === 'password' ? ', --password-stdin, or neither to be asked' : ''}. Change the one you typed if others use this machine.`,
  );
}

function parse(args: readonly string[]): ReturnType<typeof parseFlags> {
  try {
    return parseFlags(args);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    // A stray argument may be a password, so it is the one thing that is not repeated.
    if (code === 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL') {
      throw new UsageError('An argument stands alone: each value needs its flag before it.');
    }
    if (code?.startsWith('ERR_PARSE_ARGS')) throw new UsageError(explain(message));
    throw error;
  }
}

/** Node's words, or better ones where a value is missing, which it calls ambiguous when another flag follows. */
function explain(message: string): string {
  const lacking =
    /^Option '(?:-\w, )?--([a-z-]+)(?: <value>)?' argument (?:missing|is ambiguous)/.exec(
      message,
    )?.[1];
  if (lacking === undefined) {
    return `${message.split(/[.\n]/, 1)[0] ?? ''}.${nearestFlag(message)}`;
  }
  const isSwitch = (DEFAULTS[lacking] ?? '') === 'true' || DEFAULTS[lacking] === 'false';
  return `--${lacking} needs a value${isSwitch ? ': true or false' : ''}. One that begins with "-" is given as --${lacking}=VALUE.`;
}

const DEFAULTS: Readonly<Record<string, string>> = { ...ACCOUNT_DEFAULTS, ...RUN_DEFAULTS };

/** ` Did you mean --host?` after `--hots` (two slips at most) or `--junit` (the end of a name), or nothing. */
function nearestFlag(message: string): string {
  const typed = /^Unknown option '--([a-z-]{3,})'/.exec(message)?.[1];
  if (typed === undefined) return '';
  const near = nearest(typed, Object.keys(FLAGS));
  return near === undefined ? '' : ` Did you mean --${near}?`;
}

function parseFlags(args: readonly string[]) {
  return parseArgs({ args: [...args], options: FLAGS, strict: true, tokens: true });
}
