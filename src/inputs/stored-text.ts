import { decodeUtf8, readTextFile, TextFileError, type TextFileFault } from '../platform/text.ts';
import { invalid, ValueError } from './reader.ts';

/** Keys, certificates and passwords have a few KiB; a secret of GitHub has at most 48 KB. */
export const MAX_SECRET_BYTES = 1024 * 1024;

/** What a text must be to be the one that is meant, and what a message calls it. */
export interface Expected {
  readonly fits: (text: string) => boolean;
  /** Such as `PEM text`. */
  readonly name: string;
}

/**
 * Reads a text that users keep in three forms: the text itself, Base64 of it, or the path of a file of either.
 *
 * @throws ValueError that repeats nothing of the value
 */
export function readStored(value: string, { fits, name }: Expected): string {
  const text = [value, fromBase64(value)].find((candidate) => candidate && fits(candidate));
  if (text !== undefined) return text;
  if (!isPath(value)) throw invalid(`must be ${name}, Base64 of it, or the path of a file with it`);
  const content = readFile(value, (fault, code) =>
    fault === 'absent' || fault === 'unreadable'
      ? `must be ${name}, Base64 of it, or the path of a readable file${code}`
      : FILE_FAULTS[fault],
  );
  return fromBase64(content) ?? content;
}

/**
 * Reads a secret from its own file. One line end at the end belongs to the editor or to `echo`.
 *
 * @throws ValueError
 */
export function readSecretFile(path: string): string {
  const describe = (fault: TextFileFault, code: string): string => FILE_FAULTS[fault] + code;
  const secret = readFile(path, describe).replace(/\r?\n$/, '');
  if (secret === '') throw invalid('names a file that is empty');
  return secret;
}

function readFile(path: string, describe: (fault: TextFileFault, code: string) => string): string {
  try {
    return readTextFile(path, MAX_SECRET_BYTES);
  } catch (error) {
    if (!(error instanceof TextFileError)) throw error;
    throw fileError(error, describe);
  }
}

function fileError(
  error: TextFileError,
  describe: (fault: TextFileFault, code: string) => string,
): ValueError {
  const code = error.code === undefined ? '' : ` (${error.code})`;
  return invalid(describe(error.fault, code), { cause: error });
}

const FILE_FAULTS: Readonly<Record<TextFileFault, string>> = {
  absent: 'names a file that does not exist',
  directory: 'names a directory, not a file',
  'not-a-file': 'names a pipe or a device, not a file',
  'too-large': 'names a file of more than 1 MiB',
  unreadable: 'names a file that cannot be read',
  'utf-16': 'names a file in UTF-16, as Windows PowerShell writes it; save it as UTF-8',
  'not-utf-8': 'names a file that is not UTF-8 text, such as one in Latin-1; save it as UTF-8',
};

/** Some Base64 is wrapped, or has the letters for URLs (RFC 4648 section 5). */
const BASE64 = /^[A-Za-z0-9+/_-]{24,}={0,2}$/;

/** @returns the text that Base64 stands for; undefined when it is not Base64 of a text */
function fromBase64(value: string): string | undefined {
  const dense = value.replace(/\s/g, '');
  if (!BASE64.test(dense)) return undefined;
  try {
    return decodeUtf8(Buffer.from(dense, 'base64'));
  } catch {
    return undefined; // Base64 of something that is not text, or a long path
  }
}

/** The longest path of Linux, and the longest name in one (limits.h: PATH_MAX, NAME_MAX). */
const MAX_PATH = 4095;
const MAX_NAME = 255;

/** What a system can look up. Anything else, such as a key without its first line, is never tried as a path. */
function isPath(value: string): boolean {
  // eslint-disable-next-line no-control-regex -- control characters are what no path has
  if (value.length > MAX_PATH || /[\x00-\x1f\x7f]/.test(value)) return false;
  return value.split(/[/\\]/).every((name) => name.length <= MAX_NAME);
}

/** POSIX.1-2017, Base Definitions, section 8.1; a `$` or `${{ }}` around the name is the usual slip. */
const NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** Capitals with underscores, as variables are written. Any other name may be the secret itself. */
const SHOWABLE = /^(?:[A-Z]+|[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)$/;

/** Tokens with which a runner proves who it is to GitHub; a mail server never needs them. */
const OF_THE_RUNNER = /^(?:ACTIONS_\w+|GITHUB_TOKEN|GH_TOKEN)$/i;

/**
 * Reads a secret from an environment variable.
 *
 * @param name what the user gave as the variable's name
 * @throws ValueError, which repeats the name only if it looks like one
 */
export function readVariable(name: string, environment: Readonly<NodeJS.ProcessEnv>): string {
  if (!NAME.test(name)) {
    throw invalid('must be the name of an environment variable', {
      title: 'is not the name of a variable',
    });
  }
  if (OF_THE_RUNNER.test(name)) {
    throw invalid(`names ${name}, a token of the runner, which is never sent to a mail server`, {
      title: 'names a token of the runner',
    });
  }
  // eslint-disable-next-line house/open-keys -- own variables only
  const value = Object.hasOwn(environment, name) ? environment[name] : undefined;
  if (value !== undefined && value !== '') return value;
  const shown = SHOWABLE.test(name) || value !== undefined ? ` ${name}` : '';
  const state = value === undefined ? 'not set' : 'empty';
  throw new ValueError('missing', `names the environment variable${shown}, which is ${state}`, {
    title: `names a variable that is ${state}`,
  });
}
