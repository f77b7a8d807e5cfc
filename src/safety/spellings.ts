/** Every spelling of a secret that a server could answer with and a reader could undo. */
export function spellings(secret: string): string[] {
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
