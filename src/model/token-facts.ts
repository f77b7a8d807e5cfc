import type { HttpFault } from '../platform/http-failure.ts';
import type { ClientProof, CredentialFacts, TokenRequest } from './account.ts';

/** Why a job has no OIDC token of GitHub, before anybody was asked for one. */
export type OidcObstacle =
  /** The program does not run in a job of GitHub Actions. */
  | 'outside-actions'
  /** The job lacks `id-token: write`. */
  | 'no-permission'
  /** The same in a job of a pull request: one from a fork or of Dependabot never has the permission. */
  | 'pull-request'
  /** The runner named an address that a key must not be sent to. */
  | 'address-unsafe'
  /** The OIDC token would have gone to an endpoint that nobody named for it. */
  | 'endpoint-foreign';

/** Who a job of GitHub Actions says it is. None of it is secret. `Text` is hostile text, or redacted text. */
export interface JobIdentity<Text extends string = string> {
  readonly subject: Text;
  readonly issuer: Text;
  readonly audience: Text;
}

/**
 * What is known of a request for an access token that failed: what was asked, and what came back. Decisions and advice
 * are made by these facts. `Text` is hostile text, or redacted text.
 */
export interface TokenFailure<Text extends string = string> {
  /** Who failed: the token endpoint, or GitHub's service that signs OIDC tokens for jobs. */
  readonly party: 'endpoint' | 'github';
  /** Host name of the one that failed, with the port where it is unusual. */
  readonly host: string;
  /** The input that the address of the token endpoint comes from. */
  readonly endpointFrom: TokenRequest['endpointFrom'];
  /** The client ID of the request; a service account's is the address in its key. */
  readonly clientId?: Text;
  readonly scope?: Text;
  /** Why nobody was asked. */
  readonly obstacle?: OidcObstacle;
  /** Where the request failed, when there is no whole reply. */
  readonly fault?: HttpFault;
  /** HTTP status of the reply. */
  readonly status?: number;
  readonly content?: 'json' | 'html' | 'other' | 'empty';
  /** The error of OAuth (RFC 6749 section 5.2), a short word. */
  readonly error?: Text;
  /** The numbers of Microsoft Entra (AADSTS…), the most telling one first. */
  readonly entra: readonly number[];
  /** Milliseconds after which the endpoint wants to be asked again (RFC 9110 section 10.2.3). */
  readonly retryAfterMs?: number;
  /** Who the job said it was, where GitHub's OIDC token was sent. */
  readonly job?: JobIdentity<Text>;
}

/**
 * What a token is asked for with. An empty secret makes one request out of another (`client-id` alone means GitHub's
 * OIDC token), so reports say which one it was.
 *
 * @returns undefined when no token is fetched
 */
export function askedWith({ grant, proof }: CredentialFacts): string | undefined {
  if (grant === undefined) return undefined;
  switch (grant) {
    case 'service-account':
      return 'the key of the service account';
    case 'refresh-token':
      return proof === undefined || proof === 'none'
        ? 'the refresh token'
        : `the refresh token and ${PROOFS[proof]}`;
    case 'client-credentials':
      return PROOFS[proof ?? 'none'];
  }
}

const PROOFS = {
  none: 'the client ID alone',
  secret: 'the client secret',
  certificate: 'the client certificate',
  'github-oidc': "GitHub's OIDC token",
} as const satisfies Record<ClientProof['kind'], string>;

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
