import { jest } from '@jest/globals';

/** Set by the project in jest.config.js, milliseconds. */
declare const TEST_TIMEOUT_MS: number;

// Jest ignores the option "testTimeout" of a project.
jest.setTimeout(TEST_TIMEOUT_MS);
