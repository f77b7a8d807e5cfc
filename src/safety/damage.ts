import { DAMAGE_RULES, type DamageKind } from './damage-rules.ts';
import { findReference } from './references.ts';

/** Why a value is probably not the one that is meant. It holds no part of the value. */
export interface Damage {
  readonly kind: DamageKind;
  /** Continues a sentence that begins with the name of the input. */
  readonly words: string;
  /** Begins with a verb: what to do about it. */
  readonly remedy: string;
  /** True when nobody has such a value as a credential, so that sending it would only be a failed login. */
  readonly isCertain: boolean;
}

const ENCODING: Damage = {
  kind: 'encoding',
  words:
    'contains U+FFFD, the replacement character: its bytes are not UTF-8 (perhaps Latin-1 or Windows-1252), so that the real value is lost',
  remedy: 'store it again as UTF-8 text',
  isCertain: true,
};

/**
 * Looks for what makes a credential fail without being wrong. Nothing is repaired: a password is sent exactly as given.
 *
 * @param value one line, as passwords, tokens and user names are
 */
export function findDamage(value: string): Damage | undefined {
  return findForeignText(value) ?? findSlip(value);
}

/**
 * The same for a text of several lines, such as a key: only what shows that it is not the text at all.
 */
export function findForeignText(value: string): Damage | undefined {
  // A lone surrogate becomes U+FFFD when it is sent.
  if (value.includes('\uFFFD') || !value.isWellFormed()) return ENCODING;
  const reference = findReference(value);
  if (!reference) return undefined;
  const { words, isCertain } = reference;
  const remedy = 'give the value itself, or have it resolved before this check';
  return { kind: 'reference', words: `is ${words}`, remedy, isCertain };
}

function findSlip(value: string): Damage | undefined {
  const rule = DAMAGE_RULES.find(({ finds }) => finds(value));
  if (!rule) return undefined;
  const { kind, words, remedy, isCertain = false } = rule;
  return { kind, words, remedy, isCertain };
}
