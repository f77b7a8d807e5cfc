import { createRedaction, type Redact } from './redact.ts';

/** Told of each secret before it is used, so that a runner can mask it. */
export type OnSecret = (secret: string) => void;

/** The secrets of one account: those it began with, and those that come into being on the way. */
export class Secrets {
  readonly #known: string[] = [];
  readonly #onLearned: OnSecret | undefined;
  #redaction = createRedaction([]);

  /** @param onLearned told of each secret that comes into being, before it is used */
  constructor(given: readonly string[], onLearned?: OnSecret) {
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

  /** The same for what is not a server's free text, such as the user name. */
  readonly redactFact: Redact = (text) => this.#redaction.redactFact(text);

  #hide(secret: string): void {
    if (this.#known.includes(secret)) return;
    this.#known.push(secret);
    this.#redaction = createRedaction(this.#known);
  }
}
