import { codeOf, writeFileNow } from '../platform/write.ts';
import { printable } from '../safety/printable.ts';

/**
 * Writes one report file, and makes the folders it lies in.
 *
 * @param input the input that asks for it
 * @returns why it could not be written, in a sentence; nothing when it was
 */
export function writeReport(
  input: string,
  path: string,
  pieces: Iterable<string>,
  writeFile = writeFileNow,
): string[] {
  try {
    writeFile(path, pieces);
    return [];
  } catch (error) {
    const code = codeOf(error);
    return [
      `The file of "${input}", ${printable(path)}, could not be written (${code}). ${fix(code)}`,
    ];
  }
}

function fix(code: string): string {
  return FIXES.get(code) ?? 'Give another path.';
}

/** What to do about the system's reason. */
const FIXES: ReadonlyMap<string, string> = new Map([
  ['EACCES', 'Allow this user to write there, or give another path.'],
  ['EPERM', 'Allow this user to write there, or give another path.'],
  ['EISDIR', 'This is a folder; add the name of the file.'],
  ['ENOTDIR', 'A part of the path is a file and not a folder; give another path.'],
  ['EEXIST', 'A part of the path is a file and not a folder; give another path.'],
  ['ENOSPC', 'The disk is full; free some space.'],
  [
    'ENXIO',
    'This is a pipe that nobody reads; start its reader first, or give the path of a file.',
  ],
  ['EAGAIN', 'This is a pipe whose reader does not read; give the path of a file.'],
  ['EPIPE', 'This is a pipe whose reader has gone; give the path of a file.'],
]);
