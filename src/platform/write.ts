import {
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fstatSync,
  lstatSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  type Stats,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
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
  O_EXCL,
  O_TRUNC,
  O_NONBLOCK = 0,
} = constants as Partial<typeof constants> &
  Pick<typeof constants, 'O_WRONLY' | 'O_CREAT' | 'O_EXCL' | 'O_TRUNC'>;

/**
 * Overwrites a file, and makes the folders that it lies in. A pipe is written while it is read; one that nobody reads
 * is an error at once, and not a wait.
 *
 * @throws Node's error, such as EACCES
 */
export function writeFileNow(path: string, pieces: Iterable<string>): void {
  mkdirSync(dirname(path), { recursive: true });
  writePieces(openSync(path, O_WRONLY | O_CREAT | O_TRUNC | O_NONBLOCK, 0o666), pieces);
}

/** @param old who owns the file and who may read it, where that is to be so again */
function writePieces(file: number, pieces: Iterable<string>, old?: Stats): void {
  try {
    if (old) giveTo(file, old);
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

/** The folder allows no second file, or the file is mounted by itself, as in a container. */
const WITHOUT_REPLACING: ReadonlySet<string> = new Set([
  ...['EACCES', 'EPERM', 'EROFS', 'EBUSY', 'EXDEV'],
]);

/**
 * Writes a file so that a reader sees the old one or the new one, and never a part: beside it first, under a name
 * that ends in `.tmp`, which takes its place. What is not a file is written as it is: a pipe, a device, and a symbolic
 * link, since `/dev/stdout` is one. So is a file that nothing can take the place of.
 *
 * @param pieces gone through twice where nothing can take the place of the file
 * @throws Node's error, such as ENOSPC; then the old file is as it was
 */
export function replaceFileNow(path: string, pieces: Iterable<string>): void {
  mkdirSync(dirname(path), { recursive: true });
  const old = lstatSync(path, { throwIfNoEntry: false });
  if (old && !old.isFile()) {
    writeFileNow(path, pieces);
    return;
  }
  try {
    putInPlace(path, pieces, old);
  } catch (error) {
    if (!old || !WITHOUT_REPLACING.has(codeOf(error))) throw error;
    writeFileNow(path, pieces);
  }
}

function putInPlace(path: string, pieces: Iterable<string>, old: Stats | undefined): void {
  // Random: in a container the process ID is the same each time, and a process that was killed leaves its file.
  const name = `.smtp-auth-check-${Math.random().toString(36).slice(2)}.tmp`;
  const temporary = join(dirname(path), name);
  const file = openSync(temporary, O_WRONLY | O_CREAT | O_EXCL, 0o666);
  try {
    writePieces(file, pieces, old);
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

function giveTo(file: number, { uid, gid, mode }: Stats): void {
  const own = fstatSync(file);
  if (own.uid !== uid || own.gid !== gid) fchownSync(file, uid, gid);
  if (own.mode !== mode) fchmodSync(file, mode & 0o7777);
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
