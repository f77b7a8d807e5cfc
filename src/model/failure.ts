import type { Problem } from './cause.ts';
import type { ProxyFailure } from './mail-proxy.ts';
import type { Reply } from './reply.ts';
import type { TokenFailure } from './token-facts.ts';

/** The commands whose refusals are told apart. */
export type SmtpCommand = 'EHLO' | 'STARTTLS' | 'AUTH' | 'MAIL' | 'RCPT';

/** A fatal alert of TLS (RFC 8446 section 6). */
export interface TlsAlert {
  readonly number: number;
  /** As the RFC names it, such as `handshake_failure`. */
  readonly name: string;
}

/** What a Failure may carry beside its problem. */
export interface FailureFacts {
  readonly reply?: Reply;
  /** The SMTP command that the reply answers. */
  readonly command?: SmtpCommand;
  /** The machine's name for what went wrong: a code of Node, OpenSSL, OAuth or Entra such as `ECONNREFUSED`. */
  readonly code?: string;
  /** The other side's or the platform's own words. Hostile. */
  readonly detail?: string;
  readonly alert?: TlsAlert;
  /** For a handshake that failed: whether the server had sent any byte of TLS. */
  readonly tlsBytes?: boolean;
  /** What is known of a request for an access token. */
  readonly token?: TokenFailure;
  /** What is known of a proxy that did not connect to the mail server. */
  readonly proxy?: ProxyFailure;
  readonly cause?: unknown;
}

/** Thrown inside a check, caught once in `check()`. It says what happened, never what it means. */
export class Failure extends Error {
  override readonly name = 'Failure';
  readonly problem: Problem;
  readonly reply: Reply | undefined;
  readonly command: SmtpCommand | undefined;
  readonly code: string | undefined;
  readonly detail: string | undefined;
  readonly alert: TlsAlert | undefined;
  readonly tlsBytes: boolean | undefined;
  readonly token: TokenFailure | undefined;
  readonly proxy: ProxyFailure | undefined;

  constructor(problem: Problem, facts: FailureFacts = {}) {
    super(problem, { cause: facts.cause });
    this.problem = problem;
    this.reply = facts.reply;
    this.command = facts.command;
    this.code = facts.code;
    this.detail = facts.detail;
    this.alert = facts.alert;
    this.tlsBytes = facts.tlsBytes;
    this.token = facts.token;
    this.proxy = facts.proxy;
  }
}

/** What is wrong with an input: decisions are made by this, never by the words of a message. */
export type InputFaultKind =
  /** It is empty or not given. */
  | 'missing'
  /** Its value has the wrong form. */
  | 'invalid'
  /** It cannot be combined with another input that is given. */
  | 'conflict'
  /** There is no such input or key. */
  | 'unknown';

/** One thing that is wrong with one input. */
export interface InputFault {
  /** The input's name; in a list of accounts a key, which need not be an input. */
  readonly input: string;
  readonly kind: InputFaultKind;
  /** A whole sentence that names the input and never holds a secret. */
  readonly message: string;
  /** The input and the fault in a few words, for a heading: `"host" is a URL`. It repeats no value, since headings are not masked. */
  readonly title: string;
}

/** The system's codes for a process that may open no more files, and for a machine without memory for a connection. */
const LOCAL_LIMITS: ReadonlySet<string> = new Set(['EMFILE', 'ENFILE', 'ENOBUFS', 'ENOMEM']);

/** Whether a connection failed because this machine had nothing left for it, which tells nothing of the server. */
export function isLocalLimit(code: string | undefined): boolean {
  return code !== undefined && LOCAL_LIMITS.has(code);
}
