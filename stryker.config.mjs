import { mutation } from './jest.config.js';

/** Mutation testing of the code that decides: `npm run test:mutation`, or with `-m src/smtp/auth.ts` for one file. */
export default {
  mutate: ['src/smtp/**/*.ts', 'src/sasl/**/*.ts', 'src/safety/**/*.ts', 'src/inputs/**/*.ts'],
  testRunner: 'jest',
  testRunnerNodeArgs: ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'],
  // Stryker runs one project, so the projects of jest.config.js are switched off.
  jest: { config: { ...mutation, projects: [] }, enableFindRelatedTests: true },
  coverageAnalysis: 'perTest',
  concurrency: 2,
  timeoutMS: 5_000,
  reporters: ['progress-append-only', 'clear-text', 'json', 'html'],
  jsonReporter: { fileName: 'reports/mutation.json' },
  htmlReporter: { fileName: 'reports/mutation.html' },
  // What was measured once is not measured again until the mutant or its tests change.
  incremental: true,
  incrementalFile: 'reports/stryker-incremental.json',
  tempDirName: '.stryker-tmp',
  // What the benchmark installs holds links to folders, which Stryker cannot copy.
  ignorePatterns: ['bench/.peers', 'bench/peers/node_modules'],
  thresholds: { high: 95, low: 90, break: 90 },
};
