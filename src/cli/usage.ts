import { constants } from 'node:os';
import { kindOf } from '../safety/printable.ts';
import { EXIT_NOT_JUDGED, EXIT_USAGE } from './exit-status.ts';
import { complain, writeIfPossible } from './print.ts';

/** A command line that cannot be carried out; its text is for the person who typed it and repeats no value. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Somebody was asked for a password and left. */
export class GivenUp extends Error {
  override readonly name = 'GivenUp';
}

/** What monitoring systems call a plugin that could not do its work. */
const NAGIOS_UNKNOWN = 3;

/** The same for a monitoring system: one line on standard output, without the bar that begins performance data. */
export function explainToNagios(error: unknown): number {
  const why =
    error instanceof UsageError
      ? error.message
      : `the check itself failed (${kindOf(error)}). Please report it.`;
  const line = why.replaceAll('|', '\\x7c').replaceAll('\n', ' ');
  writeIfPossible(1, `SMTP LOGIN UNKNOWN - ${line}\n`);
  return NAGIOS_UNKNOWN;
}

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
