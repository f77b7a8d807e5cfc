import type { ReplyCause } from '../model/cause.ts';
import type { Observation } from '../model/observation.ts';
import { type Reply, replyText, severityOf } from '../model/reply.ts';
import type { Verdict } from '../model/verdict.ts';
import { type Found, findRows } from './match.ts';
import { VERDICT_OF_CAUSE } from './verdicts.ts';
import { readRefusal, type Refusal } from './vocabulary.ts';

/**
 * What a reply means that is not the success of its stage. Words beat numbers: the words of a company or a server
 * software first, then words that mean the same everywhere, then plain refusals, and bare numbers last.
 */
export interface Judgement {
  readonly cause: ReplyCause;
  readonly verdict: Verdict;
  /** The row that explains the reply, where one does. */
  readonly found: Found | undefined;
  /** Whether the cause was told by words and not by a number. */
  readonly isWorded: boolean;
  /** How the text calls the credential wrong, where it does. */
  readonly refusal: Refusal | undefined;
}

type Refused = Observation & { readonly reply: Reply };

/** @param observation one with a reply that stopped it */
export function judgeReply(observation: Refused): Judgement {
  const { stage, failure } = observation;
  if (speaksOfEhloName(observation)) return settle(observation, { cause: 'ehlo-refused' });
  if (failure?.command === 'AUTH') return judgeLogin(observation);
  if (stage === 'mail') return judgeSending(observation);
  const { byOwnWords, byWords } = findRowsFor(observation);
  const found = byOwnWords ?? byWords;
  const isTold = found !== undefined && BEFORE_LOGIN.has(found.row.cause);
  return settle(observation, isTold ? toldBy(found, true) : { cause: causeByStage(observation) });
}

/** What a reply before the login can be about, whatever it says else. */
const BEFORE_LOGIN: ReadonlySet<ReplyCause> = new Set([
  ...(['client-address-refused', 'throttled', 'temporary-failure', 'starttls-refused'] as const),
  ...(['service-refused', 'ehlo-refused', 'unexpected-reply', 'tls-required'] as const),
]);

function causeByStage({ stage, reply }: Refused): ReplyCause {
  if (stage === 'starttls' && reply.code !== 421) return 'starttls-refused';
  const severity = severityOf(reply);
  if (severity === 'transient') return 'temporary-failure';
  if (severity !== 'permanent') return 'unexpected-reply';
  return stage === 'greeting'
    ? 'service-refused'
    : stage === 'ehlo'
      ? 'ehlo-refused'
      : 'unexpected-reply';
}

function findRowsFor({ account, banner, stage = 'auth', reply }: Refused) {
  const { code, enhanced } = reply;
  return findRows({ host: account.host, banner, stage, code, enhanced, text: replyText(reply) });
}

/** The causes that call the credential itself wrong. */
const ABOUT_CREDENTIAL: ReadonlySet<ReplyCause> = new Set([
  'credential-refused',
  'wrong-credentials',
  'access-token-refused',
  'ambiguous-refusal',
]);

function judgeLogin(observation: Refused): Judgement {
  const { reply } = observation;
  const refusal = readRefusal(replyText(reply));
  const { byOwnWords, byWords, byCompanyNumber, byNumber } = findRowsFor(observation);
  const own = byOwnWords && isPossible(byOwnWords, observation) ? byOwnWords : undefined;
  const other = byWords && !ABOUT_CREDENTIAL.has(byWords.row.cause) ? byWords : undefined;
  if (own && !(other && saysMore(other, own, replyText(reply)))) {
    return settle(observation, { ...toldBy(own, true), refusal });
  }
  if (byWords && isPossible(byWords, observation)) {
    return settle(observation, { ...toldBy(byWords, true), refusal });
  }
  if (byCompanyNumber && isPossible(byCompanyNumber, observation)) {
    return settle(observation, { ...toldBy(byCompanyNumber, false), refusal });
  }
  if (refusal && observation.credentialSent) {
    return settle(observation, { cause: 'wrong-credentials', isWorded: true, refusal });
  }
  if (byNumber && isPossible(byNumber, observation)) {
    return settle(observation, { ...toldBy(byNumber, false), refusal });
  }
  return settle(observation, { cause: causeByCode(reply), refusal });
}

/** A server cannot have judged a credential that it has not seen, whatever its words. */
function isPossible({ row }: Found, { credentialSent }: Observation): boolean {
  return row.cause !== 'wrong-credentials' || credentialSent;
}

/**
 * A row for "authentication failed" knows less than the words behind it: `authentication failed: your message looks like
 * spam` is about the spam. Words inside of what the row itself recognised are no news.
 */
function saysMore(other: Found, own: Found, text: string): boolean {
  if (!ABOUT_CREDENTIAL.has(own.row.cause)) return false;
  const [known, news] = [own.row.text?.exec(text), other.row.text?.exec(text)];
  if (!known || !news) return false;
  return news.index < known.index || news.index + news[0].length > known.index + known[0].length;
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

/** MAIL and RCPT: the login was accepted, and what is refused is the sender, the recipient or the amount. */
function judgeSending(observation: Refused): Judgement {
  const { reply, failure } = observation;
  const { byOwnWords, byWords, byCompanyNumber, byNumber } = findRowsFor(observation);
  const found = byOwnWords ?? byWords ?? byCompanyNumber ?? byNumber;
  if (found && AFTER_LOGIN.has(found.row.cause)) {
    return settle(observation, toldBy(found, found.row.text !== undefined));
  }
  const severity = severityOf(reply);
  const isSender = failure?.command === 'MAIL' || speaksOfSender(reply);
  const cause = isSender ? 'sender-refused' : 'recipient-refused';
  if (severity === 'permanent') {
    return settle(observation, { cause, ...(found && { found }) });
  }
  return settle(observation, {
    cause: severity === 'transient' ? 'temporary-failure' : 'unexpected-reply',
  });
}

/** What a row may say of a reply to MAIL or RCPT; anything else is the sender or the recipient. */
const AFTER_LOGIN: ReadonlySet<ReplyCause> = new Set([
  'quota-exceeded',
  'temporary-failure',
  'client-address-refused',
  'login-missing',
]);

/**
 * Postfix delays its refusal of the sender until RCPT TO (smtpd_delay_reject, on by default), and
 * RFC 3463 section 3.2 has two codes for a bad sender.
 */
function speaksOfSender(reply: Reply): boolean {
  const isCoded = reply.enhanced === '5.1.7' || reply.enhanced === '5.1.8';
  return isCoded || /\bsender\b/i.test(replyText(reply));
}

/** Words about the name that the client gave with EHLO, which some servers check only at MAIL or RCPT. */
const EHLO_NAME =
  /\b(helo|ehlo)\b.{0,60}\b(reject|refus|invalid|not (valid|accept|found|allow|resolv)|require|need|must|bad|denied|unknown|mismatch|does not|doesn.t|verif|argument|host ?name|name|fqdn)|\b(invalid|bad|refus\w*|reject\w*|illegal|malformed|unacceptable|forged|your)\b.{0,30}\b(helo|ehlo)\b|\bneed fully[- ]qualified host ?name\b|\bfully[- ]qualified\b.{0,40}\bhost ?name/i;

function speaksOfEhloName({ stage, reply }: Refused): boolean {
  if (stage !== 'ehlo' && stage !== 'mail' && stage !== 'auth') return false;
  const text = replyText(reply);
  return (
    EHLO_NAME.test(text) &&
    !/\b(helo|ehlo)\b.{0,20}\bfirst\b|\bsend (hello|helo|ehlo)\b/i.test(text)
  );
}

type Told = Partial<Judgement> & Pick<Judgement, 'cause'>;

function toldBy(found: Found, isWorded: boolean): Told {
  return { cause: found.row.cause, found, isWorded };
}

/** Completes a judgement with what depends on mechanism, channel and severity. */
function settle(observation: Refused, told: Told): Judgement {
  const { found, isWorded = false, refusal } = told;
  const cause = fitCause(told.cause, observation);
  const isKept = cause === told.cause;
  return {
    cause,
    verdict: verdictOf(cause, isWorded, observation),
    found: isKept ? found : undefined,
    isWorded,
    refusal,
  };
}

/** What a refused pair is called where the secret is not a password. */
const CAUSE_OF_MECHANISM: ReadonlyMap<string, ReplyCause> = new Map([
  ['XOAUTH2', 'access-token-refused'],
  ['OAUTHBEARER', 'access-token-refused'],
  ['EXTERNAL', 'credential-refused'],
] as const);

function fitCause(cause: ReplyCause, { tls, mechanism = '', reply }: Refused): ReplyCause {
  if (cause === 'wrong-credentials') return CAUSE_OF_MECHANISM.get(mechanism) ?? cause;
  // Inside verified TLS nothing is missing: the reply does not belong here, whatever it asks for.
  if (cause === 'tls-required' && tls?.verified) {
    return reply.code === 502 || reply.code === 504 ? 'mechanism-refused' : 'unexpected-reply';
  }
  return cause;
}

/** What is final under a transient code too, when the server's words say it: waiting does not change it. */
const FINAL: ReadonlySet<ReplyCause> = new Set([
  ...(['wrong-credentials', 'access-token-refused', 'credential-refused'] as const),
  ...(['smtp-auth-disabled', 'app-password-required', 'oauth-required'] as const),
  ...(['password-change-required', 'login-malformed'] as const),
]);

/** A verdict says what the reply means for the credential, so a transient code weighs less than plain words. */
function verdictOf(cause: ReplyCause, isWorded: boolean, observation: Refused): Verdict {
  const { reply, stage, failure } = observation;
  const isTransient = severityOf(reply) === 'transient';
  if (stage === 'mail') {
    if (cause === 'unexpected-reply') return 'protocol';
    return isTransient ? 'temporary' : 'unsupported';
  }
  if (failure?.command !== 'AUTH') return verdictBeforeLogin(cause, observation);
  if (cause === 'login-malformed' && isAboutCommand(reply)) return 'protocol';
  const verdict = VERDICT_OF_CAUSE[cause];
  if (verdict !== 'rejected' || !isTransient) return verdict;
  return isWorded && FINAL.has(cause) ? 'rejected' : 'temporary';
}

function verdictBeforeLogin(cause: ReplyCause, { stage, reply }: Refused): Verdict {
  if (cause !== 'client-address-refused') return VERDICT_OF_CAUSE[cause];
  return severityOf(reply) === 'transient' && stage !== 'greeting' ? 'temporary' : 'unreachable';
}

/** 500 and 501 are about the command (RFC 5321 section 4.2.2), unless the words are about the credential. */
function isAboutCommand(reply: Reply): boolean {
  const isSyntax = reply.code === 500 || reply.code === 501 || reply.code === 503;
  return (
    isSyntax &&
    !/\b(user ?name|user|login|password|e-?mail|account|mailbox|credential)/i.test(replyText(reply))
  );
}
