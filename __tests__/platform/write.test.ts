import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  closeSync,
  mkdirSync,
  mkdtempSync,
  lstatSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  codeOf,
  replaceFileNow,
  whyNotWritable,
  writeFileNow,
  writeNow,
} from '../../src/platform/write.ts';
import { describeNeeding } from '../support/platform.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'smtp-auth-check-write-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

const codeOfThrown = (run: () => void): string | undefined => {
  try {
    run();
    return undefined;
  } catch (error) {
    return codeOf(error);
  }
};

test('a file is overwritten, with the folders that it lies in', () => {
  const path = join(folder, 'a', 'b', 'report.json');
  writeFileNow(path, ['a longer text than the next one']);
  writeFileNow(path, ['one, ', 'two']);
  expect(readFileSync(path, 'utf8')).toBe('one, two');
});

test('thousands of pieces arrive in their order', () => {
  const path = join(folder, 'long');
  const pieces = Array.from({ length: 20_000 }, (_, n) => `${n} ä\n`);
  writeFileNow(path, pieces);
  expect(readFileSync(path, 'utf8')).toBe(pieces.join(''));
});

test('a folder and a path through a file are refused with the reason of the system', () => {
  writeFileSync(join(folder, 'file'), '');
  expect(
    codeOfThrown(() => {
      writeFileNow(folder, ['x']);
    }),
  ).toBe('EISDIR');
  expect(
    codeOfThrown(() => {
      writeFileNow(join(folder, 'file', 'x'), ['x']);
    }),
  ).toMatch(/ENOTDIR|EEXIST/);
  expect(whyNotWritable(folder)).toBe('EISDIR');
  expect(whyNotWritable(join(folder, 'absent'))).toBe('ENOENT');
  expect(whyNotWritable(join(folder, 'file'))).toBeUndefined();
});

describeNeeding('files that may not be written')('a file without write permission', () => {
  test('is told of', () => {
    const path = join(folder, 'file');
    writeFileSync(path, '');
    chmodSync(path, 0o400);
    expect(whyNotWritable(path)).toBe('EACCES');
  });
});

describeNeeding('named pipes')('a pipe', () => {
  let pipe: string;

  beforeEach(() => {
    pipe = join(folder, 'pipe');
    spawnSync('mkfifo', [pipe]);
  });

  test('that nobody reads is refused at once', () => {
    expect(
      codeOfThrown(() => {
        writeFileNow(pipe, ['x']);
      }),
    ).toBe('ENXIO');
    expect(whyNotWritable(pipe)).toBe('ENXIO');
  });

  test('that is read gets everything, more than a pipe holds too', async () => {
    const copy = join(folder, 'copy');
    const reader = spawn('sh', ['-c', 'cat "$1" > "$2"', 'sh', pipe, copy]);
    const ended = once(reader, 'close');
    const text = 'line of the report\n'.repeat(20_000);
    for (let code = 'ENXIO'; code === 'ENXIO';) {
      code =
        codeOfThrown(() => {
          writeFileNow(pipe, [text]);
        }) ?? '';
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    await ended;
    expect(readFileSync(copy, 'utf8')).toBe(text);
  });

  test('whose reader does not read is given up', async () => {
    const reader = spawn('sh', ['-c', 'exec 3<"$1"; echo open; exec sleep 60', 'sh', pipe]);
    const opened = once(reader.stdout, 'data');
    for (let code = 'ENXIO'; code === 'ENXIO';) {
      code =
        codeOfThrown(() => {
          writeFileNow(pipe, ['']);
        }) ?? '';
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    await opened;
    const startedAt = performance.now();
    expect(
      codeOfThrown(() => {
        writeFileNow(pipe, ['x'.repeat(1_000_000)]);
      }),
    ).toBe('EAGAIN');
    expect(performance.now() - startedAt).toBeLessThan(5000);
    reader.kill('SIGKILL');
  });
});

describeNeeding('a full device')('a full disk', () => {
  test('is told of, and not written to for ever', () => {
    expect(
      codeOfThrown(() => {
        writeFileNow('/dev/full', ['x']);
      }),
    ).toBe('ENOSPC');
    const file = openSync('/dev/full', 'w');
    expect(
      codeOfThrown(() => {
        writeNow(file, 'x');
      }),
    ).toBe('ENOSPC');
    closeSync(file);
  });
});

test('a text that is empty writes nothing', () => {
  mkdirSync(join(folder, 'x'));
  writeFileNow(join(folder, 'x', 'empty'), []);
  expect(readFileSync(join(folder, 'x', 'empty'), 'utf8')).toBe('');
});

describe('a file that is replaced', () => {
  test('has the new text, and nothing else is left in its folder', () => {
    const path = join(folder, 'a', 'report.json');
    for (const text of ['a longer text than the next one', 'new']) replaceFileNow(path, [text]);
    expect(readFileSync(path, 'utf8')).toBe('new');
    expect(readdirSync(join(folder, 'a'))).toEqual(['report.json']);
  });

  test('keeps the old text when the new one cannot be written whole', () => {
    const path = join(folder, 'report.json');
    replaceFileNow(path, ['old']);
    const broken = function* (): Generator<string> {
      yield 'x'.repeat(100_000);
      throw Object.assign(new Error('no space'), { code: 'ENOSPC' });
    };
    expect(
      codeOfThrown(() => {
        replaceFileNow(path, broken());
      }),
    ).toBe('ENOSPC');
    expect(readFileSync(path, 'utf8')).toBe('old');
    expect(readdirSync(folder)).toEqual(['report.json']);
  });
});

describeNeeding('a POSIX shell')('a report that few may read', () => {
  test('stays so when it is replaced', () => {
    const path = join(folder, 'report.json');
    writeFileSync(path, 'old');
    chmodSync(path, 0o600);
    replaceFileNow(path, ['new']);
    expect(lstatSync(path).mode & 0o777).toBe(0o600);
    expect(readFileSync(path, 'utf8')).toBe('new');
  });
});

describeNeeding('symbolic links')('a symbolic link in the place of a report', () => {
  /** Bug: as root, a report for /dev/stdout took the place of /dev/stdout. */
  test('stays a link, and what it leads to is written', () => {
    const [target, link] = [join(folder, 'target'), join(folder, 'link')];
    writeFileSync(target, 'old');
    symlinkSync(target, link);
    replaceFileNow(link, ['new']);
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
    expect(readFileSync(target, 'utf8')).toBe('new');
  });
});

describeNeeding('files that may not be written')('a folder that allows no new file', () => {
  test('has the report written over the old one', () => {
    const path = join(folder, 'report.prom');
    writeFileSync(path, 'old');
    chmodSync(folder, 0o500);
    replaceFileNow(path, ['n', 'ew']);
    chmodSync(folder, 0o700);
    expect(readFileSync(path, 'utf8')).toBe('new');
  });
});
