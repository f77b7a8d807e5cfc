import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readEntries, refusal, withPassword } from './read.ts';

describe('files of lists', () => {
  const folder = mkdtempSync(join(tmpdir(), 'smtp-auth-check-'));
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });
  const write = (name: string, content: string | Uint8Array): string => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };
  const list = '- host: a.example\n  username: u\n  password: p\n';

  test.each([
    ['a byte order mark and CRLF', `\ufeff${list.replaceAll('\n', '\r\n')}`],
    ['CRLF', list.replaceAll('\n', '\r\n')],
  ])('%s is fine, in a file, in the input and on standard input', async (_name, text) => {
    const standardInput = (): Promise<Uint8Array> => Promise.resolve(Buffer.from(text));
    expect(await readEntries(write('list.yml', text))).toMatchObject([withPassword('p')]);
    expect(await readEntries(text)).toMatchObject([withPassword('p')]);
    expect(await readEntries('-', { standardInput })).toMatchObject([withPassword('p')]);
  });

  test.each([
    ['UTF-16', Buffer.from(`\ufeff${list}`, 'utf16le'), 'that is UTF-16, as Windows PowerShell'],
    ['Latin-1', Buffer.from('# Grüße\n', 'latin1'), 'that is not UTF-8 text'],
  ])('%s is named, in a file and on standard input', async (_name, bytes, words) => {
    expect(await refusal(write('list.yml', bytes))).toContain(words);
    const standardInput = (): Promise<Uint8Array> => Promise.resolve(bytes);
    expect(await refusal('-', { standardInput })).toContain(words.replace('that ', ''));
  });

  test('without a standard input of its own, "-" is a list that is wrong', async () => {
    expect(await refusal('-')).toContain('entry 1 is not a map');
  });

  test('a pipe is named with the way to give one', async () => {
    if (process.platform === 'win32') return;
    const path = join(folder, 'pipe.yml');
    execFileSync('mkfifo', [path]);
    expect(await refusal(path)).toContain('is a pipe or a device');
  });
});
