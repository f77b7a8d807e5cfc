import type { ReplyCause } from '../model/cause.ts';
import { type Reply, replyText, severityOf } from '../model/reply.ts';
import type { Candidates, Found } from './match.ts';
import { findRowsFor, type Judgement, type Refused, settle, toldBy } from './reply-verdict.ts';
import { readRefusal, type Refusal, saysNothing } from './vocabulary.ts';

/** The causes that call the credential itself wrong. */
const ABOUT_CREDENTIAL: ReadonlySet<ReplyCause> = new Set([
  'credential-refused',
  'wrong-credentials',
  'access-token-refused',
  'ambiguous-refusal',
]);

/**
 * Judges a reply to AUTH. Words beat numbers: the words of a company or a server software first, then words that mean
 * the same everywhere, then a company's own numbers, plain refusals, and bare numbers last.
 */
export function judgeLogin(observation: Refused): Judgement {
  const { reply, credentialSent } = observation;
  const text = replyText(reply);
  const refusal = readRefusal(text);
  const rows = findRowsFor(observation);
  const isPossible = (found: Found | undefined): boolean => canBeJudged(found, credentialSent);
  const worded = [speaksOfMore(rows, text) ? undefined : rows.byOwnWords, rows.byWords];
  const found = worded.find((one) => one && isPossible(one));
  if (found && refusal === undefined && isVague(found, text)) {
    return settle(observation, { cause: 'credential-refused', isWorded: true });
  }
  if (found) return settle(observation, { ...toldBy(found, true), refusal });
  const { byCompanyNumber, byNumber } = rows;
  if (byCompanyNumber && isPossible(byCompanyNumber)) {
    return settle(observation, { ...toldBy(byCompanyNumber, false), refusal });
  }
  if (accuses(refusal, reply) && credentialSent) {
    const why = byNumber?.row.cause === 'wrong-credentials' ? byNumber : undefined;
    return settle(observation, { cause: 'wrong-credentials', found: why, isWorded: true, refusal });
  }
  if (byNumber && isPossible(byNumber)) {
    return settle(observation, { ...toldBy(byNumber, false), refusal });
  }
  return settle(observation, { cause: causeByCode(reply), refusal });
}

/**
 * Whether the words call the credential wrong. "Authentication failed" under a transient code may be any failure, unless
 * the enhanced code says "credentials invalid" (RFC 5248: x.7.8).
 */
function accuses(refusal: Refusal | undefined, reply: Reply): boolean {
  if (refusal !== 'failed' || severityOf(reply) !== 'transient') return refusal !== undefined;
  return reply.enhanced === '4.7.8';
}

/** A server cannot have judged a credential that it has not seen, whatever its words. */
function canBeJudged(found: Found | undefined, credentialSent: boolean): boolean {
  return found?.row.cause !== 'wrong-credentials' || credentialSent;
}

/**
 * A row for "authentication failed" knows less than the words behind it: `authentication failed: your message looks like
 * spam` is about the spam. Words inside of what the row itself recognised are nothing new.
 */
function speaksOfMore({ byOwnWords: own, byWords: other }: Candidates, text: string): boolean {
  if (!own || !other || !ABOUT_CREDENTIAL.has(own.row.cause)) return false;
  if (ABOUT_CREDENTIAL.has(other.row.cause)) return false;
  const [known, news] = [own.row.text?.exec(text), other.row.text?.exec(text)];
  if (!known || !news) return false;
  return news.index < known.index || news.index + news[0].length > known.index + known[0].length;
}

/**
 * Software says "authentication failed" for whatever its login service says behind it. Where those are words that nobody
 * knows, a wrong password is only one of the possible reasons.
 */
function isVague({ row, family }: Found, text: string): boolean {
  if ('hosts' in family || row.cause !== 'wrong-credentials' || !row.text) return false;
  return !saysNothing(text.replace(row.text, ' '));
}

/** The replies to AUTH that speak of the command or the channel, not of the credential (RFC 4954 section 6). */
const CAUSE_OF_CODE: ReadonlyMap<number, ReplyCause> = new Map([
  [500, 'unexpected-reply'],
  [501, 'unexpected-reply'],
  [502, 'mechanism-refused'],
  [503, 'unexpected-reply'],
  [504, 'mechanism-refused'],
  [523, 'tls-required'],
  [530, 'tls-required'],
  [538, 'tls-required'],
] as const);

function causeByCode(reply: Reply): ReplyCause {
  const known = CAUSE_OF_CODE.get(reply.code);
  if (known) return known;
  const severity = severityOf(reply);
  if (severity === 'transient') return 'temporary-failure';
  return severity === 'permanent' ? 'credential-refused' : 'unexpected-reply';
}
