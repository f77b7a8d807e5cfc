import type { ReplyCause } from '../model/cause.ts';
import type { Observation } from '../model/observation.ts';
import { type Reply, replyText, severityOf } from '../model/reply.ts';
import type { Verdict } from '../model/verdict.ts';
import { type Candidates, type Found, findRows } from './match.ts';
import { VERDICT_OF_CAUSE } from './verdicts.ts';
import type { Refusal } from './vocabulary.ts';

/** What a reply means that is not the success of its stage. */
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

/** An observation with the reply that stopped it. */
export type Refused = Observation & { readonly reply: Reply };

/** A judgement before what depends on mechanism, channel and severity. */
export type Told = Partial<Judgement> & Pick<Judgement, 'cause'>;

export function toldBy(found: Found, isWorded: boolean): Told {
  return { cause: found.row.cause, found, isWorded };
}

/** Completes a judgement with what depends on mechanism, channel and severity. */
export function settle(observation: Refused, told: Told): Judgement {
  const { found, isWorded = false, refusal } = told;
  const cause = fitCause(told.cause, observation);
  // A row about a wrong pair still explains a wrong token; one about missing TLS explains nothing inside TLS.
  const isExplained = cause === told.cause || told.cause === 'wrong-credentials';
  return {
    cause,
    verdict: verdictOf(cause, isWorded, observation),
    found: isExplained ? found : undefined,
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

/** The rows that can explain the observation's reply. */
export function findRowsFor({ account, banner, stage = 'auth', reply }: Refused): Candidates {
  const { code, enhanced } = reply;
  return findRows({ host: account.host, banner, stage, code, enhanced, text: replyText(reply) });
}
