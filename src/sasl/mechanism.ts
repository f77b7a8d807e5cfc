/** A user name with its password. */
export interface PasswordCredential {
  readonly kind: 'password';
  readonly username: string;
  readonly password: string;
}

/** An OAuth 2.0 access token for the mailbox `username`. */
export interface TokenCredential {
  readonly kind: 'token';
  readonly username: string;
  readonly token: string;
}

/** A client certificate, shown in the TLS handshake; `username` may be empty: who the certificate names. */
export interface CertificateCredential {
  readonly kind: 'certificate';
  readonly username: string;
}

/** What is to be proved to the server. */
export type Credential = PasswordCredential | TokenCredential | CertificateCredential;

/** Data that both ends of one TLS connection know and nobody in between does (RFC 5056). */
export interface ChannelBinding {
  /** The name of the kind of binding: RFC 9266, RFC 5929 section 4. */
  readonly type: 'tls-exporter' | 'tls-server-end-point';
  readonly data: Buffer;
}

/** What a mechanism may know of the server and of the connection to it. */
export interface Endpoint {
  readonly host: string;
  readonly port: number;
  /** Read only for a mechanism that needs it, since it has to be computed. */
  readonly binding?: ChannelBinding | undefined;
}

/** What the client answers to a challenge. */
export interface Response {
  readonly bytes: Buffer;
  /** What the transcript may show instead of the bytes. */
  readonly shown: string;
  /** A form of the secret that is new in this response, to be hidden wherever the server repeats it. */
  readonly secret?: string;
}

/**
 * One run of a SASL mechanism (RFC 4422) over SMTP (RFC 4954). It knows no socket and no timer; Base64
 * is the caller's business, because it belongs to SMTP and not to the mechanism.
 */
export interface Mechanism {
  readonly name: string;
  /**
   * The initial response, or undefined when the server speaks first. An empty one is a response too
   * and is sent as `=`.
   */
  start(): Response | undefined;
  /**
   * Answers the server's next challenge.
   *
   * @param challenge the text after `334 `, still in Base64; hostile
   * @returns undefined when the mechanism has nothing more to say and the challenge must be refused
   * @throws SaslError when the challenge must be refused for a reason of its own
   */
  next(challenge: string): Response | undefined | Promise<Response | undefined>;
  /** True once the server has been given all that it needs to judge the credential. */
  readonly isCredentialGiven: boolean;
  /** True once everything has been said and proved, so that a success can be the server's honest answer. */
  readonly isComplete: boolean;
  /** The reason that the server gave inside the exchange: a short word such as `invalid_token`. */
  readonly serverReason?: string | undefined;
  /**
   * Reads the text of the success reply, for a server that puts there what belongs into a last challenge.
   *
   * @throws SaslError when it proves the opposite
   */
  readSuccess?(text: string): void;
}

/** Why a challenge was refused. */
export type SaslReason =
  'challenge-malformed' | 'iterations-out-of-bounds' | 'server-not-authentic';

/** Thrown by a mechanism that must not go on. `detail` is hostile where it repeats the challenge. */
export class SaslError extends Error {
  override readonly name = 'SaslError';
  readonly reason: SaslReason;

  constructor(reason: SaslReason, detail: string) {
    super(detail);
    this.reason = reason;
  }
}

/** The words of a server's reason that are fit to be repeated; anything else is dropped. */
const REASON = /^[A-Za-z0-9][A-Za-z0-9_-]{0,39}$/;

/** @returns `value` when it is a status such as `401` or a short token such as `invalid_token` */
export function asReason(value: unknown): string | undefined {
  return typeof value === 'string' && REASON.test(value) ? value : undefined;
}

const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/**
 * Decodes Base64 (RFC 4648 section 4) strictly: Node would skip what it does not know and so read a
 * challenge that the server never sent.
 *
 * @throws SaslError for anything else
 */
export function decodeBase64(text: string): Buffer {
  if (!BASE64.test(text)) throw new SaslError('challenge-malformed', 'not Base64');
  return Buffer.from(text, 'base64');
}

/** A mechanism in which the client says one thing and the server decides. */
export function createOneMessage(name: string, message: Response): Mechanism {
  let unsaid: Response | undefined = message;
  const take = (): Response | undefined => {
    const taken = unsaid;
    unsaid = undefined;
    return taken;
  };
  return {
    name,
    start: take,
    next: take,
    get isCredentialGiven() {
      return unsaid === undefined;
    },
    get isComplete() {
      return unsaid === undefined;
    },
  };
}

/** RFC 5801 section 4: in a GS2 name a comma would end it, and `=` starts an escape. */
export function escapeName(name: string): string {
  return name.replaceAll('=', '=3D').replaceAll(',', '=2C');
}
