import type { Reply } from './reply.ts';

/** Takes secrets out of a text. */
export type Redact = (text: string) => string;

export const REDACTED = '[redacted]';
const WITHHELD = '[withheld: the server repeated the credential]';
const TOO_SHORT = '[withheld: the secret is too short to be found in a text]';

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
  const needles = [...new Set(secrets.flatMap(spellings))]
    .filter((needle) => needle.length >= MIN_SECRET_LENGTH)
    .sort((a, b) => b.length - a.length);
  const squeezed = needles.map(squeeze).filter((needle) => needle.length >= MIN_SQUEEZED_LENGTH);
  if (needles.length === 0) return (text) => text;
  const pattern = new RegExp(needles.map(escapeRegExp).join('|'), 'giu');
  return (text) => {
    const redacted = text.replace(pattern, REDACTED);
    const dense = squeeze(redacted);
    return squeezed.some((needle) => dense.includes(needle)) ? WITHHELD : redacted;
  };
}

/** Redacts a reply as one text, so that a secret split over its lines is found too. */
export function redactReply(reply: Reply, redact: Redact): Reply {
  const text = redact(reply.lines.join('\n'));
  return { ...reply, lines: text.split('\n') };
}

/** Every spelling of a secret that a server could answer with and a reader could undo. */
function spellings(secret: string): string[] {
  const bytes = Buffer.from(secret, 'utf8');
  const json = JSON.stringify(secret).slice(1, -1);
  return [
    secret,
    secret.trim(),
    secret.toUpperCase(), // `ß` becomes `SS`, which no comparison without case takes for the same
    ...[0, 1, 2].flatMap((shift) => base64At(bytes, shift)),
    bytes.toString('hex'),
    encodeURIComponent(bytes.toString('utf8')),
    json,
    json.replaceAll("'", "\\'"),
    escapeHtml(secret),
    bytes.toString('latin1'),
    ...characterEscapes(secret),
  ];
}

/** Every character escaped for itself: HTML entities, JSON and the `\\x` of many languages. */
function characterEscapes(secret: string): string[] {
  const escape = (radix: number, pad: number, before: string, after = ''): string =>
    Array.from(
      secret,
      (character) =>
        before + (character.codePointAt(0) ?? 0).toString(radix).padStart(pad, '0') + after,
    ).join('');
  return [
    escape(10, 1, '&#', ';'),
    escape(16, 1, '&#x', ';'),
    escape(16, 4, '\\u'),
    escape(16, 2, '\\x'),
  ];
}

/** The Base64 characters that depend on `bytes` alone when `shift` other bytes come before them. */
function base64At(bytes: Buffer, shift: number): string[] {
  const encoded = Buffer.concat([Buffer.alloc(shift), bytes]).toString('base64');
  const start = shift === 0 ? 0 : shift + 1;
  const whole = Math.floor(((shift + bytes.length) * 8) / 6);
  const core = encoded.slice(start, whole);
  return [core, core.replaceAll('+', '-').replaceAll('/', '_')];
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/** What stands between the letters is dropped, sequences that only colour a terminal as a whole. */
const FILLING = /\p{Cc}\[[\d;]*[a-z]|[^\p{L}\p{N}]/gu;

function squeeze(text: string): string {
  return text.toLowerCase().replace(FILLING, '');
}

function escapeRegExp(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
