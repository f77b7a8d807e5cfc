import { fold } from './fold.ts';
import { type Needle, NeedleGroup } from './needle-group.ts';

/** A part of a text, from `start` up to and without `end`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Needles are kept by their first characters, so that nearly all places of a text are passed with one look. */
export const MIN_NEEDLE_LENGTH = 4;
/** Below it the beginning of a needle at the end of a text is chance. */
const MIN_TAIL_LENGTH = 8;

/** What may stand behind a text that was cut: three points, a quotation mark, a bracket. */
const BEHIND_A_CUT = /[\s.…"'>)\]]/;
const MAX_BEHIND_A_CUT = 8;

/**
 * Finds thousands of needles in a text at once. The time grows with the text and hardly with the number of needles: at
 * each place a binary search among those that begin alike.
 *
 * The usual answer, the automaton of Aho and Corasick, is made once for all needles, and needs a node for each of their
 * characters. Measured with modern-ahocorasick 3.3.0 and the 48,000 spellings of 5,000 secrets: 3.3 s and 250 MB, and
 * again with each access token that comes into being during the run. This takes 0.6 s and 30 MB, once.
 */
export class Needles {
  readonly #groups = new Map<number, NeedleGroup>();
  #longest = 0;

  /**
   * Adds a needle; one that is too short to be told from chance is left out.
   *
   * @param text folded
   * @param extent characters to hide where it is found
   */
  add(text: string, extent = text.length): void {
    if (text.length < MIN_NEEDLE_LENGTH) return;
    const key = keyAt(text, 0);
    const group = this.#groups.get(key) ?? new NeedleGroup();
    this.#groups.set(key, group);
    group.add({ text, extent });
    this.#longest = Math.max(this.#longest, text.length);
  }

  /** Whether any needle is in the text. */
  has(folded: string): boolean {
    for (let at = 0; at + MIN_NEEDLE_LENGTH <= folded.length; at += 1) {
      if (this.#longestAt(folded, at)) return true;
    }
    return false;
  }

  /** The parts of the text that hold needles, in their order; parts that overlap are one. */
  find(text: string): Span[] {
    if (this.#groups.size === 0) return [];
    const folded = fold(text);
    const spans: Span[] = [];
    for (let at = 0; at + MIN_NEEDLE_LENGTH <= folded.length; at += 1) {
      const needle = this.#longestAt(folded, at);
      if (!needle) continue;
      const whole = at + needle.extent;
      const isCut = needle.extent > needle.text.length;
      const end = isCut ? Math.max(whole, endOfWord(text, at + needle.text.length)) : whole;
      spans.push({ start: at, end: Math.min(end, text.length) });
    }
    return mergeSpans([...spans, ...this.#findTails(folded)]);
  }

  #longestAt(folded: string, at: number): Needle | undefined {
    const group = this.#groups.get(keyAt(folded, at));
    return group?.longestIn(folded.slice(at, at + this.#longest));
  }

  /** The ends of lines at which a needle begins that was cut off there. */
  #findTails(folded: string): Span[] {
    const spans: Span[] = [];
    for (let start = 0; start <= folded.length;) {
      const newline = folded.indexOf('\n', start);
      const end = newline === -1 ? folded.length : newline;
      const tail = this.#findTail(folded, start, end);
      if (tail) spans.push(tail);
      start = end + 1;
    }
    return spans;
  }

  #findTail(folded: string, start: number, end: number): Span | undefined {
    for (let cut = end; cut > start && end - cut <= MAX_BEHIND_A_CUT; cut -= 1) {
      const first = Math.max(start, cut - this.#longest);
      for (let at = first; at + MIN_TAIL_LENGTH <= cut; at += 1) {
        if (this.#isBeginning(folded, at, cut)) return { start: at, end: cut };
      }
      if (!BEHIND_A_CUT.test(folded.charAt(cut - 1))) return undefined;
    }
    return undefined;
  }

  /** Whether this part of the text is the beginning of a needle, and not by chance. */
  #isBeginning(folded: string, at: number, end: number): boolean {
    const group = this.#groups.get(keyAt(folded, at));
    if (!group) return false;
    const part = folded.slice(at, end);
    return !isCommonWord(part) && group.hasBeginning(part);
  }
}

/** A number made of the first MIN_NEEDLE_LENGTH characters at this place. Different ones may share it. */
function keyAt(text: string, at: number): number {
  let key = 0;
  for (let index = at; index < at + MIN_NEEDLE_LENGTH; index += 1) {
    key = ((key << 7) ^ text.charCodeAt(index)) & 0x3fffffff;
  }
  return key;
}

function endOfWord(text: string, from: number): number {
  let end = from;
  while (end < text.length && !/\s/.test(text.charAt(end))) end += 1;
  return end;
}

/** Joins what overlaps; what only touches stays apart. */
export function mergeSpans(spans: readonly Span[]): Span[] {
  const merged: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (!last || span.start >= last.end) merged.push(span);
    else if (span.end > last.end) merged[merged.length - 1] = { start: last.start, end: span.end };
  }
  return merged;
}

/**
 * Words of honest replies. Some people use one as a password, and hiding it everywhere would take the reason out of the
 * replies to all other accounts, and tell the password to everybody who sees the gap in "invalid [redacted]".
 */
const COMMON: ReadonlySet<string> = new Set([
  ...['access', 'account', 'accounts', 'allowed', 'application', 'auth', 'authenticate'],
  ...['authenticated', 'authentication', 'authorization', 'authorized', 'blocked', 'client'],
  ...['command', 'connection', 'credential', 'credentials', 'denied', 'disabled', 'domain'],
  ...['email', 'enable', 'enabled', 'error', 'fail', 'failed', 'failure', 'host', 'incorrect'],
  ...['invalid', 'limit', 'locked', 'login', 'mail', 'mailbox', 'message', 'name', 'oauth'],
  ...['password', 'passwords', 'permission', 'please', 'policy', 'refused', 'rejected'],
  ...['relay', 'request', 'required', 'secret', 'secure', 'security', 'sender', 'server'],
  ...['service', 'smtp', 'starttls', 'support', 'temporarily', 'temporary', 'token', 'user'],
  ...['username', 'wrong'],
]);

/** Whether a text, in whatever letter case, is no more than such a word. */
export function isCommonWord(text: string): boolean {
  return COMMON.has(text.toLowerCase());
}
