import { getEventListeners, once } from 'node:events';
import { Socket } from 'node:net';
import { createSecureContext, type SecureContext, TLSSocket } from 'node:tls';
import { readPeer } from '../../../src/smtp/tls/peer.ts';
import { connect } from '../../../src/smtp/tcp.ts';
import { handshake } from '../../../src/smtp/tls/channel.ts';
import { secureContext } from '../../../src/smtp/tls/context.ts';
import { accountAt } from '../../support/account.ts';
import { createLocalhost } from '../../support/certificates.ts';
import { type Peer, type PeerConnection, type Script, startPeer } from '../../support/peer.ts';
import type { RawAccount } from '../../../src/inputs/names.ts';

/** The handshake alone, over a real socket: what it says, and each way in which it can end. */

const { ca, server } = await createLocalhost();
let peer: Peer;
let socket: Socket;
let end: AbortController;

/** Connects to a peer and begins the handshake; whether it succeeds is the test's affair. */
async function begin(
  script: Script,
  inputs: Partial<RawAccount> = {},
  ownContext?: SecureContext,
): Promise<TLSSocket> {
  peer = await startPeer(script);
  end = new AbortController();
  const account = accountAt(peer.port, ca.cert, { password: 'correct horse', ...inputs });
  socket = await connect('127.0.0.1', peer.port, end);
  const context = ownContext ?? secureContext(account);
  const options = { context, session: undefined, onSession: () => undefined };
  return handshake(socket, account, options, end);
}

/** Waits for the ClientHello, so that the client is in the middle of the handshake. */
async function hello(connection: PeerConnection): Promise<void> {
  if (connection.plain === '') await once(connection.socket, 'data');
  expect(connection.plain.slice(0, 2)).toBe('\x16\x03');
}

afterEach(async () => {
  socket.destroy();
  await peer.close();
});

describe('the name that is asked for (SNI, RFC 6066 section 3)', () => {
  test.each<[string, Partial<RawAccount>, string | false]>([
    ['is the host', { host: 'mail.example.test' }, 'mail.example.test'],
    ['has no dot at its end', { host: 'mail.example.test.' }, 'mail.example.test'],
    [
      'is the one that the certificate shall have',
      { 'tls-servername': 'mail.example.test' },
      'mail.example.test',
    ],
    ['is never an IPv4 address', { host: '127.0.0.1' }, false],
    ['is never an IPv6 address', { host: '[::1]' }, false],
    ['is not an address in place of the name either', { 'tls-servername': '127.0.0.1' }, false],
  ])('%s', async (_, inputs, name) => {
    const asked = await new Promise((resolve, reject) => {
      begin(async (connection) => {
        await connection.startTls(server);
        const { socket: secured } = connection;
        resolve(secured instanceof TLSSocket && secured.servername);
      }, inputs).catch(reject);
    });
    expect(asked).toBe(name);
  });
});

describe('a handshake that ends in its middle', () => {
  test('because the time is over ends with that reason, and closes the connection', async () => {
    let hasClosed: Promise<unknown> = Promise.resolve();
    const handshaking = begin(async (connection) => {
      await hello(connection);
      hasClosed = once(connection.socket, 'close');
      end.abort(new Error('time is over'));
    });
    await expect(handshaking).rejects.toThrow('time is over');
    await hasClosed;
    expect(socket.destroyed).toBe(true);
  });

  test('because the other side closes is a lost connection', async () => {
    const handshaking = begin(async (connection) => {
      await hello(connection);
      connection.end();
    });
    await expect(handshaking).rejects.toMatchObject({ problem: 'connection-lost' });
    expect(socket.destroyed).toBe(true);
  });

  test('because the other side resets is one with the words of the system', async () => {
    const handshaking = begin(async (connection) => {
      await hello(connection);
      connection.reset();
    });
    await expect(handshaking).rejects.toMatchObject({
      problem: 'connection-lost',
      detail: expect.stringContaining('ECONNRESET') as string,
    });
  });

  test('because the other side speaks no TLS is named after that', async () => {
    const handshaking = begin(async (connection) => {
      await hello(connection);
      connection.send('220 mail.example.test ESMTP\r\n');
    });
    await expect(handshaking).rejects.toMatchObject({ problem: 'tls-not-spoken' });
  });
});

test('a finished handshake leaves the channel to its owner', async () => {
  const secured = await begin((connection) => connection.startTls(server));
  expect(getEventListeners(end.signal, 'abort')).toHaveLength(0);
  end.abort(new Error('too late'));
  await new Promise(setImmediate);
  expect(secured.destroyed).toBe(false);
  expect(secured.listenerCount('error')).toBe(0);
  expect(secured.listenerCount('close')).toBe(new TLSSocket(new Socket()).listenerCount('close'));
});

test('an attempt that has failed leaves nothing at the signal', async () => {
  const handshaking = begin((connection) => {
    connection.end();
    return undefined;
  });
  await expect(handshaking).rejects.toMatchObject({ problem: 'connection-lost' });
  expect(getEventListeners(end.signal, 'abort')).toHaveLength(0);
});

test('a server that shows no certificate is not trusted', async () => {
  const anonymous = { ciphers: 'AECDH-AES256-SHA:@SECLEVEL=0', maxVersion: 'TLSv1.2' } as const;
  const script: Script = (connection) => connection.startTls(anonymous);
  const secured = await begin(script, {}, createSecureContext(anonymous));
  expect(() => readPeer(secured)).toThrow(
    expect.objectContaining({
      problem: 'certificate-untrusted',
      detail: 'no certificate',
    }) as Error,
  );
});
