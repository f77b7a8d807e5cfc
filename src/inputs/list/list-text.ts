import {
  decodeUtf8,
  EncodingError,
  readTextFile,
  TextFileError,
  type TextFileFault,
} from '../../platform/text.ts';
import { invalid, type ValueError } from '../reader.ts';

/** Far more than a secret (48 KB) or a list of thousands of accounts needs. */
export const MAX_LIST_BYTES = 16 * 1024 * 1024;

/** Gives all bytes of standard input; absent where a list cannot come from there. */
export type ReadStandardInput = (maxBytes: number) => Promise<Uint8Array>;

/**
 * The text of a list: the value itself, the content of the file that it names, or standard input for `-`.
 *
 * @throws ValueError
 */
export async function readListText(
  value: string,
  standardInput: ReadStandardInput | undefined,
): Promise<string> {
  if (standardInput && value === '-') {
    return withoutMark(decodeList(await standardInput(MAX_LIST_BYTES)));
  }
  return withoutMark(isPath(value) ? readListFile(value) : value);
}

/** Whether a value is the path of a list and not the list: one line that does not look like a list or a map. */
export function isPath(value: string): boolean {
  return !/[\r\n]/.test(value) && !/^[\s\ufeff]*[-[{#]/.test(value) && !/:(\s|$)/.test(value);
}

/** Editors on Windows write a byte order mark. It is not part of YAML, and no secret begins there. */
function withoutMark(text: string): string {
  return text.replace(/^\ufeff/, '');
}

function decodeList(bytes: Uint8Array): string {
  try {
    return decodeUtf8(bytes);
  } catch (error) {
    if (!(error instanceof EncodingError)) throw error;
    throw invalid(`on standard input ${ENCODINGS[error.fault]}`, {
      cause: error,
      title: 'cannot be read',
    });
  }
}

function readListFile(path: string): string {
  try {
    return readTextFile(path, MAX_LIST_BYTES);
  } catch (error) {
    if (!(error instanceof TextFileError)) throw error;
    throw describe(path, error);
  }
}

function describe(path: string, error: TextFileError): ValueError {
  const shown = isShowable(path) ? ` (${path})` : '';
  const code = error.code === undefined ? '' : ` [${error.code}]`;
  const isLost = error.fault === 'absent' || error.fault === 'unreadable';
  if (isLost && !isShowable(path)) {
    return invalid(`is neither a list nor the path of a readable file${code}`, {
      cause: error,
      title: 'is not a list of accounts',
    });
  }
  const words = `names a file${shown} that ${FAULTS[error.fault]}`;
  const hint = error.fault === 'absent' ? CHECKOUT : '';
  return invalid(({ isOnGitHub }) => `${words}${isOnGitHub ? hint : ''}${code}`, {
    cause: error,
    title: 'names a file that cannot be read',
  });
}

/** Only what ends as the name of such a file is repeated: other text may be a list, or a secret, that went wrong. */
function isShowable(path: string): boolean {
  return /^[\w ./\\:~-]{1,200}\.(?:ya?ml|json|csv)$/i.test(path);
}

const CHECKOUT = '. On GitHub a file of the repository is there after a step with actions/checkout';

const ENCODINGS = {
  'utf-16': 'is UTF-16, as Windows PowerShell writes it; save it as UTF-8',
  'not-utf-8': 'is not UTF-8 text, perhaps Latin-1 or Windows-1252; save it as UTF-8',
} as const;

const FAULTS: Readonly<Record<TextFileFault, string>> = {
  ...ENCODINGS,
  absent: 'does not exist',
  directory: 'is a directory',
  'not-a-file': 'is a pipe or a device; on a command line give "-" to read standard input',
  'too-large': 'is larger than 16 MiB',
  unreadable: 'cannot be read',
};
