import { parseHttpsUrl } from './credential-values.ts';
import { findPrivateKey, openKey } from './pem.ts';
import { invalid } from './reader.ts';
import { readStored } from './stored-text.ts';

/** What the key file of a Google service account says. */
export interface ServiceAccount {
  readonly tokenUri: string;
  readonly signer: {
    readonly issuer: string;
    readonly privateKey: string;
    readonly keyId?: string;
  };
}

/** Google's token endpoint, which every key file names. */
const GOOGLE_TOKEN_URI = 'https://oauth2.googleapis.com/token';

const JSON_OBJECT = { name: 'JSON text', fits: (text: string) => /^[\s'"\ufeff]*\{/.test(text) };

/**
 * The key of a Google service account: its JSON text, Base64 of it, or the path of its file.
 *
 * @throws ValueError
 */
export function parseServiceAccount(value: string): ServiceAccount {
  const file = parseObject(readStored(value, JSON_OBJECT));
  const { client_email: issuer, private_key: pem, private_key_id: keyId } = file;
  if (typeof issuer !== 'string' || typeof pem !== 'string') {
    throw invalid('is not the key of a service account: it has no "client_email" or "private_key"');
  }
  const privateKey = findPrivateKey(pem);
  openKey(privateKey, undefined, 'contains a private key that cannot be read; was it cut?');
  const { token_uri: uri = GOOGLE_TOKEN_URI } = file;
  const tokenUri = parseHttpsUrl(typeof uri === 'string' ? uri : '');
  return { tokenUri, signer: { issuer, privateKey, ...(typeof keyId === 'string' && { keyId }) } };
}

/** The text as it is, then without what shells, .env files and CI systems do to it. The first that is JSON counts. */
function parseObject(text: string): Partial<Record<string, unknown>> {
  for (const candidate of [text, unwrap(text)]) {
    try {
      const value: unknown = JSON.parse(candidate);
      return typeof value === 'string' ? parseObject(value) : (Object(value) as object);
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
    }
  }
  throw invalid('is not JSON; was it cut, or stored without its braces?');
}

/** A string of JSON, or a line break outside of one that was written as two characters. */
const STRING_OR_BREAK = /"(?:[^"\\]|\\[^])*"|(?:\\[rnt])+/g;

/** Removes quotes around the whole, and makes line breaks what JSON wants: `\n` in strings, nothing elsewhere. */
function unwrap(text: string): string {
  const trimmed = text.trim();
  const isQuoted = /^['"]/.test(trimmed) && trimmed.endsWith(trimmed.charAt(0));
  return (isQuoted ? trimmed.slice(1, -1) : trimmed).replace(STRING_OR_BREAK, (part) =>
    part.startsWith('"') ? part.replaceAll('\r', '').replaceAll('\n', '\\n') : ' ',
  );
}
