import base from './jest.config.js';

/** `npm run test:fleet`: thousands of accounts, some minutes. It runs the bundle of dist/. */
export default {
  ...base,
  testMatch: ['**/__tests__/**/*.slow.ts'],
  testTimeout: 300_000,
};
