import { createCut } from './cut.ts';
import type { Reply } from './reply.ts';
import { spellings } from './spellings.ts';

/** Takes secrets out of a text. */
export type Redact = (text: string) => string;

export const REDACTED = '[redacted]';
const WITHHELD = '[withheld: the server repeated the credential]';
const TOO_SHORT = '[withheld: the secret is too short to be found in a text]';

/** Below this many characters a secret occurs in innocent words, so texts are withheld instead. */
export const MIN_SECRET_LENGTH = 4;
/** A secret taken apart by blanks or line ends is looked for from this many letters and digits on. */
const MIN_SQUEEZED_LENGTH = 6;

/** The ways to take the same secrets out of a text. */
export interface Redaction {
  /** For whatever a server says. Where a secret is too short to be found, the whole text is withheld. */
  readonly redact: Redact;
  /**
   * For facts that are not a server's free text, such as the user name (some providers want the same token
   * as user name and password). A secret too short to be found in a text hides only what equals it.
   */
  readonly redactFact: Redact;
}

/**
 * Makes the functions that hide `secrets`: as given, in Base64 at every alignment, Base64url, hex, URL,
 * JSON, HTML and Markdown escapes, in any letter case. Where a secret appears only after blanks and
 * punctuation are dropped, the whole text is withheld.
 */
export function createRedaction(secrets: readonly string[]): Redaction {
  const given = secrets.filter((secret) => secret !== '');
  const long = given.filter((secret) => secret.length >= MIN_SECRET_LENGTH);
  const hide = createHide(long);
  return {
    redact: long.length < given.length ? () => TOO_SHORT : hide,
    redactFact: (text) => (given.includes(text) ? REDACTED : hide(text)),
  };
}

function createHide(secrets: readonly string[]): Redact {
  const needles = [...new Set(secrets.flatMap(spellings))].filter(
    (needle) => needle.length >= MIN_SECRET_LENGTH,
  );
  const squeezed = needles.map(squeeze).filter((needle) => needle.length >= MIN_SQUEEZED_LENGTH);
  if (needles.length === 0) return (text) => text;
  const cut = createCut(needles, REDACTED);
  return (text) => {
    const redacted = cut(text);
    const dense = squeeze(redacted);
    return squeezed.some((needle) => dense.includes(needle)) ? WITHHELD : redacted;
  };
}

/** Redacts a reply as one text, so that a secret split over its lines is found too. */
export function redactReply(reply: Reply, redact: Redact): Reply {
  const text = redact(reply.lines.join('\n'));
  return { ...reply, lines: text.split('\n') };
}

/** What stands between the letters is dropped, sequences that only colour a terminal as a whole. */
const FILLING = /\p{Cc}\[[\d;]*[a-z]|[^\p{L}\p{N}]/gu;

function squeeze(text: string): string {
  return text.toLowerCase().replace(FILLING, '');
}
