import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { domainToASCII } from 'node:url';

/** The grammar of each kind of input value. Every function throws an Error that says what is wrong and allowed. */

const MAX_QUOTED = 60;

/** A value as a message may repeat it. Never used for a secret. */
function quote(value: string): string {
  const cut = value.length > MAX_QUOTED ? `${value.slice(0, MAX_QUOTED)}…` : value;
  return JSON.stringify(cut);
}

export function parseChoice<T extends string>(value: string, allowed: readonly T[]): T {
  const found = allowed.find((choice) => choice.toLowerCase() === value.toLowerCase());
  if (found !== undefined) return found;
  throw new Error(`${quote(value)} is not one of ${allowed.join(', ')}`);
}

/** Makes a parser for an input that may be left empty. */
export function orAbsent<T>(parse: (value: string) => T): (value: string) => T | undefined {
  return (value) => (value === '' ? undefined : parse(value));
}

/** A property that is absent when it has no value. */
export function optional<K extends string, T>(key: K, value: T | undefined): { [P in K]?: T } {
  return value === undefined ? {} : ({ [key]: value } as { [P in K]?: T });
}

export function parseBoolean(value: string): boolean {
  return parseChoice(value, ['true', 'false']) === 'true';
}

export function parseInteger(value: string, min: number, max: number): number {
  const number = /^\d{1,9}$/.test(value) ? Number(value) : NaN;
  if (number >= min && number <= max) return number;
  throw new Error(`${quote(value)} is not a whole number from ${min} to ${max}`);
}

/** @returns milliseconds */
export function parseSeconds(value: string, max: number): number {
  const seconds = /^\d{1,9}(\.\d{1,3})?$/.test(value) ? Number(value) : NaN;
  if (seconds > 0 && seconds <= max) return seconds * 1000;
  throw new Error(`${quote(value)} is not a number of seconds above 0 and up to ${max}`);
}

/** The ASCII form of a name, empty for what is none. Node drops line ends and stops at URL punctuation. */
function toAscii(name: string): string {
  return /[\s/@:[\]%?#\\]/.test(name) ? '' : domainToASCII(name);
}

const DNS_LABEL = /^[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?$/i;

/** A host name (international names become ASCII) or an IP address; brackets around IPv6 are taken off. */
export function parseHost(value: string): string {
  if (value === '') throw new Error('is empty; give the name of the mail server');
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(value)) {
    // Not quoted: such an address often holds a password.
    throw new Error('is a URL; give the name alone, such as smtp.example.com');
  }
  const bare = /^\[(.*)\]$/.exec(value)?.[1] ?? value;
  if (isIP(bare) !== 0) return bare;
  if (/^[^:]+:\d+$/.test(value)) {
    throw new Error(`${quote(value)} includes a port; give it in the input "port"`);
  }
  const name = toAscii(value);
  const labels = name.replace(/\.$/, '').split('.');
  // RFC 1035 section 2.3.4: 63 octets a label, 255 a name.
  const isName = name.length <= 253 && labels.every((label) => DNS_LABEL.test(label));
  // RFC 3696 section 2: a top-level domain is never all digits. `10.0.1` became `10.0.0.1` just now.
  if (isName && !/^\d+$/.test(labels.at(-1) ?? '')) return name;
  if (value.includes('@')) throw new Error('holds an "@"; give the name of the mail server alone');
  throw new Error(`${quote(value)} is not a host name or IP address`);
}

/** RFC 5321 section 4.1.2: a domain or an address literal. */
export function parseEhloName(value: string): string {
  if (/^\[[0-9A-Za-z.:-]{1,253}\]$/.test(value)) return value;
  const name = toAscii(value);
  if (name.length <= 253 && name.split('.').every((label) => DNS_LABEL.test(label))) return name;
  throw new Error(`${quote(value)} is not a domain name or an address literal such as [192.0.2.1]`);
}

/** @returns 64 lower-case hex digits */
export function parseFingerprint(value: string): string {
  const hex = value
    .replace(/^sha-?256[:=\s]*(fingerprint=)?/i, '')
    .replace(/[:\s]/g, '')
    .toLowerCase();
  if (/^[0-9a-f]{64}$/.test(hex)) return hex;
  throw new Error(
    `${quote(value)} is not a SHA-256 fingerprint: 64 hex digits, with or without colons`,
  );
}

const PEM_CERTIFICATE = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g;

/** Certificates as PEM text, or a path to a file of them. */
export function parseCertificates(value: string): string {
  const isText = value.includes('-----BEGIN');
  const text = isText ? value : readText(value);
  const blocks = text.match(PEM_CERTIFICATE);
  if (!blocks) throw new Error(`${isText ? 'the text' : quote(value)} holds no PEM certificate`);
  blocks.forEach((block, index) => {
    try {
      new X509Certificate(block);
    } catch {
      throw new Error(`certificate ${index + 1} cannot be read; is the PEM text cut or indented?`);
    }
  });
  return blocks.join('\n');
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new Error(`${quote(path)} is neither PEM text nor a readable file (${code ?? 'error'})`, {
      cause: error,
    });
  }
}

/** A user name or secret, sent as given; only what no mechanism can carry is refused. */
export function parseUsername(value: string): string {
  if (value === '') throw new Error(`is empty. ${EMPTY_SECRET}`);
  if (/[\r\n\0]/.test(value))
    throw new Error(
      'holds a line break or NUL; store it again without it (printf instead of echo)',
    );
  return value;
}

/** RFC 4616 section 2: a NUL ends a field, so a password cannot hold one. */
export function parsePassword(value: string): string {
  if (value === '') throw new Error(`is empty. ${EMPTY_SECRET}`);
  if (value.includes('\0')) throw new Error('holds a NUL character, which no login can carry');
  return value;
}

export const EMPTY_SECRET =
  'Either the step does not give it, or the repository secret is empty: its name is misspelt, it lives in an environment that the job does not name, or the run is for a pull request from a fork or from Dependabot, which gets no secrets';
