/** A command line that cannot be carried out; its text is for the person who typed it and repeats no value. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Somebody was asked for a password and left. */
export class GivenUp extends Error {
  override readonly name = 'GivenUp';
}
