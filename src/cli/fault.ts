import { constants } from 'node:os';
import { kindOf } from '../safety/fault.ts';
import { EXIT_NOT_JUDGED, EXIT_USAGE } from './exit-status.ts';
import { GivenUp, UsageError } from './usage.ts';

/** Says why nothing was checked. The text of an error that is our own fault may hold anything, so it stays out. */
export function explainFault(error: unknown): void {
  if (error instanceof UsageError) {
    process.exitCode = EXIT_USAGE;
    const lines = error.message.split('\n').map((line) => `smtp-auth-check: ${line}\n`);
    process.stderr.write(`${lines.join('')}Examples: smtp-auth-check --help\n`);
    return;
  }
  if (error instanceof GivenUp) {
    process.exitCode = 128 + constants.signals.SIGINT;
    process.stderr.write('smtp-auth-check: cancelled; nothing was sent.\n');
    return;
  }
  process.exitCode = EXIT_NOT_JUDGED;
  process.stderr.write(
    `smtp-auth-check: the check itself failed (${kindOf(error)}), which says nothing about the credential. Please report it.\n`,
  );
}
