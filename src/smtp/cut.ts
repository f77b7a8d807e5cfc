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
