// Starts jest for one project of jest.config.js: `node scripts/jest.mjs unit __tests__/sasl -t "PLAIN"`. It installs the
// packages when they are missing and sets the flags that jest needs for ES modules.
import { spawnSync } from 'node:child_process';
import './setup.mjs';

const [project, ...options] = process.argv.slice(2);
const { status } = spawnSync(
  process.execPath,
  [
    '--experimental-vm-modules',
    '--disable-warning=ExperimentalWarning',
    'node_modules/jest/bin/jest.js',
    ...options,
    // Last, because jest would read a path behind it as the name of another project.
    ...['--selectProjects', project],
  ],
  { stdio: 'inherit' },
);
process.exitCode = status ?? 1;
