import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';
import { decodeUtf8, EncodingError, type EncodingFault } from './utf8.ts';

/** Why a file cannot be read as text. */
export type TextFileFault =
  | EncodingFault
  | 'absent'
  | 'directory'
  /** A pipe, a socket or a device, which may never end. */
  | 'not-a-file'
  | 'too-large'
  | 'unreadable';

/** A file that cannot be read as text. Its message says nothing: the path may be a secret in the wrong place. */
export class TextFileError extends Error {
  override readonly name = 'TextFileError';
  readonly fault: TextFileFault;
  /** Node's code, such as `EACCES`, where the system refused. */
  readonly code: string | undefined;

  constructor(fault: TextFileFault, cause?: NodeJS.ErrnoException) {
    super(fault, { cause });
    this.fault = fault;
    this.code = cause?.code;
  }
}

/**
 * Reads a file of UTF-8 text. A byte order mark is kept.
 *
 * @param maxBytes the largest size that makes sense
 * @throws TextFileError
 */
export function readTextFile(path: string, maxBytes: number): string {
  try {
    return decodeUtf8(readBytes(path, maxBytes));
  } catch (error) {
    if (error instanceof TextFileError) throw error;
    if (error instanceof EncodingError) throw new TextFileError(error.fault);
    const refused = error as NodeJS.ErrnoException;
    throw new TextFileError(refused.code === 'ENOENT' ? 'absent' : 'unreadable', refused);
  }
}

/** Windows has no such flag; there nothing that can be named by a path waits for a writer either. */
const { O_RDONLY, O_NONBLOCK = 0 } = constants as { O_RDONLY: number; O_NONBLOCK?: number };

/** Opened first and looked at then, so that it is one file; without waiting, as opening a pipe would. */
function readBytes(path: string, maxBytes: number): Buffer {
  const file = openSync(path, O_RDONLY | O_NONBLOCK);
  try {
    const status = fstatSync(file);
    if (status.isDirectory()) throw new TextFileError('directory');
    if (!status.isFile()) throw new TextFileError('not-a-file');
    if (status.size > maxBytes) throw new TextFileError('too-large');
    return readFileSync(file);
  } finally {
    closeSync(file);
  }
}
