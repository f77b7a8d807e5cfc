import unit from './jest.config.js';

/**
 * For Stryker: the unit tests that can see a mutant in the quiet core. Left out are those that start the committed bundle,
 * which is never mutated, or that test what is built on top.
 */
export default {
  ...unit,
  testMatch: [
    '**/__tests__/(smtp|sasl|inputs)/*.test.ts',
    '**/__tests__/report/printable.test.ts',
    '**/__tests__/token/check.test.ts',
    '**/__tests__/accounts-list.test.ts',
    '**/__tests__/expectation.test.ts',
    '**/__tests__/contract.test.ts',
    '**/__tests__/docs/architecture.test.ts',
  ],
  testRunner: '<rootDir>/__tests__/mutation/jest-circus-bail.cjs',
  testSequencer: '<rootDir>/__tests__/mutation/quick-first.cjs',
};
