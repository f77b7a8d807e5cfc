import type { TokenFailure } from '../model/token-facts.ts';
import type { HttpReply } from '../platform/http.ts';

/** What a reply that is not a token says, piece by piece. All of it is hostile. */

/** A JSON object of the other side. */
export type Fields = Partial<Record<string, unknown>>;

/** The endpoint's own sentence, wherever it puts it; empty without one. */
export function sentenceOf(fields: Fields | undefined): string {
  const nested = fields?.['error'];
  const inner = typeof nested === 'object' && nested !== null ? { ...nested } : {};
  const candidates = [
    fields?.['error_description'],
    (inner as Fields)['message'],
    fields?.['message'],
  ];
  return candidates.find((candidate) => typeof candidate === 'string') ?? '';
}

/** What answered, where it does not speak OAuth. A long title is left out and not cut: it may hold half of a secret. */
export function describeOther({ status, headers, body }: HttpReply, said: string): string {
  if (status >= 300 && status <= 399) {
    const { location = '' } = headers;
    const to = URL.canParse(location) ? ` to ${new URL(location).host}` : '';
    return `HTTP status ${status}, a redirect${to}`;
  }
  if (said !== '') return `HTTP status ${status}: ${said}`;
  const [, title = ''] = /<title[^>]{0,100}>([^<]{0,200})</i.exec(body) ?? [];
  const page = title.trim() === '' ? '' : `: ${title.trim()}`;
  return looksLikeHtml(body)
    ? `HTTP status ${status}, a web page${page}`
    : `HTTP status ${status}, no OAuth reply`;
}

export function contentOf({ body }: HttpReply): NonNullable<TokenFailure['content']> {
  if (body.trim() === '') return 'empty';
  if (parseJson(body)) return 'json';
  return looksLikeHtml(body) ? 'html' : 'other';
}

function looksLikeHtml(body: string): boolean {
  return /^\s{0,100}<(?:!doctype html|html|head|body|!--)/i.test(body);
}

/** More are not given by an honest endpoint. */
const MAX_NUMBERS = 8;

/** The numbers of Microsoft Entra: those in the text come first, since the text begins with the one that counts. */
export function entraNumbers(text: string, codes: unknown): number[] {
  const inText = [...text.slice(0, 4000).matchAll(/\bAADSTS(\d{4,8})\b/g)].map(([, digits]) =>
    Number(digits),
  );
  const listed = Array.isArray(codes)
    ? codes.filter((code): code is number => Number.isInteger(code) && code >= 1000 && code < 1e8)
    : [];
  return [...new Set([...inText, ...listed])].slice(0, MAX_NUMBERS);
}

/** RFC 9110 section 10.2.3: seconds, or a date. @returns milliseconds from now */
export function readRetryAfter(value: string | undefined, now = Date.now()): number | undefined {
  if (value === undefined) return undefined;
  if (/^\d{1,9}$/.test(value.trim())) return Number(value) * 1000;
  const date = Date.parse(value);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

/** @returns undefined when the text is not a JSON object */
export function parseJson(text: string): Fields | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : undefined;
  } catch {
    return undefined; // every caller says what it missed in it
  }
}
