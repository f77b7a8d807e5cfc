import base from './jest.config.js';

/** Tests against real mail servers, which __tests__/real-servers/start.sh has started. */
export default {
  ...base,
  testMatch: ['**/__tests__/real-servers/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/'],
};
