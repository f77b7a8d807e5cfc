import { findReference } from './references.ts';

/** What happens to secrets on their way from a password manager to a program. */
export const DAMAGE_KINDS = [
  'encoding',
  'reference',
  'assignment',
  'json',
  'placeholder',
  'byte-order-mark',
  'line-break',
  'surrounding-space',
  'unusual-space',
  'quotes',
  'control-character',
  'decomposed',
] as const;

export type DamageKind = (typeof DAMAGE_KINDS)[number];

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

interface Rule {
  readonly kind: DamageKind;
  readonly finds: (value: string) => boolean;
  readonly words: string;
  readonly remedy: string;
  readonly isCertain?: boolean;
}

const GIVE_VALUE = 'give the value itself';

/** `SMTP_PASSWORD=…`, `export token=…`: a name in capitals with an underscore, or one that speaks of a credential. */
const ASSIGNMENTS: readonly RegExp[] = [
  /^(?:export +|set +)?[A-Z][A-Z0-9]{0,40}(?:_[A-Z0-9]{1,40}){1,9} ?= ?[^\s=]/,
  /^(?:export +|set +)?[\w-]{0,40}(?:passw|secret|token|smtp|username)[\w-]{0,40} ?= ?[^\s=]/i,
  /^(?:export +|set +)?(?:pass|pwd|user|login) ?= ?[^\s=]/i,
  // A line of YAML.
  /^["']?(?:smtp[_-])?(?:password|passwd|pass|pwd|secret|token|username|user)["']?: +\S/i,
];

/** What a program prints for a value that it does not have, or does not show. */
const NOTHING = /^(?:undefined|\[object \w+\]|\*{3,}|<nil>|<no value>|\[redacted\])$/i;
/** The same, but somebody may be called so. */
const MAYBE_NOTHING = /^(?:null|none|nil|nan|\(null\))$/i;
const BLANK_FORM = /^<[A-Za-z][\w .-]{1,60}>$/;
const YOUR_VALUE =
  /^(?:your|my)?[ _-]?(?:app|smtp|mail|email)?[ _-]?(?:password|passwd|secret|token|api[_-]?key)[ _-]?(?:here|goes[ _-]?here)$|^your[ _-](?:\w+[ _-])?(?:password|secret|token|key|user ?name)$|^(?:replace|fill)[ _-]?(?:me|this|in)$|^(?:tbd|todo)$|^x{6,}$/i;

/** In this order; the first that finds something is told. */
const RULES: readonly Rule[] = [
  {
    kind: 'assignment',
    finds: (value) => ASSIGNMENTS.some((form) => form.test(value)),
    words: 'begins with a name and "=" or ":", as a line of a file does',
    remedy: 'store only what comes after the sign',
  },
  {
    kind: 'json',
    finds: isJsonObject,
    words: 'is a JSON text',
    remedy: 'store only the value that is needed from it',
    isCertain: true,
  },
  {
    kind: 'placeholder',
    finds: (value) => NOTHING.test(value.trim()),
    words: 'is a placeholder that programs print in place of a value',
    remedy: GIVE_VALUE,
    isCertain: true,
  },
  {
    kind: 'placeholder',
    finds: (value) =>
      [MAYBE_NOTHING, BLANK_FORM, YOUR_VALUE].some((form) => form.test(value.trim())),
    words: 'looks like a placeholder',
    remedy: GIVE_VALUE,
  },
  {
    kind: 'byte-order-mark',
    finds: (value) => value.startsWith('\uFEFF'),
    words: 'begins with an invisible byte order mark, which some editors write into files',
    remedy: 'store it again without the mark',
  },
  {
    kind: 'line-break',
    finds: (value) => /[\r\n]/.test(value),
    words: 'contains a line break, mostly from a file or from "echo"',
    remedy: 'store it again without it (printf instead of echo)',
  },
  {
    kind: 'line-break',
    finds: (value) => value.endsWith('\\n'),
    words: 'ends with a line break that is written as "\\n"',
    remedy: 'store it again without it',
  },
  {
    kind: 'surrounding-space',
    finds: (value) => /^[^\S\u00a0]|[^\S\u00a0]$/.test(value),
    words: 'begins or ends with a space',
    remedy: 'store it again without the space, unless it belongs to it',
  },
  {
    kind: 'unusual-space',
    finds: (value) =>
      /[\u00a0\u00ad\u1680\u180e\u2000-\u200f\u2028\u2029\u202f\u205f\u2060\u3000\ufeff]/.test(
        value,
      ),
    words: 'contains an invisible character or an unusual space, mostly copied from a web page',
    remedy: 'type it again by hand and store that',
  },
  {
    kind: 'quotes',
    finds: (value) => /^(?:"[^]+"|'[^]+'|`[^]+`|“[^]+”|‘[^]+’|«[^]+»)$/.test(value),
    words: 'is in quotes, which are sent as a part of it',
    remedy: 'store it again without the quotes',
  },
  {
    kind: 'control-character',
    // eslint-disable-next-line no-control-regex -- control characters are what is looked for
    finds: (value) => /[\u0000-\u001f\u007f-\u009f]/.test(value),
    words: 'contains a control character',
    remedy: 'store it again without it',
  },
  {
    kind: 'decomposed',
    finds: (value) => value !== value.normalize('NFC'),
    words: 'contains letters whose accents are separate characters (not NFC), as macOS writes them',
    remedy: 'type it again and store that, since many servers read it as another password',
  },
];

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
  if (value.includes('\uFFFD') || /\p{Cs}/u.test(value)) return ENCODING;
  const reference = findReference(value);
  if (!reference) return undefined;
  const { words, isCertain } = reference;
  const remedy = 'give the value itself, or have it resolved before this check';
  return { kind: 'reference', words: `is ${words}`, remedy, isCertain };
}

function findSlip(value: string): Damage | undefined {
  const rule = RULES.find(({ finds }) => finds(value));
  if (!rule) return undefined;
  const { kind, words, remedy, isCertain = false } = rule;
  return { kind, words, remedy, isCertain };
}

function isJsonObject(value: string): boolean {
  if (!value.trimStart().startsWith('{')) return false;
  try {
    return Object.keys(JSON.parse(value) as object).length > 0;
  } catch {
    return false;
  }
}
