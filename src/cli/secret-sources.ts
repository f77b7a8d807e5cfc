import type { InputFault } from '../model/input-fault.ts';
import { decodeUtf8, EncodingError, type EncodingFault } from '../platform/utf8.ts';
import { readVariable } from '../inputs/environment.ts';
import type { Naming } from '../inputs/naming.ts';
import { InputError, invalid, ValueError } from '../inputs/reader.ts';
import { MAX_SECRET_BYTES, readSecretFile } from '../inputs/stored-text.ts';
import type { SecretInput } from './flags.ts';
import type { CliOptions, SecretSource } from './options.ts';
import { UsageError } from './usage.ts';

/**
 * Fetches the secrets that the command line names, from environment variables, files or standard input. The variables
 * are removed: nothing else that this process does needs them.
 *
 * @throws InputError naming every source that is missing, empty or not text; UsageError for a terminal
 */
export async function readSecrets(
  { secrets }: Pick<CliOptions, 'secrets'>,
  naming: Naming,
): Promise<Partial<Record<SecretInput, string>>> {
  const values: Partial<Record<SecretInput, string>> = {};
  const faults: InputFault[] = [];
  for (const [input, source] of secrets) {
    try {
      values[input] = await readSecret(source);
    } catch (error) {
      if (!(error instanceof ValueError)) throw error;
      faults.push(error.toFault(input, naming));
    }
  }
  if (faults.length > 0) throw new InputError(faults);
  return values;
}

async function readSecret(source: SecretSource): Promise<string> {
  if (source.kind === 'stdin') return readPassword();
  if (source.kind === 'file') return readSecretFile(source.name);
  const value = readVariable(source.name, process.env);
  Reflect.deleteProperty(process.env, source.name);
  return value;
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
