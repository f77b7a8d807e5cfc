import type { Proxy } from './mail-proxy.ts';
import type { Verdict } from './verdict.ts';

/** One account to check: the validated question. Nothing in it is guessed or repaired later on. */

/** How the channel becomes TLS: by STARTTLS (RFC 3207), from the first byte (RFC 8314), or never. */
export type TlsMode = 'starttls' | 'implicit' | 'none';

/** The mechanisms a user may name; `auto` chooses from what the server offers. */
export const MECHANISMS = [
  'auto',
  'LOGIN',
  'PLAIN',
  'CRAM-MD5',
  'SCRAM-SHA-1',
  'SCRAM-SHA-256',
  'SCRAM-SHA-256-PLUS',
  'XOAUTH2',
  'OAUTHBEARER',
  'EXTERNAL',
] as const;

export type MechanismChoice = (typeof MECHANISMS)[number];

/** RFC 8996 retired TLS 1.0 and 1.1, so they cannot be asked for. */
export const TLS_VERSIONS = ['TLSv1.2', 'TLSv1.3'] as const;

export type TlsVersion = (typeof TLS_VERSIONS)[number];

/** What the server has to prove before it is told anything. */
export interface TlsPolicy {
  readonly minVersion: TlsVersion;
  /** Name for SNI and for the certificate, where it differs from the host. */
  readonly serverName?: string;
  /** Further trusted CA certificates, PEM. */
  readonly ca?: string;
  /** SHA-256 of the server's certificate, 64 lower-case hex digits; replaces chain and name validation. */
  readonly fingerprint?: string;
}

/** How the token endpoint is shown that the client is who it says (RFC 6749 section 2.3, RFC 7523). */
export type ClientProof =
  | { readonly kind: 'none' }
  | { readonly kind: 'secret'; readonly secret: string }
  | { readonly kind: 'certificate'; readonly certificate: ClientCertificate }
  /** GitHub's OIDC token, which says what job this is; no secret is stored. */
  | { readonly kind: 'github-oidc' };

/** What is asked of a token endpoint, and with which right. */
export type TokenGrant =
  | { readonly kind: 'client-credentials'; readonly clientId: string; readonly proof: ClientProof }
  | {
      readonly kind: 'refresh-token';
      readonly clientId: string;
      readonly proof: ClientProof;
      readonly refreshToken: string;
    }
  /** RFC 7523 section 2.1: a statement signed with a service account's key, in the mailbox's name. */
  | {
      readonly kind: 'service-account';
      readonly issuer: string;
      readonly keyId?: string;
      readonly privateKey: string;
      readonly subject: string;
    };

/** How an access token is fetched. Only data: the folder `token` carries it out. */
export interface TokenRequest {
  /** An https address. */
  readonly endpoint: string;
  /** The input that the address comes from: only `token-endpoint` is the user's own word for it. */
  readonly endpointFrom: 'token-endpoint' | 'tenant-id' | 'credentials-json';
  readonly grant: TokenGrant;
  readonly scope?: string;
}

/** A certificate for the client's side of TLS, PEM. */
export interface ClientCertificate {
  /** The certificate, followed by its intermediates. */
  readonly certificate: string;
  readonly key: string;
  /** Opens the key. */
  readonly passphrase?: string;
}

/** What an account logs in with: exactly one of these, decided when the inputs are parsed. */
export type AccountCredential =
  | { readonly kind: 'password'; /** Sent exactly as given. */ readonly password: string }
  /** An OAuth 2.0 access token that was given. */
  | { readonly kind: 'access-token'; readonly accessToken: string }
  /** An access token that is fetched before the login. */
  | { readonly kind: 'token-request'; readonly request: TokenRequest }
  /** The client certificate of the TLS handshake (SASL EXTERNAL). */
  | { readonly kind: 'client-certificate' };

/** The validated question. */
export interface Account {
  /** What reports call the account in place of its user name, which is then hidden. */
  readonly name?: string;
  /** Host name in its ASCII form, or an IP address without brackets. */
  readonly host: string;
  readonly port: number;
  /** What the connection to the server goes through; without it the connection is direct. */
  readonly proxy?: Proxy;
  readonly tlsMode: TlsMode;
  readonly tls: TlsPolicy;
  /** Sent exactly as given. */
  readonly username: string;
  readonly credential: AccountCredential;
  /** Shown in the TLS handshake, whatever the credential is. */
  readonly clientCertificate?: ClientCertificate;
  readonly mechanism: MechanismChoice;
  /** The user's explicit consent to send the credential without TLS. */
  readonly allowCleartextAuth: boolean;
  /** Milliseconds for the whole check, all attempts and pauses included. */
  readonly timeoutMs: number;
  /** Further attempts after a result that says nothing about the credential. */
  readonly retries: number;
  /** Name for EHLO; without it the address literal of the local end is sent. */
  readonly ehloName?: string;
  /** Warn when the certificate ends in fewer days, 0 = never; undefined goes by its lifetime. */
  readonly certificateWarnDays?: number;
  /** Fail when the certificate ends in fewer days, although the login is accepted; 0 = never. */
  readonly certificateFailDays: number;
  /** Which answer makes the step pass. */
  readonly expect: 'accepted' | 'rejected';
  /** The verdicts that fail the run where they are not the expected one; see `isTolerated`. */
  readonly failOn: readonly Verdict[];
  /** After the login: may it send as this address? */
  readonly from?: string;
  /** After `from`: may it send to this address? */
  readonly to?: string;
}

/**
 * Names one host, for what has to be kept apart by host. Letter case and the root's dot make no difference (RFC 4343,
 * RFC 1034), and neither do the ways to write an IPv6 address (RFC 5952).
 *
 * @param host a host name or an IP address without brackets
 */
export function hostKey(host: string): string {
  const name = host.toLowerCase().replace(/\.$/, '');
  const address = `http://[${name}]`;
  return name.includes(':') && URL.canParse(address)
    ? new URL(address).hostname.slice(1, -1)
    : name;
}

/** What may be known of a credential without knowing it. */
export interface CredentialFacts {
  readonly kind: AccountCredential['kind'];
  /** How a token is fetched, where one is. */
  readonly grant?: TokenGrant['kind'];
  /** How the client proves itself to the token endpoint. */
  readonly proof?: ClientProof['kind'];
  /** False when the password has characters outside ASCII, which servers store in different encodings. */
  readonly isAscii: boolean;
}

/** @returns what an observation keeps of the account's credential */
export function credentialFacts({ credential }: Pick<Account, 'credential'>): CredentialFacts {
  const { kind } = credential;
  if (kind === 'password') return { kind, isAscii: /^\p{ASCII}*$/u.test(credential.password) };
  if (kind !== 'token-request') return { kind, isAscii: true };
  const { grant } = credential.request;
  const proof = 'proof' in grant ? { proof: grant.proof.kind } : {};
  return { kind, grant: grant.kind, ...proof, isAscii: true };
}
