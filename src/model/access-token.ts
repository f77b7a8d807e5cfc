/** Fetches an access token; `learn` is told of every secret on the way. */
export type ObtainToken = (tools: {
  readonly signal: AbortSignal;
  readonly learn: (secret: string) => void;
}) => Promise<AccessToken>;

/** An access token that was fetched, with what is known of its life (`expires_in`, RFC 6749 section 5.1). */
export interface AccessToken {
  readonly value: string;
  /** Whether its life is over, so that a refusal says nothing. */
  readonly isExpired: () => boolean;
  /** Whether too little of its life is left to begin a login with it. */
  readonly isStale: () => boolean;
}
