import { isIPv6 } from 'node:net';

/**
 * The one place where a text from outside (a server's reply, a certificate's name, Node's error text)
 * becomes safe to show in a log, an annotation, the summary, an output or an issue. It comes redacted
 * and leaves without any character or sequence that a runner, a terminal or a reader could take for
 * something else. Each channel then escapes it once more in its own way.
 */

/** As long as the longest helpful refusal seen (Gmail's, with its link); the rest is noise. */
export const MAX_PRINTABLE = 300;

/** Nearly every text; the pattern for the others takes a millisecond to make. */
const PLAIN = /^(?:(?!::|##\[)[\x20-\x7e])*$/;

/** @param max characters after which the text is cut, with a mark */
export function printable(text: string, max = MAX_PRINTABLE): string {
  if (text.length <= max && PLAIN.test(text)) return text;
  // Cut first, so that an 8 KiB line is not escaped for nothing, and again, since escapes are longer.
  const visible = escapeUnsafe(text.slice(0, max * 2));
  const characters = Array.from(defuse(visible));
  return characters.length > max
    ? `${characters.slice(0, max - 1).join('')}…`
    : characters.join('');
}

/**
 * The runner takes `##[command]` anywhere in a line and `::command::` at its start. Both are broken
 * visibly; an invisible character would not do, because the runner's comparison ignores those.
 */
function defuse(text: string): string {
  return text.replaceAll('##[', '##\\x5b').replace(COLONS, (word, offset: number) => {
    const mayBegin = word !== text && text.slice(0, offset).trim() === '';
    return isAddress(word) && !mayBegin ? word : word.replaceAll('::', ':\\x3a');
  });
}

/** A word with two colons in a row. An IPv6 address (`[::1]:587`) keeps them, unless a line could begin there. */
const COLONS = /[\w.:]*::[\w.:]*/g;

function isAddress(word: string): boolean {
  return isIPv6(word.replace(/^IPv6:/, ''));
}

/**
 * Escapes controls, formats (bidi, zero width), separators of lines, surrogates, private and unassigned code points, and
 * everything that Unicode allows to be shown as nothing at all.
 */
function escapeUnsafe(text: string): string {
  return text.replace(
    /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}\p{Cn}\p{Default_Ignorable_Code_Point}\uFFFD]/gu,
    escapeCharacter,
  );
}

function escapeCharacter(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const hex = code.toString(16);
  return code <= 0xff ? `\\x${hex.padStart(2, '0')}` : `\\u{${hex}}`;
}

/** The kind of an error that is our own fault, such as `TypeError`. */
export function kindOf(error: unknown): string {
  return error instanceof Error ? printable(error.name) : typeof error;
}

/** Where such an error happened. Its text may hold anything, so it stays out. */
export function framesOf(error: unknown): string[] {
  const frames = error instanceof Error ? (error.stack ?? '').split('\n') : [];
  return frames.filter((line) => /^\s+at /.test(line)).map((line) => printable(line));
}
