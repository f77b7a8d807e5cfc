/** Why bytes are not the text that is expected. */
export type EncodingFault = 'utf-16' | 'not-utf-8';

/** Bytes that cannot be read as UTF-8 text. */
export class EncodingError extends Error {
  override readonly name = 'EncodingError';
  readonly fault: EncodingFault;

  constructor(fault: EncodingFault) {
    super(fault);
    this.fault = fault;
  }
}

/** Keeps a byte order mark, since it would be sent as a part of a password. */
const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * Reads bytes as UTF-8. Node's own functions put U+FFFD in the place of what is not UTF-8, and that would be sent.
 *
 * @returns the whole text, a byte order mark included
 * @throws EncodingError
 */
export function decodeUtf8(bytes: Uint8Array): string {
  if (isUtf16(bytes)) throw new EncodingError('utf-16');
  try {
    return UTF8.decode(bytes);
  } catch {
    throw new EncodingError('not-utf-8');
  }
}

/** Text begins with a byte order mark in UTF-16, or has a zero byte beside each of its first letters. */
function isUtf16(bytes: Uint8Array): boolean {
  const [first, second, third, fourth] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true;
  const isLetter = (byte: number | undefined): boolean => byte !== undefined && byte > 0;
  return (
    (isLetter(first) && second === 0 && isLetter(third) && fourth === 0) ||
    (first === 0 && isLetter(second) && third === 0 && isLetter(fourth))
  );
}
