import { SaslError } from './mechanism.ts';

const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/**
 * Decodes Base64 (RFC 4648 section 4) strictly: Node would skip what it does not know and so read a
 * challenge that the server never sent.
 *
 * @throws SaslError for anything else
 */
export function decodeBase64(text: string): Buffer {
  if (!BASE64.test(text)) throw new SaslError('challenge-malformed', 'not Base64');
  return Buffer.from(text, 'base64');
}
