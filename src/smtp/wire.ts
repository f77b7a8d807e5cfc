import type { Socket } from 'node:net';
import type { Account } from '../model/account.ts';
import { Failure } from '../model/failure.ts';
import type { TlsFacts } from '../model/observation.ts';
import type { Reply } from '../model/reply.ts';
import type { ChannelBinding } from '../sasl/mechanism.ts';
import { networkFailure, tlsFailure } from './network-failure.ts';
import { ReplyReader } from './reply-reader.ts';
import { type Connect, SocketWatch } from './tcp.ts';
import { type HandshakeManner, openChannel, prepareChannel } from './tls/channel.ts';

/** A command may hold printable ASCII only (RFC 5321 section 4.1.2): no CR, LF or NUL can be smuggled in. */
const COMMAND = /^[\x20-\x7e]*$/;

/**
 * The one place that touches the network: commands out, replies in, the change to TLS. It reads on
 * demand only, so a flood stays in the kernel, and it holds laws 3 and 4 of the design: no credential
 * outside verified TLS, and an empty buffer before every command.
 */
export class Wire {
  readonly #account: Account;
  readonly #signal: AbortSignal;
  readonly #watch: SocketWatch;
  #socket: Socket;
  #reader = new ReplyReader(true);
  #isEncrypted = false;
  #tls: TlsFacts<string> | undefined;
  #readBinding: (() => ChannelBinding | undefined) | undefined; // of a verified channel only

  private constructor(account: Account, socket: Socket, signal: AbortSignal) {
    this.#account = account;
    this.#signal = signal;
    this.#socket = socket;
    this.#watch = new SocketWatch(signal);
    this.#watch.listen(socket, networkFailure);
  }

  /** Connects over TCP. The reason of `signal`, which ends everything, is what waiting calls throw. */
  static async open(account: Account, connect: Connect, signal: AbortSignal): Promise<Wire> {
    signal.throwIfAborted();
    const socket = await connect(() => {
      if (account.tlsMode === 'implicit') prepareChannel(account);
    });
    return new Wire(account, socket, signal);
  }

  get remoteAddress(): string | undefined {
    return this.#socket.remoteAddress;
  }

  get localAddress(): string | undefined {
    return this.#socket.localAddress;
  }

  /** What the server's certificate said, also when it was refused. */
  get tls(): TlsFacts<string> | undefined {
    return this.#tls;
  }

  /** What binds a login to the verified TLS channel; computed only when it is read. */
  get channelBinding(): ChannelBinding | undefined {
    return this.#readBinding?.();
  }

  /** Makes TLS ready, to be called while an answer is on its way: it takes longer than the rest of a check. */
  prepareTls(): void {
    prepareChannel(this.#account);
  }

  /** True when bytes have come that nobody asked for. */
  get hasUnsolicitedBytes(): boolean {
    return this.#reader.pending > 0 || this.#socket.readableLength > 0;
  }

  /** True when such bytes are the server's announcement that it closes (421, RFC 5321 section 3.8). */
  get isShuttingDown(): boolean {
    return this.#reader.pendingShutdown;
  }

  /** Sends a command that holds no part of a credential. */
  send(command: string): void {
    if (!COMMAND.test(command)) throw new Error('a command must be printable ASCII');
    if (this.hasUnsolicitedBytes) throw this.#unsolicited();
    this.#socket.write(`${command}\r\n`);
  }

  /**
   * Sends AUTH or a SASL response. Law 3 stands here: only verified TLS, or the user's own consent, which
   * is for a channel that was never to become TLS and not for a TLS that failed.
   */
  sendCredential(line: string): void {
    const isVerifiedTls = this.#isEncrypted && this.#tls?.verified;
    const { tlsMode, allowCleartextAuth } = this.#account;
    const isConsented = tlsMode === 'none' && allowCleartextAuth;
    if (!isVerifiedTls && !isConsented) throw new Failure('tls-required');
    this.send(line);
  }

  /**
   * Waits for one complete reply.
   *
   * @param silenceMs after so many milliseconds without a byte the server is given up with `timed-out`
   */
  async receive(silenceMs?: number): Promise<Reply> {
    const timer = silenceMs === undefined ? undefined : setTimeout(this.#giveUp, silenceMs);
    try {
      for (;;) {
        this.#signal.throwIfAborted();
        const reply = this.#reader.next();
        if (reply) return reply;
        const chunk = this.#socket.read() as Buffer | null;
        if (chunk) this.#reader.push(chunk);
        else await this.#watch.next();
      }
    } finally {
      clearTimeout(timer);
    }
  }

  /**
   * Runs the TLS handshake and checks the certificate. Whatever was learned before is worth nothing
   * afterwards, and plaintext that came with the go-ahead is an attack (RFC 3207 section 4.2; "Why TLS
   * Is Better Without STARTTLS", USENIX Security 2021).
   */
  async secure(manner: Omit<HandshakeManner, 'signal'> = {}): Promise<void> {
    if (this.#account.tlsMode === 'none') throw new Error('this account wants no TLS');
    // Where TLS comes first, early bytes belong to the handshake: no TLS there is not an attack.
    const isBorder = this.#account.tlsMode === 'starttls';
    if (isBorder && this.hasUnsolicitedBytes) throw new Failure('starttls-injection');
    if (this.#watch.failure) throw this.#watch.failure;
    this.#watch.stopReading(this.#socket);
    const patient = { signal: this.#signal, ...manner };
    const channel = await openChannel(this.#socket, this.#account, patient);
    this.#reader = new ReplyReader(this.#reader.awaitsGreeting);
    this.#socket = channel.socket;
    this.#isEncrypted = true;
    const hasClientCertificate = this.#account.clientCertificate !== undefined;
    this.#watch.listen(channel.socket, (error) => tlsFailure(error, { hasClientCertificate }));
    this.#tls = channel.facts;
    this.#tls = channel.verify();
    this.#readBinding = channel.readBinding;
  }

  /** Sends QUIT where that is possible, waits for no reply, and lets the process end. */
  close(): void {
    this.#watch.stop();
    const socket = this.#socket;
    const isWell = !this.#watch.failure && !this.hasUnsolicitedBytes;
    if (!isWell || this.#reader.awaitsGreeting) {
      socket.destroy();
      return;
    }
    socket.write('QUIT\r\n');
    // One turn later: a stream that is destroyed while it writes builds an Error that nobody reads, and this
    // costs more than all the rest of closing.
    setImmediate(() => socket.destroy());
  }

  #unsolicited(): Failure {
    const chunk = this.#socket.read() as Buffer | null;
    if (chunk) this.#reader.push(chunk);
    const reply = this.isShuttingDown ? this.#reader.next() : undefined;
    return reply ? new Failure('refused', { reply }) : new Failure('unsolicited-bytes');
  }

  readonly #giveUp = (): void => {
    if (this.#reader.pending > 0) return;
    this.#watch.fail(new Failure('timed-out'));
  };
}
