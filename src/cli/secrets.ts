import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import type { AccountInput } from '../inputs/names.ts';
import { type CheckOptions, UsageError } from './options.ts';

/**
 * Fetches the secrets that the command line names, from environment variables or standard input. The
 * variables are removed: nothing else that this process does needs them.
 *
 * @throws UsageError when a source is missing or empty
 */
export async function readSecrets({
  secretEnv,
  passwordStdin,
}: CheckOptions): Promise<Partial<Record<AccountInput, string>>> {
  const secrets = Object.fromEntries(
    [...secretEnv].map(([input, name]) => [input, takeVariable(input, name)]),
  ) as Partial<Record<AccountInput, string>>;
  // Standard input is opened by looking at it, so nobody looks who does not need it.
  return passwordStdin ? { ...secrets, password: await readPassword(process.stdin) } : secrets;
}

function takeVariable(input: AccountInput, name: string): string {
  const value = process.env[name];
  // The name is not repeated: it may be the secret itself, typed where its variable's name belongs.
  if (value === undefined || value === '') {
    const state = value === undefined ? 'not set' : 'empty';
    throw new UsageError(`The environment variable that --${input}-env names is ${state}.`);
  }
  // eslint-disable-next-line @typescript-eslint/no-dynamic-delete -- the user names it
  delete process.env[name];
  return value;
}

/** One line end at the end belongs to `echo` or the editor; everything else is the password. */
async function readPassword(stdin: NodeJS.ReadStream): Promise<string> {
  if (stdin.isTTY) {
    throw new UsageError('--password-stdin expects a pipe. Leave it out to be asked.');
  }
  const { text } = await import('node:stream/consumers');
  const password = (await text(stdin)).replace(/\r?\n$/, '');
  if (password === '') throw new UsageError('Standard input is empty; --password-stdin needs it.');
  return password;
}

/**
 * Asks for a secret without showing what is typed. The question goes to `output`, which is standard
 * error, so that standard output holds the answer of the check alone.
 *
 * @returns undefined when the person gave up (Ctrl-C, Ctrl-D)
 */
export async function askSecret(
  question: string,
  input: NodeJS.ReadStream,
  output: NodeJS.WriteStream,
): Promise<string | undefined> {
  const nowhere = new Writable({
    write(_chunk, _encoding, done) {
      done();
    },
  });
  // `terminal` puts the input in raw mode: only what is written to `nowhere` would be shown.
  const lines = createInterface({ input, output: nowhere, terminal: true, historySize: 0 });
  const givenUp = new Promise<undefined>((resolve) => {
    lines.once('SIGINT', () => {
      resolve(undefined);
    });
    lines.once('close', () => {
      resolve(undefined);
    });
  });
  output.write(question);
  try {
    return await Promise.race([lines.question(''), givenUp]);
  } finally {
    lines.close();
    output.write('\n');
  }
}
