// Writes docs/hostile-cases.md from the cases. They are TypeScript, so the test that compares the page writes it.
import { spawnSync } from 'node:child_process';

const { status } = spawnSync('npm', ['test', '--', '__tests__/docs/hostile-cases.test.ts'], {
  stdio: 'inherit',
  env: { ...process.env, WRITE_DOCS: '1' },
  shell: process.platform === 'win32',
});
process.exitCode = status ?? 1;
