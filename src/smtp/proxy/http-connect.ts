import { type IncomingHttpHeaders, request as requestHttp } from 'node:http';
import type { Socket } from 'node:net';
import type { Problem } from '../../model/cause.ts';
import type { Failure } from '../../model/failure.ts';
import { basicCredentials } from '../../model/mail-proxy.ts';
import { exchange } from '../../platform/http-exchange.ts';
import { HttpFailure } from '../../platform/http-failure.ts';
import { networkFailure } from '../network-failure.ts';
import type { Asking, ProxyTalk } from './failures.ts';

/** Bytes of the reply to CONNECT, more than any honest proxy sends; Node gives up beyond. */
const MAX_REPLY_BYTES = 8192;

interface ConnectReply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** What came after the reply. */
  readonly early: Buffer;
}

/**
 * Asks an HTTP proxy to connect to the target (RFC 9110 section 9.3.6). What the mail server sent meanwhile stays in the
 * connection.
 *
 * @throws Failure with a `proxy-…` problem, that of the connection, or the signal's reason
 */
export async function askHttp(
  talk: ProxyTalk,
  socket: Socket,
  { target, deadline }: Asking,
): Promise<void> {
  const { host, port } = target;
  const authority = `${host.includes(':') ? `[${host}]` : host}:${port}`;
  talk.step = 'open';
  const asked = requestHttp({
    method: 'CONNECT',
    path: authority,
    headers: { host: authority, ...authorization(talk) },
    createConnection: () => socket,
    maxHeaderSize: MAX_REPLY_BYTES,
  });
  try {
    const reply = await exchange<ConnectReply>(asked, deadline.signal, ({ succeed }) => {
      asked.on('connect', ({ statusCode: status = 0, headers }, _, early) => {
        succeed({ status, headers, early });
      });
      asked.end();
    });
    if (reply.status < 200 || reply.status > 299) throw judge(talk, reply);
    if (reply.early.length > 0) socket.unshift(reply.early);
  } catch (error) {
    throw error instanceof HttpFailure ? judgeNoReply(talk, error) : error;
  }
}

function authorization({ proxy: { login } }: ProxyTalk): Record<string, string> {
  return login ? { 'proxy-authorization': `Basic ${basicCredentials(login)}` } : {};
}

/** RFC 9110 section 15; a proxy that cannot reach the server answers 502, 503 or 504, and tinyproxy 500. */
const PROBLEM_OF_STATUS: ReadonlyMap<number, Problem> = new Map([
  [403, 'proxy-refused'],
  [405, 'proxy-refused'],
  [429, 'proxy-refused'],
  [451, 'proxy-refused'],
  [500, 'proxy-target-unreachable'],
  [502, 'proxy-target-unreachable'],
  [503, 'proxy-target-unreachable'],
  [504, 'proxy-target-unreachable'],
] as const);

/** RFC 9110 section 15.5.8; tinyproxy answers a wrong login with 401. */
const LOGIN_STATUSES: readonly number[] = [407, 401];

function judge(talk: ProxyTalk, { status, headers }: ConnectReply): Failure {
  if (!LOGIN_STATUSES.includes(status)) {
    return talk.fail(PROBLEM_OF_STATUS.get(status) ?? 'proxy-protocol', { status });
  }
  talk.step = 'login';
  const ways = headers['proxy-authenticate'] ?? '';
  const isOther = ways !== '' && !/\bbasic\b/i.test(ways);
  return talk.fail('proxy-authentication', { status, ...(isOther && { wantsOtherLogin: true }) });
}

function judgeNoReply(talk: ProxyTalk, { fault, code, message, cause }: HttpFailure): Failure {
  if (fault !== 'reply') return networkFailure(Object.assign(new Error(message), { code }));
  const { rawPacket } = (cause ?? {}) as { rawPacket?: Buffer };
  const isSmtp = rawPacket?.subarray(0, 3).toString('latin1') === '220';
  return talk.fail('proxy-protocol', isSmtp ? { answers: 'smtp' } : {}, { code });
}
