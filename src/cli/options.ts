import { parseArgs, type ParseArgsConfig } from 'node:util';
import { didYouMean } from '../inputs/meant.ts';
import { type AccountInput, CREDENTIAL_INPUTS, type RunInput } from '../inputs/names.ts';
import { printable } from '../safety/printable.ts';
import {
  FLAGS,
  isYesOrNo,
  OUTPUT_FLAGS,
  PLAIN_INPUTS,
  RUN_INPUTS,
  type Shell,
  SHELLS,
  type SourcedInput,
  SOURCES,
} from './flags.ts';
import { refuseExposedSecrets } from './exposed.ts';
import { withServerFlags } from './server-argument.ts';
import { UsageError } from './usage.ts';

/** What a command line asks for. */
export type Request =
  | { readonly kind: 'help' }
  | { readonly kind: 'version' }
  | { readonly kind: 'completion'; readonly shell: Shell }
  | { readonly kind: 'explain'; /** Not read yet. */ readonly args: readonly string[] }
  | { readonly kind: 'check'; readonly options: CliOptions };

/** Where a credential is found. */
export type SecretSource =
  /** `name` is that of the variable, the path, or the command. */
  { readonly kind: (typeof SOURCES)[number]; readonly name: string } | { readonly kind: 'stdin' };

export interface CliOptions {
  /** The inputs as given, unjudged; secrets are not among them. */
  readonly given: Readonly<Partial<Record<AccountInput, string>>>;
  /** The inputs that describe the run and not an account, as given. */
  readonly run: Readonly<Partial<Record<RunInput, string>>>;
  readonly secrets: ReadonlyMap<SourcedInput, SecretSource>;
  readonly output: (typeof OUTPUT_FLAGS)[number] | 'text';
}

/** The values by flag; a switch has none. */
type Values = ReadonlyMap<string, string | undefined>;

/**
 * Reads a command line.
 *
 * @param args without the program's own name
 * @throws UsageError
 */
export function parseCommandLine(args: readonly string[]): Request {
  refuseExposedSecrets(args);
  const [command, ...rest] = args;
  if (command === 'completion') return { kind: 'completion', shell: readShell(rest) };
  const isHelp = rest.includes('--help') || rest.includes('-h');
  if (command === 'explain' && !isHelp) return { kind: 'explain', args: rest };
  const values = readFlags(command === 'explain' ? ['--help'] : withServerFlags(args));
  if (values.has('help')) return { kind: 'help' };
  if (values.has('version')) return { kind: 'version' };
  return { kind: 'check', options: toOptions(values) };
}

function readShell(args: readonly string[]): Shell {
  const shell = SHELLS.find((name) => name === args[0]);
  if (shell !== undefined && args.length === 1) return shell;
  throw new UsageError(`completion needs the name of a shell: ${SHELLS.join(', ')}.`);
}

function toOptions(values: Values): CliOptions {
  const text = <T extends string>(names: readonly T[]): [T, string][] =>
    names.flatMap((name): [T, string][] => {
      const value = values.get(name);
      return value === undefined ? [] : [[name, value]];
    });
  const secrets = CREDENTIAL_INPUTS.flatMap((input): [SourcedInput, SecretSource][] => {
    const source = sourceOf(values, input);
    return source ? [[input, source]] : [];
  });
  const outputs = OUTPUT_FLAGS.filter((name) => values.has(name));
  refuseTogether(outputs);
  const isListPiped = values.get('accounts') === '-';
  if (isListPiped && values.has('password-stdin')) refuseTogether(['accounts -', 'password-stdin']);
  return {
    given: Object.fromEntries(text(PLAIN_INPUTS)),
    run: Object.fromEntries(text(RUN_INPUTS)),
    secrets: new Map(secrets),
    output: outputs[0] ?? 'text',
  };
}

function sourceOf(values: Values, input: SourcedInput): SecretSource | undefined {
  const flags = [input, ...[...SOURCES, 'stdin'].map((source) => `${input}-${source}`)];
  const given = flags.filter((flag) => values.has(flag));
  refuseTogether(given);
  const kind = SOURCES.find((source) => given[0] === `${input}-${source}`);
  if (kind) return { kind, name: values.get(`${input}-${kind}`) ?? '' };
  return given[0] === `${input}-stdin` ? { kind: 'stdin' } : undefined;
}

function refuseTogether(flags: readonly string[]): void {
  if (flags.length < 2) return;
  throw new UsageError(`--${flags.join(' and --')} cannot be combined; give one of them.`);
}

/** `node:util` splits the arguments; what is wrong with them is judged here, in our own words. */
function readFlags(args: readonly string[]): Values {
  const options: ParseArgsConfig['options'] = {
    ...Object.fromEntries([...FLAGS].map(([name, type]) => [name, { type }])),
    help: { type: 'boolean', short: 'h' },
  };
  const { tokens } = parseArgs({ args: [...args], options, strict: false, tokens: true });
  const values = new Map<string, string | undefined>();
  for (const token of tokens) {
    if (token.kind !== 'option') {
      // A stray argument may be a password, so it is not repeated.
      throw new UsageError('Unexpected argument: every value must follow a flag.');
    }
    const { name, rawName, value, inlineValue } = token;
    refuseFlag(name, rawName, value, inlineValue === true);
    if (values.has(name)) throw new UsageError(`--${name} is given twice.`);
    values.set(name, value);
  }
  return values;
}

function refuseFlag(
  name: string,
  typed: string,
  value: string | undefined,
  isInline: boolean,
): void {
  const type = FLAGS.get(name);
  if (type === undefined) {
    const meant = didYouMean(name, [...FLAGS.keys()], (flag) => `--${flag}`);
    const shown = meant !== '' || isShowable(typed) ? ` ${printable(typed)}` : '';
    throw new UsageError(`Unknown flag${shown}.${meant}`);
  }
  if (type === 'boolean' && value !== undefined) {
    throw new UsageError(`--${name} does not take a value.`);
  }
  if (type === 'boolean') return;
  const isFlag = !isInline && value !== undefined && value.length > 1 && value.startsWith('-');
  if (value !== undefined && !isFlag) return;
  const choice = isYesOrNo(name) ? ': true or false' : '';
  throw new UsageError(
    `--${name} needs a value${choice}. One that begins with "-" is given as --${name}=VALUE.`,
  );
}

/** Whether a text looks like a flag and nothing else: a secret may be glued to one, as in `--passwordVALUE`. */
function isShowable(typed: string): boolean {
  const isGlued = CREDENTIAL_INPUTS.some((name) => typed.startsWith(`--${name}`));
  return /^-{1,2}[A-Za-z_][A-Za-z_-]{0,24}$/.test(typed) && !isGlued;
}
