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

export interface Account {
  /** Host name in its ASCII form, or an IP address without brackets. */
  readonly host: string;
  readonly port: number;
  readonly tlsMode: TlsMode;
  readonly tls: TlsPolicy;
  /** Sent exactly as given. */
  readonly username: string;
  /** Sent exactly as given. */
  readonly password: string;
  readonly mechanism: MechanismChoice;
  /** The user's explicit consent to send the credential without TLS. */
  readonly allowCleartextAuth: boolean;
  /** Milliseconds for the whole check, all tries and pauses included. */
  readonly timeoutMs: number;
  /** Further tries after a result that says nothing about the credential. */
  readonly retries: number;
  /** Name for EHLO; without it the address literal of the local end is sent. */
  readonly ehloName?: string;
  /** Warn when the certificate ends in fewer days; 0 = never. */
  readonly certificateWarnDays: number;
  /** Which answer makes the step pass. */
  readonly expect: 'accepted' | 'rejected';
}
