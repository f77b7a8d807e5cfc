import type { Account } from '../model/account.ts';
import { Failure } from '../model/failure.ts';
import type { StageTiming } from '../model/observation.ts';
import type { Reply } from '../model/reply.ts';
import type { AccessToken, ObtainToken } from '../model/token-facts.ts';
import type { Stage } from '../model/verdict.ts';
import { type Deadline, within } from '../platform/clock.ts';
import type { Redacted } from '../safety/redact.ts';
import type { AccountSecrets } from '../safety/secrets.ts';
import { Route } from './route.ts';
import type { Transcript } from './transcript.ts';
import type { Wire } from './wire.ts';

/** What the exchange has found out so far; the observation is made of it whether it ends well or not. */
export interface Findings {
  stage?: Stage;
  banner?: string;
  offered: readonly string[];
  mechanism?: string;
  authBeforeTls?: boolean;
  authSent: boolean;
  credentialSent: boolean;
  serverReason?: string;
  /** The 235 that accepted the login. */
  accepted?: Reply;
  wire?: Wire;
  address?: string;
  smallClientHello?: true;
  masked?: true;
  readonly stages: StageTiming[];
}

/** What one attempt is run with. */
export interface ConversationTools {
  readonly transcript: Transcript;
  readonly secrets: AccountSecrets;
  readonly deadline: Deadline;
  /** Milliseconds since the start of the attempt. */
  readonly now: () => number;
}

/** Wraps `Wire` with transcript, timings and redaction for one attempt. */
export class Conversation {
  readonly account: Account;
  readonly secrets: AccountSecrets;
  readonly deadline: Deadline;
  readonly route: Route;
  /** Of the newest connection; what an earlier one said is forgotten. */
  findings: Findings = { offered: [], authSent: false, credentialSent: false, stages: [] };
  readonly #transcript: Transcript;
  readonly #now: () => number;
  #obtain: ObtainToken | undefined;
  #token: AccessToken | undefined;
  #last: { raw: Reply; redacted: Reply<Redacted> } | undefined;

  constructor(account: Account, { transcript, secrets, deadline, now }: ConversationTools) {
    this.account = account;
    this.secrets = secrets;
    this.#transcript = transcript;
    this.deadline = deadline;
    this.route = new Route(account, deadline);
    this.#now = now;
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

  /** The access token that was fetched. */
  get token(): AccessToken | undefined {
    return this.#token;
  }

  /** The stage before the first: gets the access token that the account is checked with. */
  async fetchToken(obtain: ObtainToken): Promise<void> {
    this.#obtain = obtain;
    await this.stage('token', async () => {
      const { signal } = this.deadline;
      signal.throwIfAborted();
      const learn = (secret: string): void => {
        this.secrets.learn(secret);
      };
      this.#token = await obtain({ signal, learn });
      learn(this.#token.value);
      this.note('access token fetched');
    });
  }

  /** Fetches the access token again where its life has ended while the server took its time. */
  async renewToken(): Promise<void> {
    if (this.#obtain && this.#token?.isStale()) await this.fetchToken(this.#obtain);
  }

  /** Whether the access token's own life is over, so that its refusal says nothing. */
  get isTokenExpired(): boolean {
    return this.#token?.isExpired() ?? false;
  }

  /** Waits for work that knows no deadline, until the deadline. */
  within<T>(work: Promise<T> | T): Promise<T> {
    return within(this.deadline.signal, work);
  }

  note(text: string): void {
    this.#transcript.note(this.secrets.redactFact(text));
  }

  /** True once the time is over or the check was cancelled. */
  get isOver(): boolean {
    return this.deadline.signal.aborted;
  }

  get wire(): Wire {
    if (!this.findings.wire) throw new Error('there is no connection yet');
    return this.findings.wire;
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

  /**
   * Waits for a reply and writes it down, redacted; what it returns is as it came.
   *
   * @param silenceMs after so many milliseconds without a byte the server is given up
   */
  async receive(silenceMs?: number): Promise<Reply> {
    try {
      const reply = await this.wire.receive(silenceMs);
      this.#transcript.server(this.redactReply(reply));
      return reply;
    } catch (error) {
      if (error instanceof Failure && error.detail) {
        this.note(`not a reply: ${this.secrets.redact(error.detail)}`);
      }
      throw error;
    }
  }

  /** Redacts a reply as one text, so that a secret split over its lines is found too. */
  redactReply(reply: Reply): Reply<Redacted> {
    if (this.#last?.raw === reply) return this.#last.redacted;
    const text = this.secrets.redact(reply.lines.join('\n'));
    const redacted = { ...reply, lines: text.split('\n') as Redacted[] };
    this.#last = { raw: reply, redacted };
    return redacted;
  }
}
