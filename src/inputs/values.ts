import { isIP } from 'node:net';
import { domainToASCII } from 'node:url';
import { printable } from '../safety/printable.ts';
import { invalid, missing } from './reader.ts';

/**
 * The grammar of the inputs that hold no secret. Every function throws a ValueError whose words continue a sentence
 * that begins with the input's name.
 */

const MAX_QUOTED = 100;

/**
 * A value as a message may repeat it. A long one is not cut: it may hold a secret in the wrong place, and half of a
 * secret is not found and hidden later.
 */
export function quote(value: string): string {
  return value.length > MAX_QUOTED ? `a text of ${value.length} characters` : JSON.stringify(value);
}

/** @param allowed at least two */
export function parseChoice<T extends string>(value: string, allowed: readonly T[]): T {
  const found = allowed.find((choice) => choice.toLowerCase() === value.toLowerCase());
  if (found !== undefined) return found;
  const choices = `${allowed.slice(0, -1).join(', ')} or ${allowed.at(-1) ?? ''}`;
  throw invalid(`must be ${choices}, not ${quote(value)}`, { title: `is not ${choices}` });
}

export function parseBoolean(value: string): boolean {
  return parseChoice(value, ['true', 'false']) === 'true';
}

/** @param form what the value must be, where that is more than a number */
export function parseInteger(
  value: string,
  min: number,
  max: number,
  form = 'a whole number',
): number {
  const number = /^\d{1,9}$/.test(value) ? Number(value) : NaN;
  if (number >= min && number <= max) return number;
  throw invalid(`must be ${form} from ${min} to ${max}, not ${quote(value)}`, {
    title: `is not ${form} from ${min} to ${max}`,
  });
}

/** @returns milliseconds */
export function parseSeconds(value: string, max: number): number {
  const seconds = /^\d{1,9}(\.\d{1,3})?$/.test(value) ? Number(value) : NaN;
  if (seconds > 0 && seconds <= max) return seconds * 1000;
  const unit = /^[\d.]+\s?[a-z]+$/i.test(value) ? ', without a unit' : '';
  throw invalid(
    `must be a number of seconds above 0 and up to ${max}${unit}, not ${quote(value)}`,
    { title: `is not a number of seconds up to ${max}` },
  );
}

/** The ASCII form of a name, empty for what is not one. Node drops line ends and stops at URL punctuation. */
function toAscii(name: string): string {
  return /[\s/@:[\]%?#\\]/.test(name) ? '' : domainToASCII(name);
}

const DNS_LABEL = /^[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?$/i;

/** A host name (international names become ASCII) or an IP address; brackets around IPv6 are removed. */
export function parseHost(value: string): string {
  if (value === '') throw missing('host');
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(value)) {
    // Not quoted: such an address often holds a password.
    throw invalid('must be the name alone, such as smtp.example.com, not a URL', {
      title: 'is a URL',
    });
  }
  const bare = /^\[(.*)\]$/.exec(value)?.[1] ?? value;
  if (isIP(bare) !== 0) return bare;
  if (/^[^:]+:\d+$/.test(value)) {
    throw invalid(
      ({ mention }) => `must not include a port, as ${quote(value)} does; use ${mention('port')}`,
      { title: 'includes a port' },
    );
  }
  const name = toAscii(value);
  const labels = name.replace(/\.$/, '').split('.');
  // RFC 1035 section 2.3.4: 63 octets a label, 255 a name.
  const isName = name.length <= 253 && labels.every((label) => DNS_LABEL.test(label));
  // RFC 3696 section 2: a top-level domain is never all digits. `10.0.1` became `10.0.0.1` just now.
  if (isName && !/^\d+$/.test(labels.at(-1) ?? '')) return name;
  if (value.includes('@')) {
    throw invalid('must be the name of the mail server, without "@"', {
      title: 'is a mail address',
    });
  }
  throw invalid(`must be a host name or IP address, not ${quote(value)}`, {
    title: 'is not a host name',
  });
}

/** RFC 5321 section 4.1.2: a domain or an address literal. */
export function parseEhloName(value: string): string {
  if (/^\[[0-9A-Za-z.:-]{1,253}\]$/.test(value)) return value;
  const name = toAscii(value);
  if (name.length <= 253 && name.split('.').every((label) => DNS_LABEL.test(label))) return name;
  throw invalid(
    `must be a domain name or an address literal such as [192.0.2.1], not ${quote(value)}`,
    { title: 'is not a host name' },
  );
}

/** @returns 64 lower-case hex digits */
export function parseFingerprint(value: string): string {
  const hex = value
    .replace(/^sha-?256[:=\s]*(fingerprint=)?/i, '')
    .replace(/[:\s]/g, '')
    .toLowerCase();
  if (/^[0-9a-f]{64}$/.test(hex)) return hex;
  throw invalid(
    `must be a SHA-256 fingerprint (64 hex digits, with or without colons), not ${quote(value)}`,
    { title: 'is not a SHA-256 fingerprint' },
  );
}

/** Fits into the title of an issue, beside a cause and a server. */
export const MAX_ACCOUNT_NAME = 60;

/**
 * What reports call an account in place of its user name.
 *
 * @throws ValueError that does not repeat it: it may be a secret in the wrong input
 */
export function parseName(value: string): string {
  const name = value.trim();
  if (name === '') throw invalid('contains only spaces; give a name, or leave it out');
  if (Array.from(name).length > MAX_ACCOUNT_NAME) {
    throw invalid(`must have at most ${MAX_ACCOUNT_NAME} characters`);
  }
  if (printable(name) === name) return name;
  throw invalid('contains a line break or another character that a report cannot show');
}
