import type { AccessToken } from '../model/access-token.ts';
import type { Account } from '../model/account.ts';
import { Failure } from '../model/failure.ts';
import type { StageTiming } from '../model/observation.ts';
import type { Reply } from '../model/reply.ts';
import type { Stage } from '../model/verdict.ts';
import { type Deadline, within } from '../platform/deadline.ts';
import type { Redacted } from '../safety/redact.ts';
import type { AccountSecrets } from '../safety/secrets.ts';
import type { Credential } from '../sasl/mechanism.ts';
import { Route } from './route.ts';
import type { Transcript } from './transcript.ts';
import { Wire } from './wire.ts';

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

/** Fetches an access token; `learn` is told of every secret on the way. */
export type ObtainToken = (tools: {
  readonly signal: AbortSignal;
  readonly learn: (secret: string) => void;
}) => Promise<AccessToken>;

/** What one attempt is run with. */
export interface ConversationTools {
  readonly transcript: Transcript;
  readonly secrets: AccountSecrets;
  readonly deadline: Deadline;
  /** Milliseconds since the start of the attempt. */
  readonly now: () => number;
}

/** How a TLS handshake is begun. */
export interface Hello {
  /** With a ClientHello that fits into one segment. */
  readonly isSmall?: boolean;
  /** When the server does not answer it, another connection follows and needs its share of the time. */
  readonly mayRepeat?: boolean;
}

/** Wraps `Wire` with transcript, timings and redaction for one attempt. */
export class Conversation {
  readonly account: Account;
  readonly secrets: AccountSecrets;
  readonly route: Route;
  findings: Findings = { offered: [], authSent: false, credentialSent: false, stages: [] };
  readonly #transcript: Transcript;
  readonly #deadline: Deadline;
  readonly #now: () => number;
  #obtain: ObtainToken | undefined;
  #token: AccessToken | undefined;
  #last: { raw: Reply; redacted: Reply<Redacted> } | undefined;

  constructor(account: Account, { transcript, secrets, deadline, now }: ConversationTools) {
    this.account = account;
    this.secrets = secrets;
    this.#transcript = transcript;
    this.#deadline = deadline;
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

  /** What is to be proved to the server. */
  get credential(): Credential {
    const { username, credential } = this.account;
    switch (credential.kind) {
      case 'password':
        return { kind: 'password', username, password: credential.password };
      case 'access-token':
        return { kind: 'token', username, token: credential.accessToken };
      case 'token-request':
        return { kind: 'token', username, token: this.#token?.value ?? '' };
      case 'client-certificate':
        return { kind: 'certificate', username };
    }
  }

  /** The stage before the first: gets the access token that the account is checked with. */
  async fetchToken(obtain: ObtainToken): Promise<void> {
    this.#obtain = obtain;
    await this.stage('token', async () => {
      const { signal } = this.#deadline;
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
    return within(this.#deadline.signal, work);
  }

  note(text: string): void {
    this.#transcript.note(this.secrets.redactFact(text));
  }

  /** True once the time is over or the check was cancelled. */
  get isOver(): boolean {
    return this.#deadline.signal.aborted;
  }

  /** Connects to the next address of the host. */
  open(): Promise<void> {
    return this.#connect(false);
  }

  /** Connects to the same address once more. */
  openAgain(): Promise<void> {
    return this.#connect(true);
  }

  async #connect(isRepeated: boolean): Promise<void> {
    this.findings.wire?.close();
    // What an earlier connection said is forgotten.
    const { stages, stage = 'connect' } = this.findings;
    this.findings = { stages, stage, offered: [], authSent: false, credentialSent: false };
    const wire = await Wire.open(
      this.account,
      (onAttempt) => this.route.connect(isRepeated, onAttempt),
      this.#deadline.signal,
    );
    this.findings.wire = wire;
    this.note(`connected to ${wire.remoteAddress ?? 'the server'}`);
  }

  /**
   * Leaves an address that accepted the connection and then said nothing or closed it.
   *
   * @returns whether another address may be tried
   */
  leaveAddress(failure: Failure): boolean {
    const { stage = 'connect', wire } = this.findings;
    const { problem, tlsBytes } = failure;
    const hasLeft = problem === 'connection-lost' || problem === 'timed-out';
    const mayLeave = wire !== undefined && hasLeft && tlsBytes !== true && !this.isOver;
    const hasNext = this.route.fail(failure, stage) && mayLeave;
    if (hasNext) this.note(`no greeting from ${this.route.address ?? ''}: trying the next address`);
    return hasNext;
  }

  /** The failure of the address that got furthest; the stage becomes that one. */
  mostTelling(failure: Failure): Failure {
    const telling = this.isOver ? undefined : this.route.mostTelling;
    if (!telling) return failure;
    Object.assign(this.findings, { stage: telling.stage, address: telling.address });
    return telling.failure;
  }

  get wire(): Wire {
    if (!this.findings.wire) throw new Error('open() comes first');
    return this.findings.wire;
  }

  async secure({ isSmall, mayRepeat = false }: Hello): Promise<void> {
    const mayLeave = this.findings.banner === undefined && this.route.hasMore;
    const { remainingMs } = this.#deadline;
    const shareMs = mayLeave ? this.route.shareMs : remainingMs();
    const silenceMs = mayRepeat ? shareMs / 2 : shareMs;
    await this.wire.secure({ isSmall, ...((mayRepeat || mayLeave) && { silenceMs }) });
    const { version, cipher } = this.wire.tls ?? {};
    this.note(`TLS established: ${version ?? '?'}, ${cipher ?? '?'}`);
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

  /** Waits for the greeting, while other addresses are left with a share of the time. */
  receiveGreeting(): Promise<Reply> {
    return this.receive(this.route.hasMore ? this.route.shareMs : undefined);
  }

  /** Waits for a reply and writes it down, redacted; what it returns is as it came. */
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
