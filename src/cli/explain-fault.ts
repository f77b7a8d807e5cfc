import { constants } from 'node:os';
import { kindOf } from '../safety/fault.ts';
import { EXIT_NOT_JUDGED, EXIT_USAGE } from './exit-status.ts';
import { GivenUp, UsageError } from './usage.ts';
import { complain, writeIfPossible } from './print.ts';

/**
 * Tells why nothing was checked. The text of an error that is our own fault may hold anything, so it stays out.
 *
 * @returns the exit status
 */
export function explainFault(error: unknown): number {
  if (error instanceof UsageError) {
    complain(error.message);
    writeIfPossible(2, 'Examples: smtp-auth-check --help\n');
    return EXIT_USAGE;
  }
  if (error instanceof GivenUp) {
    complain('cancelled; nothing was sent.');
    return 128 + constants.signals.SIGINT;
  }
  complain(
    `the check itself failed (${kindOf(error)}), which says nothing about the credential. Please report it.`,
  );
  return EXIT_NOT_JUDGED;
}
