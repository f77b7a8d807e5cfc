import { invalid, missing } from '../inputs/reader.ts';
import { ENHANCED, type Reply } from '../model/reply.ts';

/** What somebody copied from a log or an error message. */
export type Pasted =
  | { readonly kind: 'reply'; readonly reply: Reply }
  /** The answer of a token endpoint: JSON, or the sentence in it. */
  | { readonly kind: 'token'; readonly text: string };

/** As long as a reply may be (`smtp/reply-reader.ts`); more is a whole log. */
export const MAX_PASTED = 64 * 1024;

/**
 * A reply code and what follows it, anywhere in a line: programs put their own words before it. The second digit is 0
 * to 5 (RFC 5321 section 4.2.1), so that a port such as 587 or 465 is not a code.
 */
const CODE = /(?<![\w.:/-])([2-5][0-5]\d)(?:([ -])(.*)|$)/;
/** How Python shows a reply: `(535, b'5.7.8 Error: authentication failed')`. */
const PYTHON = /\(([2-5][0-5]\d), ?b?(['"])(.*?)\2(?:,|\))/;
/** What does not belong to a reply any more: the frames of a stack, the fields of an error object. */
const AFTERWARDS = /^\s*(?:at |File "|Traceback|\w{1,40}: ['"[{\d])|^\s*$/;
/** Numbers of Microsoft Entra, which no mail server uses. */
const ENTRA = /\bAADSTS\d{4,8}\b/;

/**
 * Finds the refusal in a text that somebody pasted: a reply of a server in one or several lines, alone or inside the
 * message of a program, or the answer of a token endpoint.
 *
 * @throws ValueError when there is none
 */
export function readPasted(text: string): Pasted {
  if (text.trim() === '') throw missing('reply');
  if (text.length > MAX_PASTED) {
    throw invalid(`is longer than ${MAX_PASTED / 1024} KiB; give the server's reply alone`);
  }
  if (isTokenAnswer(text)) return { kind: 'token', text };
  const replies = findReplies(text);
  const refusals = replies.filter(isRefusal);
  const [first] = refusals;
  const reply = refusals.find(({ enhanced }) => enhanced !== undefined) ?? first;
  if (reply) return { kind: 'reply', reply };
  throw invalid(replies[0] === undefined ? NO_CODE : `holds no refusal: ${tell(replies[0])}`);
}

const NO_CODE =
  'holds no reply of a mail server: it has no code of three digits, such as 535. Copy the whole line in which the server refused, such as "535 5.7.8 Error: authentication failed"';

/**
 * Refused in the form of a question: an error in JSON, which a client has to answer with nothing (the report of
 * XOAUTH2 and of RFC 7628 section 3.2.3), or words with an enhanced code.
 */
const REFUSING_QUESTION = /^(?:[45]\.\d|eyJ)/;

function isRefusal({ code, lines: [first = ''] }: Reply): boolean {
  return code >= 400 || (code === 334 && REFUSING_QUESTION.test(first));
}

/** What a reply says that refuses nothing. */
function tell({ code }: Reply): string {
  if (code === 235) return '235 means that the server accepted the login';
  return code >= 300
    ? `with ${code} the server asks for the next step`
    : `${code} means that the server agreed`;
}

function isTokenAnswer(text: string): boolean {
  if (ENTRA.test(text)) return true;
  if (!text.trimStart().startsWith('{')) return false;
  try {
    return 'error' in (JSON.parse(text) as object);
  } catch {
    return false; // not JSON, so a reply of a server is looked for
  }
}

interface Lines {
  readonly code: string;
  readonly lines: string[];
  isOpen: boolean;
}

/** Every reply in the text; each may have several lines. */
function findReplies(text: string): Reply[] {
  const python = PYTHON.exec(text);
  if (python) return [toReply(python[1] ?? '', (python[3] ?? '').split(/\\r?\\n|\r?\n/))];
  const found: Lines[] = [];
  let current: Lines | undefined;
  for (const line of text.split(/\r?\n/)) {
    const [, code, separator = ' ', words = ''] = CODE.exec(line) ?? [];
    if (code !== undefined) {
      if (!current?.isOpen || current.code !== code) found.push((current = start(code)));
      current.lines.push(withoutQuote(words));
      current.isOpen = separator === '-';
    } else if (current && !AFTERWARDS.test(line)) {
      current.lines.push(line.trim()); // a terminal has broken the line
    } else {
      current = undefined;
    }
  }
  return found.map(({ code, lines }) => toReply(code, lines));
}

function start(code: string): Lines {
  return { code, lines: [], isOpen: true };
}

/** What a program's own quotation leaves at the end of a line: `\n' +`, `',`. */
function withoutQuote(words: string): string {
  return words.replace(/(?:\\r)?(?:\\n)?['"]\)?\s{0,4}[+,;]?\s{0,4}$/, '');
}

function toReply(code: string, texts: readonly string[]): Reply {
  const lines = texts.map((each) => each.trim());
  const enhanced = ENHANCED.exec(lines[0] ?? '')?.[1];
  return { code: Number(code), ...(enhanced !== undefined && { enhanced }), lines };
}
