import { createRedaction, type Redact } from './redact.ts';

/** The secrets of one check: those it began with, and those that came into being on the way. */
export class Secrets {
  readonly #known: string[] = [];
  readonly #onLearned: ((secret: string) => void) | undefined;
  #redaction = createRedaction([]);

  /** @param onLearned told of each new secret, before it is used */
  constructor(
    given: readonly (string | undefined)[],
    onLearned: ((secret: string) => void) | undefined,
  ) {
    this.#onLearned = onLearned;
    for (const secret of given) this.#hide(secret);
  }

  /** From now on `secret` is shown nowhere, whoever repeats it. */
  learn(secret: string): void {
    this.#hide(secret);
    this.#onLearned?.(secret);
  }

  /** Takes every secret that is known by now out of a text. */
  readonly redact: Redact = (text) => this.#redaction.redact(text);

  /** The same for what is no server's free text, such as the user name. */
  readonly redactFact: Redact = (text) => this.#redaction.redactFact(text);

  #hide(secret: string | undefined): void {
    if (secret === undefined || this.#known.includes(secret)) return;
    this.#known.push(secret);
    this.#redaction = createRedaction(this.#known);
  }
}
