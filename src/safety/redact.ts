import { spellings } from './spellings.ts';

/**
 * Makes the function that replaces the needles in a text wherever they stand, in any letter case. What lies
 * under two of them that overlap is replaced as one.
 *
 * A regular expression would be shorter, and V8 refuses one as long as the spellings of a long token are.
 */
export function createCut(
  needles: readonly string[],
  replacement: string,
): (text: string) => string {
  const folded = needles.map(fold);
  return (text) => {
    const haystack = fold(text);
    const found = folded.flatMap((needle) => occurrences(haystack, needle));
    if (found.length === 0) return text;
    const edges = merge(found.sort((a, b) => a.start - b.start));
    const kept = edges.map(({ start }, index) => text.slice(edges[index - 1]?.end ?? 0, start));
    return [...kept, text.slice(edges.at(-1)?.end)].join(replacement);
  };
}

interface Span {
  readonly start: number;
  end: number;
}

function occurrences(haystack: string, needle: string): Span[] {
  const spans: Span[] = [];
  for (let at = haystack.indexOf(needle); at !== -1; at = haystack.indexOf(needle, at + 1)) {
    const last = spans.at(-1);
    // A repeated pattern in a repeated text is one span, not thousands.
    if (last && at < last.end) last.end = at + needle.length;
    else spans.push({ start: at, end: at + needle.length });
  }
  return spans;
}

/** @param spans sorted by their start */
function merge(spans: readonly Span[]): Span[] {
  const merged: Span[] = [];
  for (const span of spans) {
    const last = merged.at(-1);
    if (last && span.start < last.end) last.end = Math.max(last.end, span.end);
    else merged.push({ ...span });
  }
  return merged;
}

// eslint-disable-next-line no-control-regex -- control characters are ASCII too
const ASCII = /^[\x00-\x7f]*$/;

/**
 * Letters without their case, each in its own place: what has another length in the other case stays as it
 * is. By way of the upper case, in which more letters are the same (`ſ` is an S, and both `σ` and `ς` are Σ).
 */
function fold(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  return Array.from(text, (character) => {
    const upper = character.toUpperCase();
    const lower = (upper.length === character.length ? upper : character).toLowerCase();
    return lower.length === character.length ? lower : character;
  }).join('');
}

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
  if (needles.length === 0) return (text) => text as Redacted;
  const cut = createCut(needles, REDACTED);
  return (text) => {
    const redacted = cut(text);
    const dense = squeeze(redacted);
    return squeezed.some((needle) => dense.includes(needle)) ? WITHHELD : (redacted as Redacted);
  };
}

/** What stands between the letters is dropped, sequences that only colour a terminal as a whole. */
const FILLING = /\p{Cc}\[[\d;]*[a-z]|[^\p{L}\p{N}]/gu;

function squeeze(text: string): string {
  return text.toLowerCase().replace(FILLING, '');
}
