import type { Socket } from 'node:net';
import { SocksClient, type SocksClientOptions } from 'socks';
import type { Problem } from '../../model/cause.ts';
import type { Failure } from '../../model/failure.ts';
import { networkFailure } from '../network-failure.ts';
import { SocketWatch } from '../tcp.ts';
import type { Asking, ProxyTalk } from './failures.ts';
import { SocksSide } from './socks-side.ts';

/** Ways of logging in (RFC 1928 section 3). */
const NO_LOGIN = 0x00;
const BY_PASSWORD = 0x02;
const NONE_ACCEPTABLE = 0xff;

/** Kinds of addresses in the last reply (RFC 1928 section 6): IPv4, host name, IPv6. */
const ADDRESS_KINDS: readonly number[] = [0x01, 0x03, 0x04];

/**
 * Asks a SOCKS 5 proxy to connect to the target (RFC 1928, RFC 1929). Not a byte more than its replies is read.
 *
 * @throws Failure with a `proxy-…` problem, that of the connection, or the signal's reason
 */
export async function askSocks(
  talk: ProxyTalk,
  socket: Socket,
  { target, deadline }: Asking,
): Promise<void> {
  const watch = new SocketWatch(deadline.signal);
  watch.listen(socket, networkFailure);
  const side: SocksSide = new SocksSide(socket, () => {
    talk.step = stepOf(side);
    // The library logs in with empty words where a proxy asks for a login that was not offered.
    return side.replies.length === 0 || talk.step === 'open' || talk.proxy.login !== undefined;
  });
  let outcome: 'open' | 'refused' | undefined;
  const { host, port, login } = talk.proxy;
  const options: SocksClientOptions = {
    command: 'connect',
    proxy: { host, port, type: 5, ...(login && loginOf(login)) },
    destination: { host: target.host, port: target.port },
    existing_socket: side,
    // Its timer holds what it belongs to. The deadline comes first.
    timeout: Math.max(1, Math.ceil(deadline.remainingMs())) + 1000,
  };
  SocksClient.createConnection(options).then(
    () => (outcome = 'open'),
    () => (outcome = 'refused'), // the reply says more than the error
  );
  try {
    await side.feed(watch, () => {
      deadline.signal.throwIfAborted();
      return outcome !== undefined;
    });
    if (outcome !== 'open' || side.isHasty || !isWhole(side)) throw judge(talk, side);
    if (watch.failure) throw watch.failure;
  } finally {
    watch.stop();
    watch.stopReading(socket);
  }
}

function loginOf({ username, password }: { username: string; password: string }): {
  userId: string;
  password: string;
} {
  return { userId: username, password };
}

/** What the message that is about to be sent is for. */
function stepOf({ replies }: SocksSide): 'login' | 'open' {
  const [greeting] = replies;
  if (!greeting) return 'login';
  return replies.length === 1 && greeting[1] === BY_PASSWORD ? 'login' : 'open';
}

/** The library also accepts an address of a kind that does not exist. */
function isWhole({ reply }: SocksSide): boolean {
  return ADDRESS_KINDS.includes(reply[3] ?? -1);
}

/** What the reply means with which the library stopped. */
function judge(talk: ProxyTalk, side: SocksSide): Failure {
  const { reply, replies, isHasty } = side;
  const [version, code = 0] = reply;
  if (isHasty) return talk.fail('proxy-protocol', { socksReply: code });
  if (replies.length === 1) return judgeGreeting(talk, reply);
  if (talk.step === 'login') return talk.fail('proxy-authentication', { socksReply: code });
  const problem = version === 0x05 ? PROBLEM_OF_REPLY.get(code) : undefined;
  return talk.fail(problem ?? 'proxy-protocol', { socksReply: code });
}

/** Reply codes of RFC 1928 section 6; X'07' and X'08' are about what was asked for. */
const PROBLEM_OF_REPLY: ReadonlyMap<number, Problem> = new Map([
  [1, 'proxy-target-unreachable'],
  [2, 'proxy-refused'],
  [3, 'proxy-target-unreachable'],
  [4, 'proxy-target-unreachable'],
  [5, 'proxy-target-unreachable'],
  [6, 'proxy-target-unreachable'],
  [7, 'proxy-refused'],
  [8, 'proxy-refused'],
] as const);

function judgeGreeting(talk: ProxyTalk, [version = 0, method = 0]: readonly number[]): Failure {
  if (version !== 0x05) return talk.fail('proxy-protocol', speakerOf(version));
  if (method === BY_PASSWORD) return talk.fail('proxy-authentication');
  const isOther = talk.proxy.login !== undefined || method !== NONE_ACCEPTABLE;
  if (method === NO_LOGIN) return talk.fail('proxy-protocol');
  return talk.fail('proxy-authentication', isOther ? { wantsOtherLogin: true } : {});
}

/** `HTTP/1.1 400` begins with H, and the greeting of a mail server with 2. */
function speakerOf(first: number): { answers?: 'http' | 'smtp' } {
  if (first === 0x48) return { answers: 'http' };
  return first === 0x32 ? { answers: 'smtp' } : {};
}
