import {
  closeSync,
  constants,
  fstatSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { now } from './clock.ts';

/** Milliseconds for a reader that takes nothing: a pipe is full while its other end is busy, or for ever. */
const STALLED_READER_MS = 1000;
const PAUSE_MS = 10;
/** Characters that are written at once, so that thousands of small pieces are not thousands of writes. */
const CHUNK = 64 * 1024;

/** Windows has no such flag; there nothing that can be named by a path waits for a reader either. */
const {
  O_WRONLY,
  O_CREAT,
  O_TRUNC,
  O_NONBLOCK = 0,
} = constants as Partial<typeof constants> &
  Pick<typeof constants, 'O_WRONLY' | 'O_CREAT' | 'O_TRUNC'>;

/**
 * Overwrites a file, and makes the folders that it lies in. A pipe is written while it is read; one that nobody reads
 * is an error at once, and not a wait.
 *
 * @throws Node's error, such as EACCES
 */
export function writeFileNow(path: string, pieces: Iterable<string>): void {
  mkdirSync(dirname(path), { recursive: true });
  const file = openSync(path, O_WRONLY | O_CREAT | O_TRUNC | O_NONBLOCK, 0o666);
  try {
    let text = '';
    for (const piece of pieces) {
      text += piece;
      if (text.length < CHUNK) continue;
      writeNow(file, text);
      text = '';
    }
    writeNow(file, text);
  } finally {
    closeSync(file);
  }
}

/**
 * Writes a file so that a reader sees the old one or the new one, and never a part: beside it first, under a name
 * that ends in `.tmp`, which takes its place. A pipe or a device is written as it is.
 *
 * @throws Node's error, such as EACCES; then nothing is left of the new one
 */
export function replaceFileNow(path: string, pieces: Iterable<string>): void {
  const old = statSync(path, { throwIfNoEntry: false });
  if (old && !old.isFile()) {
    writeFileNow(path, pieces);
    return;
  }
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    writeFileNow(temporary, pieces);
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

/**
 * Why a file that somebody else made cannot be written, or undefined where it can.
 *
 * @returns Node's code, such as EACCES
 */
export function whyNotWritable(path: string): string | undefined {
  try {
    const file = openSync(path, O_WRONLY | O_NONBLOCK);
    try {
      return fstatSync(file).isFIFO() ? 'ENXIO' : undefined;
    } finally {
      closeSync(file);
    }
  } catch (error) {
    return codeOf(error);
  }
}

/** The machine's name for what the system refused, such as EACCES. */
export function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? 'unknown error';
}

/**
 * Writes all of a text to an open file, in this very moment: without Node's streams, which take longer to load than
 * everything before the first output.
 *
 * @throws Node's error; EAGAIN where a reader takes nothing for a second
 */
export function writeNow(file: number, text: string): void {
  let rest = Buffer.from(text, 'utf8');
  let endsAt = now() + STALLED_READER_MS;
  while (rest.length > 0) {
    try {
      rest = rest.subarray(writeSync(file, rest));
      endsAt = now() + STALLED_READER_MS;
    } catch (error) {
      if (codeOf(error) !== 'EAGAIN' || now() > endsAt) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE_MS);
    }
  }
}
