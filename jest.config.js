/**
 * One project for each suite: `npm test` runs "unit", `npm run test:hostile` runs "hostile", and so on.
 *
 * Jest applies `testTimeout`, `maxWorkers` and `maxConcurrency` to a whole run and ignores them in a project. So a
 * project with slower tests names its own timeout (see __tests__/support/timeout.ts), and a project whose files must
 * not run side by side names a serial runner (see __tests__/support/serial-runner.cjs).
 */
const common = {
  roots: ['<rootDir>/src', '<rootDir>/__tests__'],
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  clearMocks: true,
  // Tests run as ES modules; @swc/jest strips the types, `npm run types` checks them.
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'es6' } },
    ],
  },
};

const timeout = (seconds) => ({
  globals: { TEST_TIMEOUT_MS: seconds * 1000 },
  setupFilesAfterEnv: ['<rootDir>/__tests__/support/timeout.ts'],
});

const oneFileAtATime = { runner: '<rootDir>/__tests__/support/serial-runner.cjs' };

const unit = {
  ...common,
  displayName: 'unit',
  testMatch: ['**/__tests__/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/real-servers/', '/hostile/'],
};

/** Runs the committed bundle some 600 times. The cases of one file run side by side, so the files do not. */
const hostile = {
  ...common,
  ...timeout(60),
  ...oneFileAtATime,
  displayName: 'hostile',
  roots: ['<rootDir>/__tests__/hostile'],
  testMatch: ['**/*.test.ts'],
};

/** Thousands of accounts against the bundle; takes some minutes. */
const fleet = {
  ...common,
  ...timeout(300),
  ...oneFileAtATime,
  displayName: 'fleet',
  testMatch: ['**/__tests__/**/*.slow.ts'],
};

/** Renders the job summaries in Chromium. */
const summary = {
  ...common,
  ...timeout(120),
  displayName: 'summary',
  roots: ['<rootDir>/__tests__/summary'],
  testMatch: ['**/*.summary.ts'],
};

/** Needs the mail servers of __tests__/real-servers/start.sh. Tests count the logins in the servers' logs. */
const real = {
  ...common,
  ...oneFileAtATime,
  displayName: 'real',
  testMatch: ['**/__tests__/real-servers/**/*.test.ts'],
};

/**
 * For Stryker, which accepts one project only: the unit tests of the mutated rooms. Tests of the committed bundle are
 * left out, because the bundle is never mutated.
 */
export const mutation = {
  ...common,
  testTimeout: 30_000,
  testMatch: [
    '**/__tests__/(smtp|sasl|inputs|safety)/**/*.test.ts',
    '**/__tests__/token/check.test.ts',
    '**/__tests__/diagnosis/expectation.test.ts',
    '**/__tests__/action/contract.test.ts',
    '**/__tests__/docs/architecture.test.ts',
  ],
  // Jest's own runner does not stop at the first failure: docs/mutation-testing.md has the numbers.
  testRunner: '<rootDir>/__tests__/mutation/jest-circus-bail.cjs',
  testSequencer: '<rootDir>/__tests__/mutation/quick-first.cjs',
};

export default {
  testTimeout: 30_000,
  maxWorkers: 2,
  maxConcurrency: 6,
  coverageProvider: 'v8',
  collectCoverageFrom: ['src/**/*.ts'],
  projects: [unit, hostile, fleet, summary, real],
};
