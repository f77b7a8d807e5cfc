import { domainToASCII } from 'node:url';
import { invalid, missing } from './reader.ts';

/**
 * The grammar of the inputs that make up a credential, and of mail addresses. No message repeats a value, since each of
 * them may be a secret that was put into the wrong input.
 */

/** A user name, sent as given; only what no mechanism can carry is refused. */
export function parseUsername(value: string): string {
  if (value === '') throw missing('username');
  if (!/[\r\n\0]/.test(value)) return value;
  throw invalid(
    'contains a line break or NUL; store it again without it (printf instead of echo)',
    { title: 'contains a line break' },
  );
}

/** A password, sent as given. RFC 4616 section 2: a NUL ends a field, so a password cannot hold one. */
export function parsePassword(value: string): string {
  if (value === '') throw missing('password');
  if (!value.includes('\0')) return value;
  throw invalid('contains a NUL character, which no login can carry', {
    title: 'contains a NUL character',
  });
}

// eslint-disable-next-line no-control-regex -- these are what must not be there
const CONTROL = /[\x00-\x1f\x7f]/;

/** A value in one line; may be empty. */
export function parseLine(value: string): string {
  if (!CONTROL.test(value)) return value;
  throw invalid('contains a line break or a control character; store it again without it', {
    title: 'contains a line break',
  });
}

/** The user name beside an access token: 0x01 ends a field in the messages that carry both. */
export function parseMailbox(value: string): string {
  return parseLine(parseUsername(value));
}

/** RFC 6749 appendix A.12: an access token is printable ASCII without spaces. */
export function parseToken(value: string): string {
  if (/^[\x21-\x7e]+$/.test(value)) return value;
  if (/^bearer\s/i.test(value)) {
    throw invalid('begins with "Bearer"; give the token alone', { title: 'begins with "Bearer"' });
  }
  throw invalid(
    'is not an access token: it contains a space, a line break or a character outside ASCII',
    { title: 'is not an access token' },
  );
}

/** A directory (tenant) ID or a domain of the tenant. */
export function parseTenant(value: string): string {
  if (/^[A-Za-z0-9][A-Za-z0-9.-]{0,252}$/.test(value)) return value;
  throw invalid('must be a directory (tenant) ID or a domain of the tenant', {
    title: 'is not a tenant',
  });
}

/** An address to which secrets may be sent. */
export function parseHttpsUrl(value: string): string {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  const isPlain = url?.protocol === 'https:' && url.username === '' && url.password === '';
  if (isPlain && url.hash === '') return url.href;
  throw invalid(
    'must begin with "https://" and hold no user name or fragment: a secret is sent there',
    { title: 'is not an https address' },
  );
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
  throw invalid('must be a mail address such as name@example.com (ASCII before the "@")', {
    title: 'is not a mail address',
  });
}
