// Draws the job summaries with Chromium into reports/pictures/: every case, light, dark and as on a phone.
// `--keep` also replaces the pictures of the README in docs/images/, and beside each the text that it shows, which a test
// compares with what the action writes now.
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync } from 'node:fs';

const FOLDER = 'reports/pictures';
const KEPT = ['microsoft', 'certificate-expired', 'accepted'];

const { status } = spawnSync(process.execPath, ['scripts/jest.mjs', 'summary'], {
  stdio: 'inherit',
  env: { ...process.env, PICTURES: FOLDER },
});
process.exitCode = status ?? 1;
if (status === 0 && process.argv.includes('--keep')) {
  mkdirSync('docs/images', { recursive: true });
  for (const name of KEPT) {
    copyFileSync(`${FOLDER}/${name}.txt`, `docs/images/summary-${name}.txt`);
    for (const theme of ['light', 'dark']) {
      copyFileSync(`${FOLDER}/${name}-${theme}.webp`, `docs/images/summary-${name}-${theme}.webp`);
    }
  }
}
