import type { Redacted } from '../safety/redact.ts';

/** The certificate of a chain that failed the check, which is not always the server's own. */
export interface FailedCertificate<Text extends string = Redacted> {
  readonly subject: Text;
  readonly issuer: Text;
  /** 0 is the server's own certificate, 1 the one that signed it, and so on. */
  readonly depth: number;
  readonly validFrom: Date;
  readonly validTo: Date;
}

/** What the server's certificate and channel are. `Text` is hostile text, or redacted text. */
export interface TlsFacts<Text extends string = Redacted> {
  readonly version: string;
  readonly cipher: string;
  readonly issuer: Text;
  readonly names: readonly Text[];
  readonly validFrom: Date;
  readonly validTo: Date;
  /** SHA-256 of the certificate, 64 lower-case hex digits. */
  readonly fingerprint: string;
  /** True when the certificate passed the account's policy; false on a certificate failure. */
  readonly verified: boolean;
  /** Present when the check failed and the certificate that failed could be told. */
  readonly failedCertificate?: FailedCertificate<Text>;
}
