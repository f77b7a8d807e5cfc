// eslint-disable-next-line no-control-regex -- control characters are ASCII too
const ASCII = /^[\x00-\x7f]*$/;

/**
 * Letters without their case, each in its own place: what has another length in the other case stays as it
 * is. By way of the upper case, in which more letters are the same (`ſ` is an S, and both `σ` and `ς` are Σ).
 */
export function fold(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  return Array.from(text, (character) => {
    const upper = character.toUpperCase();
    const lower = (upper.length === character.length ? upper : character).toLowerCase();
    return lower.length === character.length ? lower : character;
  }).join('');
}
