import type { HttpFault } from '../platform/http-failure.ts';
import type { TokenRequest } from './account.ts';

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
