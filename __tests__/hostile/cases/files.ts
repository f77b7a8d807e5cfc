import {
  DEFAULT_INPUTS,
  type Family,
  type HostileCase,
  type Input,
  type Requirement,
} from '../support/case.ts';
import { honest } from '../support/play.ts';
import type { World } from '../support/world.ts';

const GIB = 1024 ** 3;

/** A pipe would be waited for until the job ends, and reading 1 GiB takes longer. */
const endsSoon: Requirement = {
  that: 'the process ends within three seconds',
  isAboutTime: true,
  holds: ({ run, pace }) => run.elapsedMs < 3000 * pace,
};

const nothingSent: Requirement = {
  that: 'nothing connected',
  holds: ({ peer }) => (peer?.connections.length ?? 0) === 0,
};

const tells = (words: string): Requirement => ({
  that: `the message says "${words}"`,
  holds: ({ run }) => run.stdout.includes(words),
});

/** One entry of a list whose secret is in a file; the inputs of a single account are empty. */
function inFile(path: (world: World) => string, key = 'password-file'): Record<string, Input> {
  return {
    ...{ host: '', username: '', password: '' },
    accounts: (world, port) =>
      JSON.stringify([
        { host: '127.0.0.1', port, username: DEFAULT_INPUTS.username, [key]: path(world) },
      ]),
  };
}

const wrong = (
  name: string,
  path: (world: World) => string,
  words: string,
  key?: string,
): HostileCase => ({
  name: `${name} as the file of a password`,
  play: honest(),
  inputs: inFile(path, key),
  expect: { verdict: 'config', cause: 'input-invalid' },
  also: [nothingSent, tells(words), endsSoon],
});

const right = (name: string, content: string | Uint8Array): HostileCase => ({
  name,
  play: honest(),
  inputs: inFile(({ file }) => file(name.replaceAll(/\W/g, '-'), content)),
  expect: { verdict: 'accepted', stage: 'auth' },
});

const SECRETS: readonly HostileCase[] = [
  wrong('nothing', () => '/nonexistent/password', 'names a file that does not exist (ENOENT)'),
  wrong('a directory', () => '/', 'names a directory, not a file'),
  wrong('a pipe that nobody writes', ({ pipe }) => pipe(), 'names a pipe or a device'),
  wrong('a device that never ends', () => '/dev/zero', 'names a pipe or a device'),
  wrong('a file that cannot be read', () => '/proc/self/mem', 'names a file that cannot be read'),
  wrong('1 GiB', ({ file }) => file('1-gib', GIB), 'names a file of more than 1 MiB'),
  wrong('one byte too many', ({ file }) => file('2-20', 2 ** 20 + 1), 'more than 1 MiB'),
  wrong('Latin-1', ({ file }) => file('latin1', Buffer.from('Gr\xfc\xdfe', 'latin1')), 'not UTF-8'),
  wrong('UTF-16', ({ file }) => file('utf16', Buffer.from('\ufeffabc', 'utf16le')), 'in UTF-16'),
  wrong('bytes at random', ({ file }) => file('bytes', Buffer.from('c3280001ff', 'hex')), 'UTF-8'),
  wrong('an empty file', ({ file }) => file('empty', ''), 'names a file that is empty'),
  wrong('a line end alone', ({ file }) => file('line-end', '\r\n'), 'names a file that is empty'),
  wrong('a path that is too long', () => `/${'x'.repeat(5000)}`, 'cannot be read (ENAMETOOLONG)'),
  wrong('a path with a NUL', () => '/tmp/\0', 'names a file that cannot be read'),
  wrong('a directory in the way', () => '/dev/null/password', 'cannot be read (ENOTDIR)'),
  {
    ...wrong('a user name with a line break', ({ file }) => file('two', 'a\nb'), 'line break'),
    name: 'two lines in the file of a user name',
    inputs: {
      ...{ host: '', username: '', password: '' },
      accounts: ({ file }, port) =>
        JSON.stringify([
          { host: '127.0.0.1', port, 'username-file': file('two', 'a\nb'), password: 'x' },
        ]),
    },
  },
  right('a password file without a line end', DEFAULT_INPUTS.password),
  right('a password file with one line end', `${DEFAULT_INPUTS.password}\n`),
  right('a password file with the line end of Windows', `${DEFAULT_INPUTS.password}\r\n`),
];

const list = (name: string, accounts: Input, words: string): HostileCase => ({
  name: `${name} as the list of accounts`,
  play: honest(),
  inputs: { host: '', username: '', password: '', accounts },
  expect: { verdict: 'config', cause: 'input-invalid' },
  also: [nothingSent, tells(words), endsSoon],
});

const LISTS: readonly HostileCase[] = [
  list('a directory', '/dev', 'is a directory'),
  list('a pipe that nobody writes', ({ pipe }) => pipe(), 'is a pipe or a device'),
  list('1 GiB', ({ file }) => file('1-gib.yml', GIB), 'is larger than 16 MiB'),
  list(
    'UTF-16',
    ({ file }) => file('utf16.yml', Buffer.from('\ufeff- {}', 'utf16le')),
    'that is UTF-16',
  ),
  list('zero bytes', ({ file }) => file('zeros.yml', 1000), 'this is not YAML'),
];

export const files: Family = {
  title: 'files',
  about:
    'Files in which secrets and lists are kept: absent, of the wrong kind, far too large, or not text. Nothing is sent, and the message names the entry and the fix.',
  cases: [...SECRETS, ...LISTS],
};
