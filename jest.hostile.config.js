import base from './jest.config.js';

/** The adversarial suite runs the committed bundle some 250 times; it is too long for every `npm test`. */
export default {
  ...base,
  roots: ['<rootDir>/__tests__/hostile'],
  testPathIgnorePatterns: ['/node_modules/'],
  // The cases of one family run side by side; the families would only take each other's processor.
  maxWorkers: 1,
  maxConcurrency: 6,
  testTimeout: 60_000,
};
