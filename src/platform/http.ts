import type { IncomingHttpHeaders } from 'node:http';
import { request as requestHttp } from 'node:http';
import { Agent, request as requestHttps, type RequestOptions } from 'node:https';

/** What is asked of an HTTP server. */
export interface HttpQuestion {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | undefined;
  /** Trusted certificates, where they are not Node's own. */
  readonly ca?: string[] | undefined;
  /** A longer answer is given up with a TooLongError. */
  readonly maxBytes: number;
}

/** What an HTTP server answered; hostile. */
export interface HttpReply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** An answer is longer than any honest one. */
export class TooLongError extends Error {
  override readonly name = 'TooLongError';
}

/**
 * Asks once, with Node's own checks of the certificate and no way to turn them off. Redirects are not
 * followed: the secret in the request is for this address alone (CVE-2025-14524 is what happens else).
 *
 * @throws Node's error when there is no whole answer; the signal's reason when it is aborted
 */
export function request(
  url: URL,
  { method, headers, body, ca, maxBytes }: HttpQuestion,
  signal: AbortSignal,
): Promise<HttpReply> {
  const isHttps = url.protocol === 'https:';
  const options: RequestOptions = { method, headers, signal, ...(ca && { ca }) };
  return new Promise((resolve, reject) => {
    const fail = (error: Error): void => {
      reject(signal.aborted ? (signal.reason as Error) : error);
    };
    const start = isHttps ? requestHttps : requestHttp;
    const asked = start(url, { ...options, agent: isHttps ? throughProxy() : false }, (answer) => {
      const chunks: Buffer[] = [];
      let size = 0;
      answer.on('data', (chunk: Buffer) => {
        size += chunk.length;
        chunks.push(chunk);
        if (size <= maxBytes) return;
        fail(new TooLongError('the answer is too long'));
        asked.destroy();
      });
      answer.on('error', fail);
      answer.on('end', () => {
        const { statusCode: status = 0, headers: fields } = answer;
        resolve({ status, headers: fields, body: Buffer.concat(chunks).toString('utf8') });
      });
    });
    asked.on('error', fail);
    asked.end(body);
  });
}

/**
 * HTTPS_PROXY and NO_PROXY are obeyed from Node 24.5 on. A proxy passes TLS on and cannot read it; what is not
 * TLS it could read, so that never goes to one.
 */
function throughProxy(): Agent {
  return new Agent({ proxyEnv: process.env });
}
