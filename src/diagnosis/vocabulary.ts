import { LEXICON, type WordClass } from './lexicon.ts';

/**
 * Reads the words in which servers plainly say "this user name, password or token is wrong", in several languages. Proof
 * for `expect: rejected` needs them: a text that says so and nothing else. One word that is not in the lexicon (limit,
 * disabled, robot, later) and the text proves nothing.
 */

/**
 * How a text refuses: it plainly calls a part of the credential wrong and says nothing else (`plain`), it says that the
 * login failed and nothing else (`failed`), or it calls a part of the credential wrong among other words (`worded`).
 */
export type Refusal = 'plain' | 'failed' | 'worded';

/** A reply is at most 64 KiB; a refusal stands at its beginning. */
const MAX_TEXT = 2000;

/** @returns undefined when the text does not call a credential wrong */
export function readRefusal(text: string): Refusal | undefined {
  const classes = classify(wordsOf(text.slice(0, MAX_TEXT)));
  const withoutClaims = CLAIMS.reduce((rest, claim) => rest.replace(claim, ''), classes);
  const withoutFailures = withoutClaims.replace(FAILURES, '');
  const isClosed = SILENT.test(withoutFailures);
  if (isClosed && withoutClaims !== classes) return 'plain';
  if (isClosed && withoutFailures !== withoutClaims) return 'failed';
  return NEARLY_A_CLAIM.test(classes) ? 'worded' : undefined;
}

/** What is left beside a refusal may be polite, but it may not judge anything. */
const SILENT = /^[nkwlajp]*$/;

/** Whether a text neither judges anything nor holds a word that is not known. */
export function saysNothing(text: string): boolean {
  return SILENT.test(classify(wordsOf(text.slice(0, MAX_TEXT))));
}

/** The text as one letter for each phrase, as in lexicon.ts; `?` for a word that is not known. */
function classify(words: readonly string[]): string {
  let classes = '';
  for (let at = 0; at < words.length;) {
    const [kind, length] = longestPhrase(words, at);
    classes += kind;
    at += length;
  }
  return classes;
}

/** Words in the longest phrase of the lexicon. */
const MAX_PHRASE = 4;

function longestPhrase(words: readonly string[], at: number): [string, number] {
  for (let length = MAX_PHRASE; length > 0; length -= 1) {
    const kind = LEXICON.get(words.slice(at, at + length).join(' '));
    if (kind && at + length <= words.length) return [kind, length];
  }
  return [classifyUnspaced(words[at] ?? ''), 1];
}

/** Chinese, Japanese and Korean write several words in one. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
/** Letters in the longest word of such a language. */
const MAX_WORD = 12;

function classifyUnspaced(word: string): string {
  if (!UNSPACED.test(word)) return '?';
  let classes = '';
  for (let at = 0; at < word.length;) {
    const [kind, length] = longestWord(word, at) ?? ['?', 1];
    classes += kind;
    at += length;
  }
  return classes;
}

function longestWord(text: string, at: number): [WordClass, number] | undefined {
  for (let length = MAX_WORD; length > 0; length -= 1) {
    const kind = LEXICON.get(text.slice(at, at + length));
    if (kind && at + length <= text.length) return [kind, length];
  }
  return undefined;
}

/** Sentences that call a part of the credential wrong: wrong, unknown or rejected, before or after the noun. */
const CLAIMS: readonly RegExp[] = [
  /k[kj]{0,6}[be][bej]{0,6}/g,
  /[be][bej]{0,6}k/g,
  /[bxr][bxrj]{0,6}[nkwlj]{0,12}[nkl][nkwlj]{0,12}/g,
  /[nkl][nkwlj]{0,12}[bxr][bxrj]{0,6}/g,
  /w[wj]{0,6}x/g, // an account can be unknown, but what is wrong with a wrong one is not said
  /x[xj]{0,3}w/g,
];

/** Sentences that say that the login failed, and not why. */
const FAILURES = /[al][alj]{0,6}[fr]|[fbr]j{0,6}[al]/g;

/** The same with other words between. */
const NEARLY_A_CLAIM =
  /[nk].{0,5}[bx]|[bx].{0,4}[nk]|lj{0,4}b|b[lj]{0,4}l|w.{0,2}x|x.{0,2}w|[nk]j{0,4}r/;

/**
 * What a machine writes into its replies: no word could hide in it. Host names, addresses, codes, dates, and the ids of
 * one log line, which hold a digit and no five letters that could be a word.
 */
const MACHINE_TEXT: readonly RegExp[] = [
  /^https?:\/\/support\.google\.com\/mail\/\?p=badcredentials$/,
  /^https?:\/\/[\w.-]{1,255}(?::\d{1,5})?\/?$/,
  /^[\w.+-]{1,64}@[\w.-]{1,255}$/,
  /^(?:[\da-z-]{1,63}\.){1,8}(?:com|net|org|local|de|fr|io|eu|jp|cn|uk|test|example|lan|internal)(?::\d{1,5})?$/,
  /^[\d.:+/tz-]{1,80}$/,
  /^(?:ugfzc3dvcmq6|vxnlcm5hbwu6|dxnlcm5hbwu6|cgfzc3dvcmq6)$/, // "Password:" and "Username:" in Base64
  /^(?=.{0,79}\d)(?!.{0,79}[g-z])[\da-z.:-]{1,80}$/, // hexadecimal
  /^(?=.{0,79}\d)(?!.{0,79}[a-z]{5})[\da-z_.:-]{1,80}$/,
];

/** Google and Naver end their replies with an id of any letters. */
const SIGNATURE = / \S{4,80} - [gn]smtp$/;

/** The words in lower case, without what machines write. */
function wordsOf(text: string): string[] {
  const plain = text.normalize('NFKC').toLowerCase().trimEnd().replace(SIGNATURE, ' ');
  return plain.split(/\s+/).flatMap((token) => {
    const bare = token.replace(/^[[(<"'#*]+|[\])>"',;.!?:*]+$/g, '');
    if (MACHINE_TEXT.some((form) => form.test(bare))) return [];
    return bare.match(/[\p{L}\p{M}\d]+/gu) ?? [];
  });
}
