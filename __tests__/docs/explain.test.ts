import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { baseEnvironment, CLI_BUNDLE } from '../support/cli.ts';
import { describeNeeding } from '../support/platform.ts';
import { BLOCKS } from './blocks.ts';

const OF_PAGE = BLOCKS.filter(({ file }) => file === 'docs/explain.md');
const COMMANDS = OF_PAGE.filter(({ language }) => language === 'sh').flatMap(({ code }) =>
  code.trim().split('\n'),
);

/** What a shell prints for the command, with our bundle as the program of that name. */
async function run(command: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'smtp-auth-check-explain-'));
  const program = `#!/bin/sh\nexec "${process.execPath}" "${CLI_BUNDLE}" "$@"\n`;
  writeFileSync(join(folder, 'smtp-auth-check'), program, { mode: 0o755 });
  const env = { ...baseEnvironment(), PATH: `${folder}${delimiter}${process.env['PATH'] ?? ''}` };
  try {
    return await new Promise<string>((resolve, reject) => {
      const child = execFile('sh', ['-c', command], { env }, (error, stdout) => {
        if (error) reject(new Error(error.message));
        else resolve(stdout);
      });
      child.stdin?.end();
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describeNeeding('a POSIX shell')('docs/explain.md', () => {
  it('shows what its first command prints', async () => {
    const shown = OF_PAGE.find(({ language }) => language === 'text')?.code.trim();
    expect((await run(COMMANDS[0] ?? '')).trim()).toBe(shown);
  });

  it.each(COMMANDS)('%s explains a refusal', async (command) => {
    expect(await run(command)).toMatch(/rejected|temporary/);
  });
});
