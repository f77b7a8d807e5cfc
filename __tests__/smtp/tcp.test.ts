import { getEventListeners, once } from 'node:events';
import { type AddressInfo, createServer, Socket } from 'node:net';
import type { Account } from '../../src/model/account.ts';
import { Failure } from '../../src/model/failure.ts';
import { networkFailure } from '../../src/smtp/network-failure.ts';
import { type Connect, connect, opened } from '../../src/smtp/tcp.ts';
import { Wire } from '../../src/smtp/wire.ts';
import { accountAt } from '../support/account.ts';
import { startPeer } from '../support/peer.ts';

const endless = { signal: new AbortController().signal };

async function failureOf(work: Promise<unknown>): Promise<Failure> {
  const error: unknown = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof Failure)) throw new Error(`not a Failure: ${String(error)}`);
  return error;
}

/** A port of the loopback addresses at which nobody listens. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

test('a refused connection names the address', async () => {
  const port = await freePort();
  const failure = await failureOf(connect('127.0.0.1', port, endless));
  expect(failure.problem).toBe('connection-refused');
  expect(failure.detail).toContain(`ECONNREFUSED 127.0.0.1:${port}`);
});

test('a break that no code explains is a lost connection, with its cause', () => {
  const error = new Error('read ECONNRESET');
  expect(networkFailure(error)).toMatchObject({
    problem: 'connection-lost',
    detail: 'read ECONNRESET',
    cause: error,
  });
});

/** Errors of libuv and of the resolver, as they come for what a user sees. */
test.each([
  ['a name that does not exist', 'ENOTFOUND', 'name-not-found'],
  ['a resolver that is away for now', 'EAI_AGAIN', 'name-lookup-failed'],
  ['a resolver that failed for good', 'EAI_FAIL', 'name-lookup-failed'],
  ['a server failure of the resolver', 'ESERVFAIL', 'name-lookup-failed'],
  ['no route to the host', 'EHOSTUNREACH', 'network-unreachable'],
  ['no route to the network', 'ENETUNREACH', 'network-unreachable'],
  ['no IPv6 of our own', 'EADDRNOTAVAIL', 'network-unreachable'],
  ['a firewall of our own', 'EACCES', 'network-unreachable'],
  ['a filter of our own', 'EPERM', 'network-unreachable'],
  ['a SYN that was never answered', 'ETIMEDOUT', 'network-unreachable'],
])('%s (%s) is %s', (_, code, problem) => {
  expect(networkFailure(Object.assign(new Error(code), { code })).problem).toBe(problem);
});

test('a connection that is given up ends with the reason, and its socket is closed', async () => {
  const end = new AbortController();
  const waiting = connect('127.0.0.1', await freePort(), end);
  end.abort(new Error('time is over'));
  await expect(waiting).rejects.toThrow('time is over');
});

test('an attempt that has failed leaves nothing at the signal', async () => {
  const { signal } = new AbortController();
  await failureOf(connect('127.0.0.1', await freePort(), { signal }));
  expect(getEventListeners(signal, 'abort')).toHaveLength(0);
});

test('an open connection no longer hears of the end of the attempt', async () => {
  const peer = await startPeer(() => undefined);
  const end = new AbortController();
  const socket: Socket = await connect('127.0.0.1', peer.port, end);
  expect(getEventListeners(end.signal, 'abort')).toHaveLength(0);
  end.abort(new Error('too late'));
  await new Promise(setImmediate);
  expect(socket.destroyed).toBe(false);
  expect(socket.listenerCount('error')).toBe(0);
  socket.destroy();
  await peer.close();
});

test('a connection that is silent for too long is given up, and its socket is closed', async () => {
  const socket = new Socket(); // it never connects
  const waiting = opened(socket, 'connect', { ...endless, silenceMs: 20 });
  await expect(waiting).rejects.toMatchObject({ problem: 'timed-out' });
  expect(socket.destroyed).toBe(true);
});

test('a caller with something to do meanwhile hears of the attempt before it has succeeded', async () => {
  const peer = await startPeer(() => undefined);
  const order: string[] = [];
  const connecting = connect('127.0.0.1', peer.port, endless, () => order.push('attempt'));
  const socket = await connecting.finally(() => order.push('connected'));
  expect(order).toEqual(['attempt', 'connected']);
  socket.destroy();
  await peer.close();
});

describe('TLS, which is made ready while the connection is being made,', () => {
  const at = (port: number, changes: Partial<Account> = {}): Account => ({
    ...accountAt(port, '', { host: '127.0.0.1', password: 'correct horse' }),
    ...changes,
  });
  const dial =
    (port: number): Connect =>
    (onAttempt) =>
      connect('127.0.0.1', port, endless, onAttempt);
  /** No account that was read from inputs has such a key; what OpenSSL says of it stands for any trouble. */
  const unusable = { clientCertificate: { certificate: 'no certificate', key: 'no key' } };

  test('tells what OpenSSL has against a key when the handshake is due', async () => {
    const peer = await startPeer(() => undefined);
    const wire = await Wire.open(at(peer.port, unusable), dial(peer.port), endless.signal);
    await expect(wire.secure()).rejects.toThrow(/PEM|no start line/i);
    wire.close();
    await peer.close();
  });

  test('does not hide, by its own failure, that there is no connection', async () => {
    const port = await freePort();
    const account = at(port, { ...unusable, tlsMode: 'implicit' });
    const failure = await failureOf(Wire.open(account, dial(port), endless.signal));
    expect(failure.problem).toBe('connection-refused');
  });
});
