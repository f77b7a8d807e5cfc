import {
  type ClientRequest,
  type IncomingHttpHeaders,
  type IncomingMessage,
  request as requestHttp,
} from 'node:http';
import { request as requestHttps } from 'node:https';
import { type Ending, exchange } from './http-exchange.ts';
import { HttpFailure } from './http-failure.ts';
import { bareHost, openTunnel } from './proxy.ts';
import { openVerified } from './verified-tls.ts';

/** What is asked of an HTTP server. */
export interface HttpQuestion {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | undefined;
  /** Further trusted CA certificates, PEM. */
  readonly ca?: string | undefined;
  /** A reply with a longer body is given up. */
  readonly maxBytes: number;
}

/** What an HTTP server answered; hostile. */
export interface HttpReply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/**
 * Asks once. Over https the certificate is always verified. Redirects are not followed: the secret in the request is
 * for this address alone (CVE-2025-14524 is what happens otherwise). HTTPS_PROXY and NO_PROXY are obeyed; a request
 * without TLS never goes through a proxy, which could read it.
 *
 * @throws HttpFailure when there is no whole answer; the signal's reason when it is aborted
 */
export async function request(
  url: URL,
  question: HttpQuestion,
  signal: AbortSignal,
): Promise<HttpReply> {
  signal.throwIfAborted();
  const { method, headers, body, ca, maxBytes } = question;
  let asked: ClientRequest;
  if (url.protocol === 'https:') {
    const tunnel = await openTunnel(url, signal);
    const target = { host: bareHost(url), port: Number(url.port || '443'), ca, socket: tunnel };
    const socket = await openVerified(target, signal);
    asked = requestHttps(url, { method, headers, createConnection: () => socket });
  } else {
    asked = requestHttp(url, { method, headers, agent: false });
  }
  return exchange<HttpReply>(asked, signal, (ending) => {
    asked.on('response', (answer) => {
      readReply(answer, maxBytes, ending);
    });
    asked.end(body);
  });
}

function readReply(
  answer: IncomingMessage,
  maxBytes: number,
  { succeed, fail }: Ending<HttpReply>,
): void {
  const { statusCode: status = 0, headers } = answer;
  if (status < 200) {
    fail(new HttpFailure('reply', 'INTERIM_REPLY', `HTTP status ${status}`));
    return;
  }
  const chunks: Buffer[] = [];
  let size = 0;
  answer.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size <= maxBytes) chunks.push(chunk);
    else fail(new HttpFailure('reply', 'REPLY_TOO_LONG', `more than ${maxBytes} bytes`));
  });
  answer.on('error', ({ message }) => {
    fail(new HttpFailure('network', 'ECONNRESET', message));
  });
  answer.on('end', () => {
    // Not Buffer.toString, which would keep a byte order mark.
    succeed({ status, headers, body: new TextDecoder().decode(Buffer.concat(chunks)) });
  });
}
