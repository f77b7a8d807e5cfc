import type { Diagnosis } from '../model/diagnosis.ts';
import type { Explanation } from './explanation.ts';

export const INTERNAL_ERROR_WORDS: Explanation = {
  meaning: 'The check itself failed, which says nothing about the credential.',
  nextStep:
    'Please report it, with the log of a run in debug mode, or with "--verbose" on the command line.',
};

/**
 * What a result means that a fault of this program spoilt or lost. It is ready before anything has gone wrong: the
 * judgement itself may be what failed.
 */
export const INTERNAL_ERROR: Diagnosis = {
  verdict: 'config',
  cause: 'internal-error',
  passed: false,
  ...INTERNAL_ERROR_WORDS,
  anchor: 'internal-error',
  mayRetry: false,
  throttlesHost: false,
  provesDead: false,
  notices: [],
};
