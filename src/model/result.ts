import type { Reply } from '../smtp/reply-reader.ts';
import type { TranscriptLine } from '../smtp/transcript.ts';
import type { Account } from './account.ts';
import type { Problem } from './failure.ts';

/** The result of an account for which no connection was made. */
export function notTried(account: Account, verdict: Verdict, trouble: Trouble): Result {
  return {
    account: subjectOf(account),
    verdict,
    trouble,
    offered: [],
    authSent: false,
    credentialSent: false,
    stages: [],
    durationMs: 0,
    transcript: [],
    earlierTries: [],
  };
}

/** The closed set of verdicts, best first. For several accounts the worst one stands for all. */
export const VERDICTS = [
  'accepted',
  'rejected',
  'temporary',
  'timeout',
  'unreachable',
  'tls',
  'protocol',
  'unsupported',
  'config',
  'cancelled',
] as const;

export type Verdict = (typeof VERDICTS)[number];

/** Where in the exchange something happened, in the order of the exchange. */
export const STAGES = [
  'token',
  'connect',
  'greeting',
  'ehlo',
  'starttls',
  'tls',
  'auth',
  'mail',
  'quit',
] as const;

export type Stage = (typeof STAGES)[number];

/** A stage that was entered; times in milliseconds from the start of the try. */
export interface StageTiming {
  readonly stage: Stage;
  readonly startMs: number;
  readonly durationMs: number;
}

/** What the server proved. Names and issuer come from the certificate: hostile text. */
export interface TlsFacts {
  readonly version: string;
  readonly cipher: string;
  readonly issuer: string;
  readonly names: readonly string[];
  readonly validFrom: Date;
  readonly validTo: Date;
  /** SHA-256 of the certificate, 64 lower-case hex digits. */
  readonly fingerprint: string;
  /** True when the certificate passed the account's policy; false on a certificate failure. */
  readonly verified: boolean;
}

/** What is known about a login that did not end in `accepted`. */
export interface Trouble {
  readonly problem: Problem;
  readonly detail?: string;
  /** The sentences of `detail`, where wrong inputs are what it tells of. */
  readonly faults?: readonly string[];
}

/** Something that looked wrong with an input before anything was sent; it holds no part of a secret. */
export interface InputWarning {
  readonly input: string;
  /** A whole sentence. */
  readonly message: string;
}

/** An earlier try of the same account, kept so that a retry is never silent. */
export interface EarlierTry {
  readonly verdict: Verdict;
  readonly stage: Stage | undefined;
  readonly problem: Problem | undefined;
  readonly code: number | undefined;
  readonly durationMs: number;
}

/** What a report may know of the account: never the secret. */
export type Subject = Pick<
  Account,
  | 'host'
  | 'port'
  | 'username'
  | 'tlsMode'
  | 'mechanism'
  | 'certificateWarnDays'
  | 'expect'
  | 'from'
  | 'to'
>;

/** Takes out of an account what a report may know. */
export function subjectOf(account: Account): Subject {
  const { host, port, username, tlsMode, mechanism, certificateWarnDays, expect } = account;
  const { from, to } = account;
  return {
    ...{ host, port, username, tlsMode, mechanism, certificateWarnDays, expect },
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
  };
}

/** The answer for one account. It holds no secret: texts were redacted when they were read. */
export interface Result {
  readonly account: Subject;
  readonly verdict: Verdict;
  readonly trouble?: Trouble;
  /** Where the verdict fell; absent when nothing was tried. */
  readonly stage?: Stage;
  /** The reply that decided, redacted. */
  readonly reply?: Reply;
  /** The server's greeting text, redacted. */
  readonly banner?: string;
  /** The address that answered. */
  readonly address?: string;
  readonly offered: readonly string[];
  readonly mechanism?: string;
  /** True when the server offers login before STARTTLS, where a careless client sends it in clear text. */
  readonly authBeforeTls?: boolean;
  /** True once AUTH has been sent; from then on a silent end may have been a failed login. */
  readonly authSent: boolean;
  /** True once the server has the whole credential; before that it cannot have judged it. */
  readonly credentialSent: boolean;
  /** The server's word inside the exchange for why it refused, such as `invalid_token`. */
  readonly serverReason?: string;
  readonly tls?: TlsFacts;
  readonly stages: readonly StageTiming[];
  readonly durationMs: number;
  readonly transcript: readonly TranscriptLine[];
  readonly earlierTries: readonly EarlierTry[];
  readonly inputWarnings?: readonly InputWarning[];
}
