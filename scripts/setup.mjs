// Installs the packages of package-lock.json once, so that each command of the README works on a fresh clone.
// It is called by the commands themselves: .npmrc forbids install scripts, and with them npm skips "pre" scripts.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';

const INSTALLED = 'node_modules/.package-lock.json';

function isInstalled() {
  if (!existsSync(INSTALLED)) return false;
  return statSync(INSTALLED).mtimeMs >= statSync('package-lock.json').mtimeMs;
}

if (!isInstalled()) {
  console.error('Installing the packages of package-lock.json; this takes a minute …');
  const { status } = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (status !== 0) process.exit(status ?? 1);
}
