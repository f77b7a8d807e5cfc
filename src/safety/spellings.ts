import { misread } from './charset.ts';

/** Every spelling of a text that an honest program could answer with and a reader could undo. */
export function spellings(text: string): string[] {
  const forms = ASCII.test(text) ? [text, text.trim()] : [text, text.trim(), ...normalForms(text)];
  return [...new Set([...new Set(forms)].flatMap(escapes).concat(misreadings(text)))];
}

const ASCII = /^[\x20-\x7e]*$/;

/** Accents as part of their letter and as characters of their own, and what SASLprep makes of a password. */
function normalForms(text: string): string[] {
  return (['NFC', 'NFD', 'NFKC'] as const).map((form) => text.normalize(form));
}

function escapes(text: string): string[] {
  const utf8 = Buffer.from(text, 'utf8');
  const json = JSON.stringify(text).slice(1, -1);
  return [
    text,
    text.toUpperCase(), // `ß` becomes `SS`, which no comparison without case takes for the same
    ...spellBytes(utf8),
    encodeURIComponent(utf8.toString('utf8')),
    json,
    json.replaceAll("'", "\\'"),
    json.replaceAll('/', '\\/'),
    escapeHtml(text),
    ...escapeCharacters(text, () => true),
    ...(ASCII.test(text) ? [] : escapeCharacters(text, (code) => code > 0x7e)),
  ];
}

/**
 * Characters escaped one by one, as HTML, JSON and many languages do it.
 *
 * @param escapes which characters; the others stay as they are
 */
function escapeCharacters(text: string, escapes: (code: number) => boolean): string[] {
  let [decimal, hex, json, short] = ['', '', '', ''];
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    const [digits, isEscaped] = [code.toString(16), escapes(code)];
    decimal += isEscaped ? `&#${code};` : character;
    hex += isEscaped ? `&#x${digits};` : character;
    json += isEscaped ? escapeUnits(character) : character;
    short += isEscaped ? `\\x${digits.padStart(2, '0')}` : character;
  }
  return [decimal, hex, json, short];
}

/** JSON knows no characters beyond 16 bits: such a one is two escapes. */
function escapeUnits(character: string): string {
  return character
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');
}

/** What programs make of characters outside ASCII that they read, store or show in another encoding. */
function misreadings(text: string): string[] {
  if (ASCII.test(text)) return [];
  const utf8 = Buffer.from(text, 'utf8');
  const lost = ['?', '\ufffd'].flatMap((mark) => [
    text.replace(/[^\0-\x7f]/gu, mark),
    text.replace(/[^\0-\x7f]/gu, (character) => mark.repeat(Buffer.byteLength(character))),
  ]);
  return [
    utf8.toString('latin1'),
    ...misread(text),
    ...lost.filter((rest) => (rest.match(/[\x21-\x3e\x40-\x7e]/g)?.length ?? 0) >= MIN_LEFT),
    ...(/^[\0-\xff]*$/.test(text) ? spellLatin1(Buffer.from(text, 'latin1')) : []),
  ];
}

/** Characters that must be left of a secret whose others became question marks. */
const MIN_LEFT = 4;

function spellLatin1(bytes: Buffer): string[] {
  const url = Array.from(bytes, (byte) => {
    const character = String.fromCharCode(byte);
    return /[\w.!~*'()-]/.test(character) ? character : `%${byte.toString(16).padStart(2, '0')}`;
  });
  return [...spellBytes(bytes), url.join('')];
}

/** Bytes in Base64 at every alignment, Base64url and hex. */
function spellBytes(bytes: Buffer): string[] {
  return [...[0, 1, 2].flatMap((shift) => base64At(bytes, shift)), bytes.toString('hex')];
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
