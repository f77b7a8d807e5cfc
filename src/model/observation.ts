import type { Redacted } from '../safety/redact.ts';
import type { Cause, Problem } from './cause.ts';
import type { SmtpCommand, TlsAlert, InputFault } from './failure.ts';
import type { ProxyFailure } from './mail-proxy.ts';
import type { Reply } from './reply.ts';
import type { Subject } from './subject.ts';
import type { TokenFailure } from './token-facts.ts';
import type { Stage, Verdict } from './verdict.ts';

/** Who speaks: the client, the server, or the check itself about an event between them. */
export type Speaker = 'C' | 'S' | '--';

/** One line of what was said. */
export interface TranscriptLine {
  readonly speaker: Speaker;
  readonly text: Redacted;
  /** Milliseconds since the start of the attempt. */
  readonly atMs: number;
}

/** A stage that was entered; times in milliseconds from the start of the attempt. */
export interface StageTiming {
  readonly stage: Stage;
  readonly startMs: number;
  readonly durationMs: number;
}

/** Why a conversation stopped before its end. */
export interface ObservedFailure {
  readonly problem: Problem;
  /** The SMTP command that the reply answers. */
  readonly command?: SmtpCommand;
  /** The machine's name for it: a code of Node, OpenSSL, OAuth or Entra such as `ECONNREFUSED`. */
  readonly code?: string;
  /** The other side's or the platform's own words. */
  readonly detail?: Redacted;
  /** The alert with which the server ended TLS. */
  readonly alert?: TlsAlert;
  /** For a handshake that failed: whether the server had sent any byte of TLS. */
  readonly tlsBytes?: boolean;
  /** What is known of a request for an access token that failed. */
  readonly token?: TokenFailure<Redacted>;
  /** What is known of a proxy that did not connect to the mail server. */
  readonly proxy?: ProxyFailure;
  /** What is wrong with the inputs, one by one. */
  readonly faults?: readonly InputFault[];
}

/** Why an account was not tried although nothing is wrong with it: what its host or proxy answered to other accounts. */
export interface Skipped {
  readonly reason: 'host-throttles' | 'host-silent' | 'proxy-fails';
  readonly verdict: Verdict;
  readonly cause: Cause;
  /** What the host answered, or why it did not. */
  readonly said: string;
}

/** An address of the host to which a connection was tried. */
export interface TriedAddress {
  readonly address: string;
  /** Why the next address was tried, or why the conversation ended here; absent for the one that was used. */
  readonly problem?: Problem;
}

/** Proof of a login: a complete 235 to our own AUTH. `smtp/auth.ts` alone makes one. */
export interface Acceptance {
  readonly reply: Reply<Redacted>;
}

/**
 * What one conversation found out: what was reached, what was said, what went wrong. It holds no secret, since texts
 * are redacted when they are read, and no judgement, which is the business of `diagnosis/`.
 */
export interface Observation {
  readonly account: Subject;
  /** Present once the login was accepted; a failure beside it came after the login. */
  readonly acceptance?: Acceptance;
  readonly failure?: ObservedFailure;
  readonly skipped?: Skipped;
  /** Where the conversation stopped; absent when nothing was tried. */
  readonly stage?: Stage;
  /** The reply that decided. */
  readonly reply?: Reply<Redacted>;
  /** The text of the server's greeting. */
  readonly banner?: Redacted;
  /** The address that answered or, when none did, the one that the failure is about. */
  readonly address?: string;
  /** Every address that was tried, in order, when the first one was not the one that answered. */
  readonly addresses?: readonly TriedAddress[];
  /** True when the server only answered a small ClientHello, so programs with post-quantum TLS fail there. */
  readonly smallClientHello?: boolean;
  /** True when a device on the way has overwritten the greeting or capabilities (`****`, `XXXXXXXA`). */
  readonly masked?: boolean;
  readonly offered: readonly string[];
  readonly mechanism?: string;
  /** True when the server offers login before STARTTLS, where a careless client sends it as plaintext. */
  readonly authBeforeTls?: boolean;
  /** True once AUTH has been sent; from then on a silent end may have been a failed login. */
  readonly authSent: boolean;
  /** True once the server has the whole credential; before that it cannot have judged it. */
  readonly credentialSent: boolean;
  /** The server's word inside the exchange for why it refused, such as `invalid_token`. */
  readonly serverReason?: Redacted;
  /** True when the access token's own lifetime was over by the time the server answered, so that a refusal proves nothing. */
  readonly tokenExpired?: true;
  readonly tls?: TlsFacts;
  readonly stages: readonly StageTiming[];
  readonly durationMs: number;
  readonly transcript: readonly TranscriptLine[];
}

/** The observation of an account for which no connection was made. */
export function notTried(
  account: Subject,
  why: Pick<Observation, 'failure'> | Pick<Observation, 'skipped'>,
): Observation {
  return {
    account,
    ...why,
    offered: [],
    authSent: false,
    credentialSent: false,
    stages: [],
    durationMs: 0,
    transcript: [],
  };
}

/** The certificate of a chain that failed the check, which is not always the server's own. */
export interface FailedCertificate<Text extends string = Redacted> {
  readonly subject: Text;
  readonly issuer: Text;
  /** 0 is the server's own certificate, 1 the one that signed it, and so on. */
  readonly depth: number;
  readonly validFrom: Date;
  readonly validTo: Date;
}

/** What the server's certificate and channel are. `Text` is hostile text, or redacted text. */
export interface TlsFacts<Text extends string = Redacted> {
  readonly version: string;
  readonly cipher: string;
  readonly issuer: Text;
  readonly names: readonly Text[];
  readonly validFrom: Date;
  readonly validTo: Date;
  /** SHA-256 of the certificate, 64 lower-case hex digits. */
  readonly fingerprint: string;
  /** True when the certificate passed the account's policy; false on a certificate failure. */
  readonly verified: boolean;
  /** Present when the check failed and the certificate that failed could be told. */
  readonly failedCertificate?: FailedCertificate<Text>;
}
