import { Hidden } from './hidden.ts';
import { isCommonWord, mergeSpans, MIN_NEEDLE_LENGTH } from './needles.ts';

declare const redacted: unique symbol;

/**
 * Text of the other side from which every secret has been taken out. Only this file makes it, so that the compiler
 * keeps raw text out of observations and reports. It may still hold control characters: `printable` makes it fit to
 * be shown.
 */
export type Redacted = string & { readonly [redacted]: true };

/** Takes secrets out of a text. */
export type Redact = (text: string) => Redacted;

export const REDACTED = '[redacted]' as Redacted;
const WITHHELD = '[withheld: the server repeated the credential]' as Redacted;
const TOO_SHORT = '[withheld: the secret is too short to be found in a text]' as Redacted;

/** Below this many characters a secret occurs in innocent words, so texts are withheld instead. */
export const MIN_SECRET_LENGTH = MIN_NEEDLE_LENGTH;

/** The ways to take secrets out of a text: those of the whole run, and those of one account that are of no use to others. */
export class Redaction {
  readonly #shared: Hidden;
  readonly #own = new Hidden();
  readonly #given = new Set<string>();
  #hasShort = false;

  /** @param shared the secrets of the run */
  constructor(shared = new Hidden()) {
    this.#shared = shared;
  }

  /** Hides a secret from now on: everywhere in the run, or for this account alone where it is in every other text. */
  add(secret: string): void {
    if (secret === '') return;
    this.#given.add(secret);
    if (secret.length < MIN_SECRET_LENGTH) this.#hasShort = true;
    else if (isCommonWord(secret.trim())) this.#own.add(secret);
    else this.#shared.add(secret);
  }

  /** For whatever a server says. Where a secret is too short to be found, the whole text is withheld. */
  readonly redact: Redact = (text) => (this.#hasShort ? TOO_SHORT : this.#hide(text));

  /**
   * For facts that are not a server's free text, such as the user name (some providers want the same token
   * as user name and password). A secret too short to be found in a text hides only what equals it.
   */
  readonly redactFact: Redact = (text) => (this.#given.has(text) ? REDACTED : this.#hide(text));

  #hide(text: string): Redacted {
    if (this.#shared.isInnocent(text) && this.#own.isInnocent(text)) return text as Redacted;
    const spans = mergeSpans([...this.#shared.find(text), ...this.#own.find(text)]);
    const kept = spans.map(({ start }, index) => text.slice(spans[index - 1]?.end ?? 0, start));
    const rest = [...kept, text.slice(spans.at(-1)?.end)].join(REDACTED);
    const isTakenApart = this.#shared.isTakenApartIn(rest) || this.#own.isTakenApartIn(rest);
    return isTakenApart ? WITHHELD : (rest as Redacted);
  }
}

/** Makes the functions that hide a few secrets, outside of a run. */
export function createRedaction(secrets: readonly string[]): Redaction {
  const redaction = new Redaction();
  for (const secret of secrets) redaction.add(secret);
  return redaction;
}
