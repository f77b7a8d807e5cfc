import base from './jest.config.js';

/** Renders the job summaries in Chromium; apart from the other tests, since it needs a browser. */
export default {
  ...base,
  roots: ['<rootDir>/__tests__/summary'],
  testMatch: ['**/*.summary.ts'],
  testTimeout: 120_000,
};
