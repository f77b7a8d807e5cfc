import { request as requestHttp } from 'node:http';
import { request as requestHttps, type RequestOptions } from 'node:https';
import { Failure } from '../smtp/problem.ts';

/** What an HTTP server answered; hostile. */
export interface HttpReply {
  readonly status: number;
  readonly body: string;
}

/** What is asked of an HTTP server. */
export interface HttpQuestion {
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Trusted certificates, where they are not Node's own. */
  readonly ca?: string[] | undefined;
}

/** Token replies have 1 to 4 KiB; the largest tokens seen have 10. */
const MAX_BODY_BYTES = 64 * 1024;
/** Node's names for "the certificate does not pass", beside its ERR_TLS_ and ERR_SSL_ codes. */
const TLS_CODE = /^(ERR_TLS|ERR_SSL|EPROTO|CERT_|SELF_SIGNED|DEPTH_ZERO|UNABLE_TO|INVALID_PURPOSE)/;

/**
 * Asks once, with Node's own checks of the certificate and no way to turn them off. Redirects are not
 * followed: the secret in the request is for this address alone (CVE-2025-14524 is what happens else).
 *
 * @throws Failure when there is no whole answer; the signal's reason when it is aborted
 */
export function ask(url: URL, question: HttpQuestion, signal: AbortSignal): Promise<HttpReply> {
  const { method, headers, body, ca } = question;
  const options: RequestOptions = { method, headers, signal, agent: false, ...(ca && { ca }) };
  return new Promise((resolve, reject) => {
    const fail = (error: NodeJS.ErrnoException): void => {
      reject(signal.aborted ? (signal.reason as Error) : failure(error));
    };
    const start = url.protocol === 'https:' ? requestHttps : requestHttp;
    const asked = start(url, options, (answer) => {
      const chunks: Buffer[] = [];
      let size = 0;
      answer.on('data', (chunk: Buffer) => {
        size += chunk.length;
        chunks.push(chunk);
        if (size > MAX_BODY_BYTES) asked.destroy(new Failure('token-reply-malformed', TOO_LONG));
      });
      answer.on('error', fail);
      answer.on('end', () => {
        resolve({ status: answer.statusCode ?? 0, body: Buffer.concat(chunks).toString('utf8') });
      });
    });
    asked.on('error', fail);
    asked.end(body);
  });
}

const TOO_LONG = { detail: 'the answer is longer than any honest one' };

function failure(error: NodeJS.ErrnoException): Failure {
  if (error instanceof Failure) return error;
  const code = error.code ?? '';
  const isTls = TLS_CODE.test(code);
  const isHttp = code.startsWith('HPE_');
  const problem = isTls
    ? 'token-endpoint-tls'
    : isHttp
      ? 'token-reply-malformed'
      : 'token-endpoint-unreachable';
  return new Failure(problem, { detail: code === '' ? error.message : code, cause: error });
}
