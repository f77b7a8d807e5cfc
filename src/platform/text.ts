import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';

/** Why bytes are not the text that is expected. */
export type EncodingFault = 'utf-16' | 'not-utf-8';

/** Bytes that cannot be read as UTF-8 text. */
export class EncodingError extends Error {
  override readonly name = 'EncodingError';
  readonly fault: EncodingFault;

  constructor(fault: EncodingFault) {
    super(fault);
    this.fault = fault;
  }
}

/** Keeps a byte order mark, since it would be sent as a part of a password. */
const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * Reads bytes as UTF-8. Node's own functions put U+FFFD in the place of what is not UTF-8, and that would be sent.
 *
 * @returns the whole text, a byte order mark included
 * @throws EncodingError
 */
export function decodeUtf8(bytes: Uint8Array): string {
  if (isUtf16(bytes)) throw new EncodingError('utf-16');
  try {
    return UTF8.decode(bytes);
  } catch {
    throw new EncodingError('not-utf-8');
  }
}

/** Text begins with a byte order mark in UTF-16, or has a zero byte beside each of its first letters. */
function isUtf16(bytes: Uint8Array): boolean {
  const [first, second, third, fourth] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true;
  const isLetter = (byte: number | undefined): boolean => byte !== undefined && byte > 0;
  return (
    (isLetter(first) && second === 0 && isLetter(third) && fourth === 0) ||
    (first === 0 && isLetter(second) && third === 0 && isLetter(fourth))
  );
}

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
