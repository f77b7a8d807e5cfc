import base from './jest.config.js';

/** Tests against real mail servers, which __tests__/real-servers/start.sh has started. */
export default {
  ...base,
  testMatch: ['**/__tests__/real-servers/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/'],
  // Tests count the logins in the servers' logs, so no two files may log in at once.
  maxWorkers: 1,
};
