import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { decodeUtf8, EncodingError, readTextFile, TextFileError } from '../../src/platform/text.ts';
import { describeNeeding } from '../support/platform.ts';

const folder = mkdtempSync(join(tmpdir(), 'smtp-auth-check-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function write(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

function faultOf(path: string, maxBytes = 1000): string {
  try {
    readTextFile(path, maxBytes);
  } catch (error) {
    if (error instanceof TextFileError) return error.fault;
    throw error;
  }
  return 'none';
}

describe('a text file', () => {
  test('is read whole, a byte order mark and line ends included', () => {
    const text = '\ufeffGrüße\r\n';
    expect(readTextFile(write('text', text), 1000)).toBe(text);
  });

  test.each([
    ['absent', 'absent', undefined],
    ['directory', '.', undefined],
    ['utf-16', 'utf16le', Buffer.from('\ufeffpassword', 'utf16le')],
    ['utf-16', 'utf16le-without-mark', Buffer.from('password', 'utf16le')],
    ['utf-16', 'utf16be', Buffer.from('password', 'utf16le').swap16()],
    ['not-utf-8', 'latin1', Buffer.from('Grüße', 'latin1')],
    ['too-large', 'large', 'x'.repeat(1001)],
    ['none', 'largest', 'x'.repeat(1000)],
    ['none', 'empty', ''],
  ])('that is %s (%s) is told', (fault, name, content) => {
    const path = content === undefined ? join(folder, name) : write(name, content);
    expect(faultOf(path)).toBe(fault);
  });

  test('of many gigabytes is not read', () => {
    const path = write('sparse', '');
    truncateSync(path, 2 ** 33);
    expect(faultOf(path)).toBe('too-large');
  });
});

describeNeeding('a POSIX shell')('what is not a file', () => {
  test('a pipe that nobody writes to is told at once', () => {
    const path = join(folder, 'pipe');
    execFileSync('mkfifo', [path]);
    expect(faultOf(path)).toBe('not-a-file');
  });

  test('an endless device is told at once', () => {
    expect(faultOf('/dev/zero')).toBe('not-a-file');
  });

  test('a file without permission is told with the code of the system', () => {
    if (process.getuid?.() === 0) return; // the administrator may read everything
    const path = write('secret', 'x');
    chmodSync(path, 0o000);
    expect(faultOf(path)).toBe('unreadable');
  });
});

test('property: UTF-8 is read as what it is, and U+FFFD never takes the place of other bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
      try {
        return Buffer.from(decodeUtf8(bytes), 'utf8').equals(bytes);
      } catch (error) {
        return error instanceof EncodingError;
      }
    }),
  );
});
