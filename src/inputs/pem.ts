import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto';
import { invalid, type Predicate } from './reader.ts';
import { readStored } from './stored-text.ts';

/** One block of PEM text (RFC 7468), such as `CERTIFICATE` or `EC PRIVATE KEY`. */
interface Block {
  readonly label: string;
  /** The block as OpenSSL reads it. */
  readonly text: string;
}

const PEM = { name: 'PEM text', fits: (text: string) => text.includes(BEGIN) };
const BEGIN = '-----BEGIN ';
const DASHES = '-----';

/**
 * Certificates from PEM text, from Base64 of it, or from a file.
 *
 * @returns the certificates alone, one block after the other
 * @throws ValueError
 */
export function parseCertificates(value: string): string {
  const blocks = blocksOf(readStored(value, PEM)).filter(({ label }) => label === 'CERTIFICATE');
  if (blocks.length === 0) throw invalid('contains no PEM certificate');
  blocks.forEach(({ text }, index) => {
    try {
      new X509Certificate(text);
    } catch (cause) {
      throw invalid(
        `contains a certificate that cannot be read, number ${index + 1}; is the PEM text cut?`,
        { cause },
      );
    }
  });
  return blocks.map(({ text }) => text).join('\n');
}

/**
 * A private key from PEM text, from Base64 of it, or from a file.
 *
 * @returns the block of the key
 * @throws ValueError
 */
export function parsePrivateKey(value: string): string {
  return findPrivateKey(readStored(value, PEM));
}

/**
 * The private key in a PEM text.
 *
 * @throws ValueError when there is none
 */
export function findPrivateKey(text: string): string {
  const key = blocksOf(text).find(({ label }) => label.endsWith('PRIVATE KEY'));
  if (key) return key.text;
  throw invalid('contains no private key: no line "-----BEGIN PRIVATE KEY-----" with its end');
}

/**
 * Opens a private key. OpenSSL's own words differ between versions and may repeat parts of the key.
 *
 * @throws ValueError with `hint` when OpenSSL cannot
 */
export function openKey(key: string, passphrase: string | undefined, hint: Predicate): KeyObject {
  try {
    return createPrivateKey({ key, ...(passphrase !== undefined && { passphrase }) });
  } catch (cause) {
    throw invalid(hint, { cause });
  }
}

/** The blocks of a text, found without looking back, so that a long text costs no more than its length. */
function blocksOf(text: string): Block[] {
  const lines = text.replaceAll(/\\+r|\\+n/g, '\n');
  const blocks: Block[] = [];
  let at = lines.indexOf(BEGIN);
  while (at !== -1) {
    const labelEnd = lines.indexOf(DASHES, at + BEGIN.length);
    const label = lines.slice(at + BEGIN.length, labelEnd);
    const bodyEnd = lines.indexOf(`${DASHES}END ${label}${DASHES}`, labelEnd);
    if (labelEnd === -1 || bodyEnd === -1) break;
    blocks.push({ label, text: format(label, lines.slice(labelEnd + DASHES.length, bodyEnd)) });
    at = lines.indexOf(BEGIN, bodyEnd);
  }
  return blocks;
}

/** The headers of a locked key in OpenSSL's old form (RFC 1421). */
const LOCKED = /^\s*(Proc-Type: ?\S+)\s+(DEK-Info: ?\S+)\s+(\S[^]*)$/;

/** Secrets are often kept in one line, and OpenSSL reads lines of 64 letters. */
function format(label: string, body: string): string {
  const [, type, algorithm, rest = body] = LOCKED.exec(body) ?? [];
  const headers = type === undefined ? [] : [type, algorithm ?? '', ''];
  const letters = rest.replaceAll(/\s/g, '').match(/.{1,64}/g) ?? [];
  return [`-----BEGIN ${label}-----`, ...headers, ...letters, `-----END ${label}-----`].join('\n');
}
