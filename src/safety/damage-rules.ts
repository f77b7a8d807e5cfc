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

/** What a program prints for a value that it does not have, or does not show; in lower case. */
const NOTHING: ReadonlySet<string> = new Set(['undefined', '<nil>', '<no value>', '[redacted]']);
/** The same, for an object, and for a secret. */
const UNSHOWN = /^\[object \w+\]$|^\*{3,}$/;
/** As `NOTHING`, but somebody may be called so. */
const MAYBE_NOTHING: ReadonlySet<string> = new Set(['null', 'none', 'nil', 'nan', '(null)']);
const WORDS = /^[\w -]+$/;
const BLANK_FORM = /^<[A-Za-z][\w .-]{1,60}>$/;
const YOUR_VALUE =
  /^(?:your|my)?[ _-]?(?:app|smtp|mail|email)?[ _-]?(?:password|passwd|secret|token|api[_-]?key)[ _-]?(?:here|goes[ _-]?here)$|^your[ _-](?:\w+[ _-])?(?:password|secret|token|key|user ?name)$|^(?:replace|fill)[ _-]?(?:me|this|in)$|^(?:tbd|todo)$|^x{6,}$/i;

/** In this order; the first that finds something is told. */
export const DAMAGE_RULES: readonly Rule[] = [
  {
    kind: 'assignment',
    // The first pattern spares nearly every value the others, which take long to make ready.
    finds: (value) => /[=:]/.test(value) && ASSIGNMENTS.some((form) => form.test(value)),
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
    finds: (value) =>
      NOTHING.has(value.trim().toLowerCase()) || UNSHOWN.test(value.trim().toLowerCase()),
    words: 'is a placeholder that programs print in place of a value',
    remedy: GIVE_VALUE,
    isCertain: true,
  },
  {
    kind: 'placeholder',
    finds: (value) => mayBePlaceholder(value.trim()),
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

function mayBePlaceholder(text: string): boolean {
  if (MAYBE_NOTHING.has(text.toLowerCase()) || BLANK_FORM.test(text)) return true;
  return WORDS.test(text) && YOUR_VALUE.test(text);
}

function isJsonObject(value: string): boolean {
  if (!value.trimStart().startsWith('{')) return false;
  try {
    return Object.keys(JSON.parse(value) as object).length > 0;
  } catch {
    return false;
  }
}
