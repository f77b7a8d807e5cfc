import type { Account } from '../model/account.ts';
import { Failure } from '../model/failure.ts';
import type { Stage, StageTiming } from '../model/result.ts';
import { within } from '../platform/deadline.ts';
import { redactReply, createRedaction, type Redact } from '../safety/redact.ts';
import type { Credential } from '../sasl/mechanism.ts';
import type { Reply } from './reply-reader.ts';
import type { Transcript } from './transcript.ts';
import { Wire } from './wire.ts';

/** What the exchange has found out so far; the result is made of it whether it ends well or not. */
export interface Findings {
  stage?: Stage;
  banner?: string;
  offered: readonly string[];
  mechanism?: string;
  authBeforeTls?: boolean;
  authSent: boolean;
  credentialSent: boolean;
  serverReason?: string;
  reply?: Reply;
  wire?: Wire;
  address?: string;
  readonly stages: StageTiming[];
}

/** Fetches an access token; `learn` is told of every secret on the way. */
export type ObtainToken = (tools: {
  readonly signal: AbortSignal;
  readonly learn: (secret: string) => void;
}) => Promise<string>;

/** A spoken Wire: keeps the transcript, the stage and the clock of one try. */
export class Conversation {
  readonly account: Account;
  readonly secrets: Secrets;
  readonly findings: Findings = {
    offered: [],
    authSent: false,
    credentialSent: false,
    stages: [],
  };
  readonly #transcript: Transcript;
  readonly #signal: AbortSignal;
  readonly #now: () => number;
  #token: string | undefined;

  /** @param now milliseconds since the start of the try */
  constructor(
    account: Account,
    tools: {
      transcript: Transcript;
      signal: AbortSignal;
      now: () => number;
      onSecret: ((secret: string) => void) | undefined;
    },
  ) {
    this.account = account;
    this.#transcript = tools.transcript;
    this.#signal = tools.signal;
    this.#now = tools.now;
    this.#token = account.accessToken;
    this.secrets = new Secrets([account.password, account.accessToken], tools.onSecret);
  }

  /** Runs one stage, so that its time is kept and a failure knows where it happened. */
  async stage<T>(stage: Stage, run: () => Promise<T>): Promise<T> {
    const startMs = this.#now();
    this.findings.stage = stage;
    try {
      return await run();
    } finally {
      this.findings.stages.push({ stage, startMs, durationMs: this.#now() - startMs });
    }
  }

  /** What is to be proved to the server. */
  get credential(): Credential {
    return credentialOf(this.account, this.#token);
  }

  /** The stage before the first: gets the access token that the account is checked with. */
  async fetchToken(obtain: ObtainToken): Promise<void> {
    await this.stage('token', async () => {
      this.#signal.throwIfAborted();
      const learn = (secret: string): void => {
        this.secrets.learn(secret);
      };
      this.#token = await obtain({ signal: this.#signal, learn });
      learn(this.#token);
      this.note('access token fetched');
    });
  }

  /** Waits for work that knows no deadline, until the deadline. */
  within<T>(work: Promise<T> | T): Promise<T> {
    return within(this.#signal, work);
  }

  note(text: string): void {
    this.#transcript.note(text);
  }

  async open(): Promise<void> {
    const wire = await Wire.open(this.account, this.#signal);
    this.findings.wire = wire;
    if (wire.remoteAddress !== undefined) this.findings.address = wire.remoteAddress;
    this.#transcript.note(`connected to ${wire.remoteAddress ?? 'the server'}`);
  }

  get wire(): Wire {
    if (!this.findings.wire) throw new Error('open() comes first');
    return this.findings.wire;
  }

  async secure(): Promise<void> {
    await this.wire.secure();
    const { version, cipher } = this.wire.tls ?? {};
    this.#transcript.note(`TLS established: ${version ?? '?'}, ${cipher ?? '?'}`);
  }

  /** Sends a command without secrets and returns the reply. */
  async ask(command: string): Promise<Reply> {
    this.#transcript.client(command);
    this.wire.send(command);
    return this.receive();
  }

  /**
   * Sends AUTH or a SASL response and returns the reply.
   *
   * @param shown the line as the transcript may hold it
   */
  async askCredential(line: string, shown: string): Promise<Reply> {
    this.wire.sendCredential(line);
    this.findings.authSent = true;
    this.#transcript.client(shown);
    return this.receive();
  }

  /** Waits for a reply and writes it down, redacted; what it returns is as it came. */
  async receive(): Promise<Reply> {
    try {
      const reply = await this.wire.receive();
      this.#transcript.server(redactReply(reply, this.secrets.redact));
      return reply;
    } catch (error) {
      if (error instanceof Failure && error.detail) {
        this.#transcript.note(`not a reply: ${this.secrets.redact(error.detail)}`);
      }
      throw error;
    }
  }
}

/**
 * The one credential of an account. A client certificate beside a password or token is for TLS alone,
 * unless EXTERNAL was asked for.
 *
 * @param token the access token that was fetched for it, if one was
 */
export function credentialOf(account: Account, token = account.accessToken): Credential {
  const { username, password, clientCertificate, mechanism } = account;
  const hasNoOther = token === undefined && password === undefined;
  if (clientCertificate && (mechanism === 'EXTERNAL' || hasNoOther)) {
    return { kind: 'certificate', username };
  }
  if (token !== undefined) return { kind: 'token', username, token };
  return { kind: 'password', username, password: password ?? '' };
}

/** The secrets of one check: those it began with, and those that came into being on the way. */
export class Secrets {
  readonly #known: string[] = [];
  readonly #onLearned: ((secret: string) => void) | undefined;
  #redaction = createRedaction([]);

  /** @param onLearned told of each new secret, before it is used */
  constructor(
    given: readonly (string | undefined)[],
    onLearned: ((secret: string) => void) | undefined,
  ) {
    this.#onLearned = onLearned;
    for (const secret of given) this.#hide(secret);
  }

  /** From now on `secret` is shown nowhere, whoever repeats it. */
  learn(secret: string): void {
    this.#hide(secret);
    this.#onLearned?.(secret);
  }

  /** Takes every secret that is known by now out of a text. */
  readonly redact: Redact = (text) => this.#redaction.redact(text);

  /** The same for what is no server's free text, such as the user name. */
  readonly redactFact: Redact = (text) => this.#redaction.redactFact(text);

  #hide(secret: string | undefined): void {
    if (secret === undefined || this.#known.includes(secret)) return;
    this.#known.push(secret);
    this.#redaction = createRedaction(this.#known);
  }
}
