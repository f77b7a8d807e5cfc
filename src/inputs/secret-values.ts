import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { domainToASCII } from 'node:url';
import type { ClientCertificate } from '../model/account.ts';

/**
 * The grammar of the inputs that hold credentials, and of mail addresses. No message repeats a value,
 * since each of them may be a secret that was put into the wrong input.
 */

// eslint-disable-next-line no-control-regex -- these are what must not be there
const CONTROL = /[\x00-\x1f\x7f]/;

/** A value in one line; may be empty. */
export function parseLine(value: string): string {
  if (CONTROL.test(value)) throw new Error('holds a line break or control character; remove it');
  return value;
}

/** RFC 6749 appendix A.12: an access token is printable ASCII without blanks. */
export function parseToken(value: string): string {
  if (/^[\x21-\x7e]+$/.test(value)) return value;
  throw new Error(
    'is not an access token: it holds a blank, a line break or a character beyond ASCII',
  );
}

/** A directory (tenant) ID or a domain of the tenant. */
export function parseTenant(value: string): string {
  if (/^[A-Za-z0-9][A-Za-z0-9.-]{0,252}$/.test(value)) return value;
  throw new Error('is neither a directory (tenant) ID nor a domain');
}

/** An address to which secrets may be sent. */
export function parseHttpsUrl(value: string): string {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  const isPlain = url?.protocol === 'https:' && url.username === '' && url.password === '';
  if (isPlain && url.hash === '') return url.href;
  throw new Error('is not an address that begins with "https://"; a secret is sent there');
}

/** RFC 5321 section 4.1.2, without quoted local parts: nobody's mailbox has one. */
const LOCAL_PART = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;

/** A mail address; an international domain becomes ASCII. */
export function parseAddress(value: string): string {
  const at = value.lastIndexOf('@');
  const local = value.slice(0, Math.max(at, 0));
  const domain = /[\s<>()@,;:\\"[\]]/.test(value.slice(at + 1))
    ? ''
    : domainToASCII(value.slice(at + 1));
  if (LOCAL_PART.test(local) && local.length <= 64 && domain !== '' && domain.length <= 253) {
    return `${local}@${domain}`;
  }
  throw new Error('is not a mail address such as name@example.com (ASCII before the "@")');
}

/** A private key as PEM text, or a path to a file with it. */
export function parsePem(value: string): string {
  const text = value.includes('-----BEGIN') ? value : readSecret(value);
  if (/-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(text)) return text;
  throw new Error('holds no private key: no line "-----BEGIN PRIVATE KEY-----"');
}

function readSecret(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new Error(`is neither the text itself nor a readable file (${code ?? 'error'})`, {
      cause: error,
    });
  }
}

/** @throws Error when the key cannot be opened or belongs to another certificate */
export function checkKeyPair({ certificate, key, passphrase }: ClientCertificate): void {
  if (certificate === '' || key === '') {
    throw new Error('is empty; "client-certificate" and "client-key" are given together');
  }
  const opened = openKey(key, passphrase);
  if (!new X509Certificate(certificate).checkPrivateKey(opened)) {
    throw new Error('belongs to another certificate than "client-certificate"');
  }
}

function openKey(key: string, passphrase: string | undefined): KeyObject {
  try {
    return createPrivateKey({ key, ...(passphrase !== undefined && { passphrase }) });
  } catch (error) {
    // OpenSSL's own words differ between versions and may repeat parts of the key.
    throw new Error(
      passphrase === undefined
        ? 'cannot be read; is it cut or indented, or does it need "client-key-passphrase"?'
        : 'cannot be opened with "client-key-passphrase"',
      { cause: error },
    );
  }
}

/** What a service account's key file says. */
export interface ServiceAccount {
  readonly tokenUri: string;
  readonly signer: {
    readonly issuer: string;
    readonly privateKey: string;
    readonly keyId?: string;
  };
}

/** The JSON of a Google service account's key, or a path to it. */
export function parseServiceAccount(value: string): ServiceAccount {
  const text = value.trimStart().startsWith('{') ? value : readSecret(value);
  const file = parseObject(text);
  const { client_email: issuer, private_key: privateKey, private_key_id: keyId } = file;
  if (typeof issuer !== 'string' || typeof privateKey !== 'string') {
    throw new Error(
      'is not the key of a service account: no "client_email" or "private_key" in it',
    );
  }
  openKey(privateKey, undefined);
  const { token_uri: uri = 'https://oauth2.googleapis.com/token' } = file;
  const tokenUri = parseHttpsUrl(typeof uri === 'string' ? uri : '');
  return { tokenUri, signer: { issuer, privateKey, ...(typeof keyId === 'string' && { keyId }) } };
}

function parseObject(text: string): Partial<Record<string, unknown>> {
  try {
    return Object(JSON.parse(text)) as Partial<Record<string, unknown>>;
  } catch (error) {
    throw new Error('is not JSON; was it cut, or pasted without its braces?', { cause: error });
  }
}
