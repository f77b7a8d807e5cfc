import type { Naming } from '../inputs/naming.ts';
import { InputError, invalid, ValueError } from '../inputs/reader.ts';
import { readVariable, MAX_SECRET_BYTES, readSecretFile } from '../inputs/stored-text.ts';
import type { InputFault } from '../model/failure.ts';
import { decodeUtf8, EncodingError, type EncodingFault } from '../platform/text.ts';
import type { SourcedInput } from './flags.ts';
import type { CliOptions, SecretSource } from './options.ts';
import { UsageError } from './usage.ts';

/**
 * Fetches the credentials that the command line names, from environment variables, files, programs or standard input.
 * The variables are removed: nothing else that this process does or starts needs them.
 *
 * @param signal ends a program that is to print one
 * @throws InputError naming every source that is missing, empty or not text; UsageError for a terminal
 */
export async function readSecrets(
  { secrets }: Pick<CliOptions, 'secrets'>,
  naming: Naming,
  signal: AbortSignal,
): Promise<Partial<Record<SourcedInput, string>>> {
  const values: Partial<Record<SourcedInput, string>> = {};
  const faults: InputFault[] = [];
  for (const [input, source] of commandsLast(secrets)) {
    try {
      values[input] = await readSecret(input, source, signal);
    } catch (error) {
      if (!(error instanceof ValueError)) throw error;
      faults.push(error.toFault(input, naming));
    }
  }
  if (faults.length > 0) throw new InputError(faults);
  return values;
}

/** A program must not find the other secrets in its environment. */
function commandsLast(secrets: CliOptions['secrets']): (readonly [SourcedInput, SecretSource])[] {
  return [...secrets].sort(([, a], [, b]) => rank(a) - rank(b));
}

function rank({ kind }: SecretSource): number {
  return kind === 'command' ? 1 : 0;
}

async function readSecret(
  input: SourcedInput,
  source: SecretSource,
  signal: AbortSignal,
): Promise<string> {
  if (source.kind === 'stdin') return readPassword();
  if (source.kind === 'file') return readSecretFile(source.name);
  if (source.kind === 'command') {
    const { readFromCommand } = await import('./secret-command.ts');
    const secret = await readFromCommand(source.name, signal);
    refuseLines(input, secret);
    return secret;
  }
  const value = readVariable(source.name, process.env);
  Reflect.deleteProperty(process.env, source.name);
  return value;
}

/** `pass show` prints the password, and notes about it in further lines. */
function refuseLines(input: SourcedInput, secret: string): void {
  if ((input !== 'password' && input !== 'username') || !/[\r\n]/.test(secret)) return;
  throw invalid(
    'ran a program that printed several lines; it must print the value alone, so put what picks the line into a script',
  );
}

/** One line end at the end belongs to `echo` or the editor; everything else is the password. */
async function readPassword(): Promise<string> {
  const hint = '--password-stdin expects a pipe. Leave it out to be asked.';
  const password = decode(await readStandardInput(MAX_SECRET_BYTES, hint)).replace(/\r?\n$/, '');
  if (password === '')
    throw new ValueError('missing', 'needs a password, and standard input is empty');
  return password;
}

function decode(bytes: Uint8Array): string {
  try {
    return decodeUtf8(bytes);
  } catch (error) {
    if (error instanceof EncodingError) throw invalid(ENCODING_FAULTS[error.fault]);
    throw error;
  }
}

const ENCODING_FAULTS: Readonly<Record<EncodingFault, string>> = {
  'utf-16': 'reads UTF-16 on standard input, as Windows PowerShell writes it; give UTF-8',
  'not-utf-8':
    'reads bytes on standard input that are not UTF-8, perhaps Latin-1 or Windows-1252; give UTF-8. Nothing was sent',
};

/**
 * All bytes of standard input. It is opened by looking at it, so nobody looks who does not need it.
 *
 * @param hint what to do at a terminal, where nothing would ever end the input
 * @throws ValueError when it is too long or cannot be read; UsageError at a terminal
 */
export async function readStandardInput(maxBytes: number, hint: string): Promise<Uint8Array> {
  const { stdin } = process;
  if (stdin.isTTY) throw new UsageError(hint);
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of stdin as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > maxBytes) break;
      chunks.push(chunk);
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw invalid(`cannot read standard input (${code ?? 'error'})`, { cause: error });
  }
  if (size > maxBytes) throw invalid(`reads more than ${maxBytes / MIB} MiB on standard input`);
  return Buffer.concat(chunks);
}

const MIB = 1024 * 1024;
