import type { ReplyCause } from '../model/cause.ts';
import { type Reply, replyText, severityOf } from '../model/reply.ts';
import { judgeLogin } from './login-refusal.ts';
import { findRowsFor, type Judgement, type Refused, settle, toldBy } from './reply-verdict.ts';

/** Judges the reply that stopped a conversation, by where it came. */
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

/** MAIL and RCPT: the login was accepted, and what is refused is the sender, the recipient or the amount. */
function judgeSending(observation: Refused): Judgement {
  const { byOwnWords, byWords, byCompanyNumber, byNumber } = findRowsFor(observation);
  const found = byOwnWords ?? byWords ?? byCompanyNumber ?? byNumber;
  if (found && AFTER_LOGIN.has(found.row.cause)) {
    return settle(observation, toldBy(found, found.row.text !== undefined));
  }
  const why = found?.row.cause === 'tls-required' ? {} : { found };
  return settle(observation, { cause: causeOfSending(observation), ...why });
}

/** MAIL and RCPT say themselves what was refused; a row only adds why. */
function causeOfSending({ reply, failure }: Refused): ReplyCause {
  const severity = severityOf(reply);
  if (severity !== 'permanent') {
    return severity === 'transient' ? 'temporary-failure' : 'unexpected-reply';
  }
  const isSender = failure?.command === 'MAIL' || speaksOfSender(reply);
  return isSender ? 'sender-refused' : 'recipient-refused';
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
