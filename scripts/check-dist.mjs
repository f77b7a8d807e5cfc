// Fails when the committed dist/ is not what a fresh build makes. `git status` sees what `git diff` does
// not: files that are new, and chunks that should be gone.
import { execFileSync } from 'node:child_process';

execFileSync(process.execPath, ['scripts/build.mjs'], { stdio: 'inherit' });
const changes = execFileSync('git', ['status', '--porcelain', '--', 'dist'], { encoding: 'utf8' });
if (changes !== '') {
  console.error(
    `dist/ differs from a fresh build:\n${changes}Run "npm run build" and commit dist/.`,
  );
  process.exitCode = 1;
}
