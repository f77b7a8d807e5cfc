/** Mutation testing of the quiet core: `npm run test:mutation`, or with `-m src/smtp/reply.ts` for one file. */
export default {
  mutate: [
    'src/smtp/**/*.ts',
    'src/sasl/**/*.ts',
    'src/report/printable.ts',
    'src/inputs.ts',
    'src/values.ts',
  ],
  testRunner: 'jest',
  testRunnerNodeArgs: ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'],
  jest: { configFile: 'jest.mutation.config.js', enableFindRelatedTests: true },
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
