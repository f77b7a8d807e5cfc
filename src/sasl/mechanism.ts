/** A user name with its secret. */
export interface Credential {
  readonly username: string;
  readonly password: string;
}

/** What the client answers to a challenge. */
export interface Response {
  readonly bytes: Buffer;
  /** What the transcript may show instead of the bytes. */
  readonly shown: string;
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
   */
  next(challenge: string): Response | undefined;
  /** True once everything has been said, so that a success can be the server's honest answer. */
  readonly isComplete: boolean;
}
