import { getEventListeners } from 'node:events';
import type { Socket } from 'node:net';
import type { RawAccount } from '../../src/inputs/names.ts';
import { connect } from '../../src/smtp/tcp.ts';
import { Wire } from '../../src/smtp/wire.ts';
import { accountAt } from '../support/account.ts';
import { createLocalhost, issue } from '../support/certificates.ts';
import { type Peer, type Script, startPeer } from '../support/peer.ts';

/** The laws that stand where the bytes leave, without the flow of control that obeys them before. */

const { ca, server } = await createLocalhost();
const stranger = await issue(undefined, { dnsNames: ['localhost'] });
const { signal: endless } = new AbortController();
let peer: Peer;
let wire: Wire;

async function open(
  script: Script,
  inputs: Partial<RawAccount> = {},
  signal: AbortSignal = endless,
): Promise<void> {
  peer = await startPeer(script);
  const account = accountAt(peer.port, ca.cert, { password: 'correct horse', ...inputs });
  wire = await Wire.open(account, (onAttempt) => dial(peer.port, signal, onAttempt), signal);
}

/** What the peer has received once it has been given the time to. */
async function received(): Promise<string> {
  await new Promise((resolve) => setTimeout(resolve, 50));
  return peer.received.plain + peer.received.tls;
}

async function untilUnsolicited(): Promise<void> {
  while (!wire.hasUnsolicitedBytes) await new Promise(setImmediate);
}

const dial = (port: number, signal: AbortSignal, onAttempt?: () => void): Promise<Socket> =>
  connect('127.0.0.1', port, { signal }, onAttempt);

const silent: Script = () => undefined;
const greet =
  (text: string): Script =>
  (connection) => {
    connection.send(text);
    return undefined;
  };

afterEach(async () => {
  wire.close();
  await peer.close();
});

describe('a command', () => {
  test.each(['EHLO x\r\nMAIL FROM:<>', 'NOOP\n', 'NOOP\0', 'NOOP \x7f', 'EHLO müller'])(
    'that is more than printable ASCII is not sent: %j',
    async (command) => {
      await open(silent);
      expect(() => {
        wire.send(command);
      }).toThrow('a command must be printable ASCII');
      expect(await received()).toBe('');
    },
  );

  test.each(['220 hello\r\n', '2'])(
    'is not sent over bytes that nobody asked for: %j',
    async (text) => {
      await open(greet(text));
      await untilUnsolicited();
      expect(() => {
        wire.send('NOOP');
      }).toThrow('unsolicited-bytes');
      expect(await received()).toBe('');
    },
  );

  test('that meets the announcement of the end says so, with the words of the server', async () => {
    await open(greet('421 4.3.2 going down\r\n'));
    await untilUnsolicited();
    let failure: unknown;
    try {
      wire.send('NOOP');
    } catch (error) {
      failure = error;
    }
    expect(failure).toMatchObject({
      problem: 'refused',
      reply: { code: 421, lines: ['4.3.2 going down'] },
    });
  });

  test('that meets half of such an announcement meets unasked bytes', async () => {
    await open(greet('421 4.3.2 going'));
    await untilUnsolicited();
    expect(() => {
      wire.send('NOOP');
    }).toThrow('unsolicited-bytes');
  });
});

describe('a credential', () => {
  const consent = { 'allow-cleartext-auth': 'true' };

  test('leaves without TLS where the user said so, and nowhere else', async () => {
    await open(silent, { starttls: 'never', ...consent });
    wire.sendCredential('AUTH PLAIN AGEAYg==');
    expect(await received()).toBe('AUTH PLAIN AGEAYg==\r\n');
  });

  test.each<[string, Partial<RawAccount>]>([
    ['stays where TLS is wanted and has not come', {}],
    ['stays there with consent too, which is for a channel that was never to be TLS', consent],
  ])('%s', async (_, inputs) => {
    await open(silent, inputs);
    expect(() => {
      wire.sendCredential('AUTH PLAIN AGEAYg==');
    }).toThrow('tls-required');
    expect(await received()).toBe('');
  });

  test('stays on a TLS channel whose certificate was refused', async () => {
    await open(async (connection) => {
      await connection.startTls(stranger);
    });
    await expect(wire.secure()).rejects.toThrow('certificate-self-signed');
    expect(wire.tls).toMatchObject({ verified: false, names: ['DNS:localhost'] });
    expect(wire.channelBinding).toBeUndefined();
    expect(() => {
      wire.sendCredential('AUTH PLAIN AGEAYg==');
    }).toThrow('tls-required');
    expect(await received()).not.toContain('AUTH');
  });

  test('leaves on verified TLS, where there is something to bind it to', async () => {
    await open(async (connection) => {
      await connection.startTls(server);
    });
    await wire.secure();
    expect(wire.tls?.verified).toBe(true);
    expect(wire.channelBinding?.type).toBe('tls-exporter');
    wire.sendCredential('AUTH PLAIN AGEAYg==');
    await received();
    expect(peer.received.tls).toBe('AUTH PLAIN AGEAYg==\r\n');
  });
});

describe('bytes that came before the handshake', () => {
  test.each<[string, Partial<RawAccount>, string]>([
    ['with the go-ahead of STARTTLS are an attack', {}, 'starttls-injection'],
    ['where TLS comes first are not TLS', { 'implicit-tls': 'true' }, 'tls-not-spoken'],
  ])('%s', async (_, inputs, problem) => {
    await open(greet('220 hello\r\n'), inputs);
    await untilUnsolicited();
    await expect(wire.secure()).rejects.toThrow(problem);
  });
});

test('an account that wants no TLS gets none', async () => {
  await open(silent, { starttls: 'never', 'allow-cleartext-auth': 'true' });
  await expect(wire.secure()).rejects.toThrow('this account wants no TLS');
});

test('both ends of a connection have an address', async () => {
  await open(silent, { host: '127.0.0.1' });
  expect([wire.localAddress, wire.remoteAddress]).toEqual(['127.0.0.1', '127.0.0.1']);
});

describe('the end', () => {
  test('is said with QUIT on a channel that is well, and nobody listens any more', async () => {
    const { signal } = new AbortController();
    await open(greet('220 hello\r\n'), {}, signal);
    await wire.receive();
    wire.close();
    expect(getEventListeners(signal, 'abort')).toHaveLength(0);
    expect(await received()).toBe('QUIT\r\n');
  });

  test('is said without QUIT to a server that has not greeted yet', async () => {
    await open(silent);
    wire.close();
    expect(await received()).toBe('');
  });

  test('is said without QUIT over bytes that nobody asked for', async () => {
    await open(greet('2'));
    await untilUnsolicited();
    wire.close();
    expect(await received()).toBe('');
  });

  test('of the other side is a lost connection, and no QUIT is said to it', async () => {
    await open((connection) => {
      connection.end();
      return undefined;
    });
    await expect(wire.receive()).rejects.toThrow('connection-lost');
    wire.close();
    expect(await received()).toBe('');
  });

  test('by a reset is a lost connection with the words of the system', async () => {
    await open(async (connection) => {
      await connection.line();
      connection.reset();
    });
    wire.send('NOOP');
    await expect(wire.receive()).rejects.toMatchObject({
      problem: 'connection-lost',
      detail: expect.stringContaining('ECONNRESET') as string,
    });
  });

  test('of the time ends the waiting for a reply, with the reason', async () => {
    const end = new AbortController();
    await open(silent, {}, end.signal);
    const waiting = wire.receive();
    end.abort(new Error('time is over'));
    await expect(waiting).rejects.toThrow('time is over');
    await expect(wire.receive()).rejects.toThrow('time is over');
  });
});

test('no connection is made when the time is over already', async () => {
  await open(silent);
  const account = accountAt(peer.port, ca.cert, { password: 'correct horse' });
  const over = AbortSignal.abort(new Error('time was over'));
  const dialled = (): Promise<Socket> => dial(peer.port, over);
  await expect(Wire.open(account, dialled, over)).rejects.toThrow('time was over');
  expect(peer.connections).toHaveLength(1);
});
