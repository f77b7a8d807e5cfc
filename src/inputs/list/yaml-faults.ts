import { CREDENTIAL_INPUTS } from '../names.ts';
import type { ListFault } from './unreadable.ts';

/** What the reader's own words mean, without the text that they may quote. The first that fits. */
const FAULTS: readonly (readonly [RegExp, string])[] = [
  [/duplicated? mapping key/i, 'duplicate key'],
  [/flow collection/i, 'a bracket, brace or comma is missing'],
  [/quoted scalar/i, 'a quotation mark is missing'],
  [/escape sequence|hexadecimal/i, 'a "\\" begins an escape in double quotes; use single quotes'],
];

/**
 * What is wrong with a text that is not YAML.
 *
 * @param reason the reader's own words
 * @param line the faulty one
 */
export function yamlFault(reason: string, line = ''): string {
  if (/^[ -]*\t/.test(line)) return 'YAML does not allow tabs for indentation; use spaces';
  const [, fault] = FAULTS.find(([words]) => words.test(reason)) ?? [];
  return fault ?? NOT_YAML;
}

const NOT_YAML =
  "this is not YAML. Either the indentation differs from the lines around it, or the value has special characters and needs quotes, such as '#a: b'";

/** A key of the inputs that are sent as given, at the beginning of a line. */
const SECRET_KEY = new RegExp(
  `^[ \\t-]*["']?(?:${CREDENTIAL_INPUTS.join('|')})["']?[ \\t]*:[ \\t]`,
);
/** What begins with one of these is quoted, a block, or not a plain text. */
const NOT_PLAIN = /^['"|>&*!{[#]/;

const COMMENT = 'a "#" begins a comment; put the value in quotes';

/**
 * A space and a "#" begin a comment, so a password without quotes would be sent without its end, and nobody would see
 * why it is refused.
 */
export function findCutValues(text: string): ListFault[] {
  return text.split('\n').flatMap((line, index) => {
    const [key] = SECRET_KEY.exec(line) ?? [];
    if (key === undefined) return [];
    const value = line.slice(key.length).trimStart();
    return !NOT_PLAIN.test(value) && /\s#/.test(value)
      ? [{ place: `line ${index + 1}:`, words: COMMENT, title: 'a "#" begins a comment' }]
      : [];
  });
}
