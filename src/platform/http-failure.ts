import type { TLSSocket } from 'node:tls';

/** Where an HTTP request failed. */
export type HttpFault =
  /** The proxy that the environment names; the request has not left for the server. */
  | 'proxy'
  /** The server's certificate; nothing has been sent. */
  | 'certificate'
  /** TLS, for another reason than the certificate. */
  | 'tls'
  /** The connection. */
  | 'network'
  /** What came back is not one HTTP reply within its bounds. */
  | 'reply';

/** There is no whole answer. */
export class HttpFailure extends Error {
  override readonly name = 'HttpFailure';
  readonly fault: HttpFault;
  /** Node's or OpenSSL's code, or one of this program for a reply that is out of bounds. */
  readonly code: string;

  constructor(fault: HttpFault, code: string, message: string, cause?: unknown) {
    super(message, { cause });
    this.fault = fault;
    this.code = code;
  }
}

/**
 * Sorts an error of Node by where it happened.
 *
 * @param socket the connection it happened on, which knows whether the certificate was refused
 */
export function httpFailure(error: NodeJS.ErrnoException, socket?: TLSSocket): HttpFailure {
  if (error instanceof HttpFailure) return error;
  const { code = 'UNKNOWN', message } = error;
  // A string in Node, null before the handshake, whatever its type says.
  const refused = socket?.authorizationError as string | null | undefined;
  if (refused) return new HttpFailure('certificate', refused, message, error);
  return new HttpFailure(faultOfCode(code), code, message, error);
}

function faultOfCode(code: string): HttpFault {
  if (/^(?:ERR_SSL|ERR_TLS|EPROTO$)/.test(code)) return 'tls';
  return code.startsWith('HPE_') ? 'reply' : 'network';
}
