import { SECRET_INPUTS } from '../inputs/names.ts';
import { UsageError } from './usage.ts';

/**
 * Refuses secrets on a command line: other users see it in the list of processes, and the shell keeps it in its history.
 *
 * @throws UsageError that repeats nothing of them
 */
export function refuseExposedSecrets(args: readonly string[]): void {
  refuseSecrets(args);
  refuseInlineSecrets(args);
}

function refuseSecrets(args: readonly string[]): void {
  const secret = SECRET_INPUTS.find((name) =>
    args.some((arg) => arg === `--${name}` || arg.startsWith(`--${name}=`)),
  );
  if (secret !== undefined) {
    const others =
      secret === 'password'
        ? ', --password-stdin, --password-command COMMAND, or none of them to be asked'
        : ` or --${secret}-command COMMAND`;
    throw new UsageError(
      `There is no --${secret}: other users can read a command line, and the shell keeps it. Use --${secret}-env NAME, --${secret}-file FILE${others}. Change the one you typed if others use this machine.`,
    );
  }
  if (args.some((arg) => arg.includes('PRIVATE KEY-----'))) {
    throw new UsageError(
      'A private key does not belong on a command line: other users can read it there. Give the path of its file.',
    );
  }
}

/** A key that holds a secret, and not the name of a variable or of a file with it. */
const SECRET_KEY = new RegExp(`(?:${SECRET_INPUTS.join('|')})["']?\\s{0,40}:`);

function refuseInlineSecrets(args: readonly string[]): void {
  const isList = (arg: string, index: number): boolean =>
    args[index - 1] === '--accounts' || arg.startsWith('--accounts=');
  if (!args.some((arg, index) => isList(arg, index) && SECRET_KEY.test(arg))) return;
  throw new UsageError(
    'A list with secrets does not belong on a command line: other users can read it there, and the shell keeps it. Give --accounts the path of its file, or "-" for standard input. Change the secrets you typed if others use this machine.',
  );
}
