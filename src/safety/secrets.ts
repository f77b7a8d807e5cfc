import { Hidden } from './hidden.ts';
import { Redaction } from './redact.ts';

/** Told of each secret before it is used, so that a runner can mask it. */
export type OnSecret = (secret: string) => void;

/**
 * All secrets of a run. A server that was given one account's secret can repeat it in its reply to another account, or
 * to a later attempt, so every text of every account passes all of them.
 */
export class Secrets {
  readonly #shared = new Hidden();
  readonly #onLearned: OnSecret | undefined;

  /** @param onLearned told of each secret that comes into being during a check, before it is used */
  constructor(onLearned?: OnSecret) {
    this.#onLearned = onLearned;
  }

  /**
   * @param given the secrets that the account begins with, which nobody needs to be told of
   * @returns what one account needs: the secrets of the run, and its own
   */
  forAccount(given: readonly string[]): AccountSecrets {
    const secrets = new AccountSecrets(this.#shared, this.#onLearned);
    for (const secret of given) secrets.add(secret);
    return secrets;
  }
}

/** The secrets of the run as one account sees them. */
export class AccountSecrets extends Redaction {
  readonly #onLearned: OnSecret | undefined;

  constructor(shared: Hidden, onLearned: OnSecret | undefined) {
    super(shared);
    this.#onLearned = onLearned;
  }

  /** From now on `secret` is shown nowhere, no matter who repeats it. */
  learn(secret: string): void {
    this.add(secret);
    this.#onLearned?.(secret);
  }
}
