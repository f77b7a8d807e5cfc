import { fold } from './fold.ts';
import { Needles, type Span } from './needles.ts';
import { spellings } from './spellings.ts';

/** A secret taken apart by spaces or line ends is looked for from this many letters and digits on. */
const MIN_SQUEEZED_LENGTH = 6;
/** Of a longer secret only the beginning is looked for; what follows up to the next space is hidden with it. */
const MAX_HEAD = 64;

/** Texts that are remembered; one can have 64 KiB. */
const MAX_INNOCENT = 100;

/** The first and last lines of keys in PEM, which are not secret (RFC 7468 section 2). */
const PEM_BOUNDARY = /^-----[A-Z ]{1,60}-----$/;

/**
 * Secrets in all their spellings, ready to be looked for: as given, line by line, in Base64 at every alignment,
 * Base64url, hex, URL, JSON and HTML escapes, in other normal forms and encodings, in any letter case.
 */
export class Hidden {
  readonly #known = new Set<string>();
  readonly #spelled = new Needles();
  readonly #squeezed = new Needles();
  /** Texts without a secret: servers repeat themselves, in a list thousands of times. */
  readonly #innocent = new Set<string>();

  add(secret: string): void {
    if (this.#known.has(secret)) return;
    this.#known.add(secret);
    this.#innocent.clear();
    const lines = secret.split(/\r\n|[\r\n]/);
    if (lines.some((line) => PEM_BOUNDARY.test(line))) this.#addKey(lines);
    else for (const text of new Set([secret, ...lines])) this.#add(text);
  }

  /** Whether no secret is in the text, neither in one piece nor taken apart. */
  isInnocent(text: string): boolean {
    if (this.#known.size === 0 || this.#innocent.has(text)) return true;
    if (this.find(text).length > 0 || this.isTakenApartIn(text)) return false;
    if (this.#innocent.size >= MAX_INNOCENT) this.#innocent.clear();
    this.#innocent.add(text);
    return true;
  }

  /** Where secrets are in the text, in order and without overlaps. */
  find(text: string): Span[] {
    return this.#spelled.find(text);
  }

  /** Whether a secret is left once everything but letters and digits is dropped. */
  isTakenApartIn(text: string): boolean {
    return this.#squeezed.has(squeeze(text));
  }

  #add(text: string): void {
    const head = headOf(text);
    const stretch = text.length / head.length;
    const spelled = spellings(head);
    for (const spelling of spelled) {
      this.#spelled.add(fold(spelling), Math.ceil(spelling.length * stretch));
    }
    for (const squeezed of new Set(spelled.map(squeeze))) {
      if (squeezed.length >= MIN_SQUEEZED_LENGTH) this.#squeezed.add(squeezed);
    }
  }

  /** No server ever gets a key, so that nobody but this program could repeat it, as it is. */
  #addKey(lines: readonly string[]): void {
    for (const line of lines) if (!PEM_BOUNDARY.test(line)) this.#spelled.add(fold(line));
  }
}

/** The beginning of a text, without half of a character at its end. */
function headOf(text: string): string {
  return text.length <= MAX_HEAD ? text : text.slice(0, MAX_HEAD).replace(/[\ud800-\udbff]$/, '');
}

/** Nearly every text; the pattern for the others takes half a millisecond to make, and ten times as long to run. */
const PLAIN = /^[\x20-\x7e]*$/;

/** Drops what stands between the letters, sequences that only colour a terminal as a whole. */
function squeeze(text: string): string {
  const lower = text.toLowerCase();
  if (PLAIN.test(lower)) return lower.replace(/[^a-z0-9]/g, '');
  return lower.replace(/\p{Cc}\[[\d;]*[a-z]|[^\p{L}\p{N}]/gu, '');
}
