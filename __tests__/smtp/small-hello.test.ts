import { once } from 'node:events';
import type { RawAccount } from '../../src/inputs/names.ts';
import { check } from '../../src/smtp/check.ts';
import { accountAt } from '../support/account.ts';
import { createLocalhost, issue, type Identity } from '../support/certificates.ts';
import { type Ended, ended } from '../support/outcome.ts';
import { type Peer, type PeerConnection, type Script, startPeer } from '../support/peer.ts';

/**
 * Servers and firewalls that do not answer a ClientHello with a post-quantum key share. Whether this Node.js sends
 * one depends on its OpenSSL; without one nothing is repeated.
 */

const { ca, server } = await createLocalhost();
const stranger = await issue(undefined, { dnsNames: ['localhost'] });
const IS_LARGE = parseFloat(process.versions.openssl) >= 3.5;
/** Between the two sizes: some 370 and 1,600 bytes. */
const LIMIT = 1000;
let peer: Peer;

type Refusal = (connection: PeerConnection) => void;
const reset: Refusal = (connection) => {
  connection.reset();
};
const REFUSALS: readonly (readonly [string, Refusal])[] = [
  ['a reset', reset],
  [
    'an end',
    (connection) => {
      connection.end();
    },
  ],
  ['silence', () => undefined],
];

/** Waits for the ClientHello; a small one is answered, a large one refused. */
async function handshake(
  connection: PeerConnection,
  identity: Identity,
  refuse: Refusal,
): Promise<boolean> {
  const { socket } = connection;
  socket.removeAllListeners('data');
  const [hello] = (await once(socket, 'data')) as [Buffer];
  if (hello.length > LIMIT) {
    refuse(connection);
    return false;
  }
  socket.pause();
  socket.unshift(hello);
  await connection.startTls(identity);
  return true;
}

const MODES = ['STARTTLS', 'implicit TLS'] as const;
type Mode = (typeof MODES)[number];

interface Scene {
  readonly identity?: Identity;
  readonly refuse: Refusal;
  /** Plays the connections from the second one on, where they differ. */
  readonly second?: Script;
}

function script(mode: Mode, { identity = server, refuse, second }: Scene): Script {
  return async (connection, index) => {
    if (second && index > 0) {
      await second(connection, index);
      return;
    }
    const answer = async (reply: string): Promise<void> => {
      await connection.line();
      connection.send(`${reply}\r\n`);
    };
    if (mode === 'implicit TLS' && !(await handshake(connection, identity, refuse))) return;
    connection.send('220 mail.example.test ESMTP\r\n');
    if (mode === 'STARTTLS') {
      await answer('250-mail.example.test\r\n250 STARTTLS');
      await answer('220 2.0.0 Ready to start TLS');
      if (!(await handshake(connection, identity, refuse))) return;
    }
    await answer('250-mail.example.test\r\n250 AUTH PLAIN');
    await answer('235 2.7.0 Accepted');
    await connection.line();
  };
}

async function play(mode: Mode, scene: Scene, inputs: Partial<RawAccount> = {}): Promise<Ended> {
  peer = await startPeer(script(mode, scene));
  const given = { password: 'correct horse', timeout: '3', host: 'localhost', ...inputs };
  const implicit = { 'implicit-tls': String(mode === 'implicit TLS') };
  return ended(await check(accountAt(peer.port, ca.cert, { ...given, ...implicit })));
}

afterEach(() => peer.close());

(IS_LARGE ? describe : describe.skip)('where the usual ClientHello is large', () => {
  describe.each(MODES)('with %s', (mode) => {
    test.each(REFUSALS)('%s is followed by a small one, and the login', async (_, refuse) => {
      const result = await play(mode, { refuse });
      expect(result).toMatchObject({
        outcome: 'accepted',
        smallClientHello: true,
        tls: { version: 'TLSv1.3', verified: true },
      });
      expect(peer.connections).toHaveLength(2);
      expect(peer.received.tls.match(/AUTH/g)).toHaveLength(1);
      expect(result.durationMs).toBeLessThan(2900);
      expect(result.transcript.map(({ text }) => text)).toContain(
        'no answer to the ClientHello: connecting again with a small one',
      );
    });

    test('a certificate that is refused then is told, and the small one too', async () => {
      const result = await play(mode, { refuse: reset, identity: stranger });
      expect(result).toMatchObject({
        outcome: 'certificate-self-signed',
        smallClientHello: true,
        authSent: false,
      });
      expect(peer.connections).toHaveLength(2);
    });
  });

  test('a server that answers neither gets two, and the failure says that no byte of TLS came', async () => {
    const second: Script = async (connection) => {
      await goUpToStartTls(connection);
      await once(connection.socket, 'data');
      connection.reset();
    };
    const result = await play('STARTTLS', { refuse: reset, second });
    expect(result).toMatchObject({
      outcome: 'connection-lost',
      stage: 'tls',
      banner: 'mail.example.test ESMTP',
      failure: { tlsBytes: false },
    });
    expect(result.smallClientHello).toBeUndefined();
    expect(peer.connections).toHaveLength(2);
  });

  test('a second connection that does not get as far leaves the first failure', async () => {
    const turnAway: Script = (connection) => {
      connection.send('421 4.7.0 too many connections\r\n');
      return undefined;
    };
    const result = await play('STARTTLS', { refuse: reset, second: turnAway });
    expect(result).toMatchObject({
      outcome: 'connection-lost',
      stage: 'tls',
      banner: 'mail.example.test ESMTP',
      failure: { tlsBytes: false },
    });
  });

  test('silence to both ends with the time of the check', async () => {
    const result = await play('STARTTLS', {
      refuse: () => undefined,
      second: goUpToStartTls,
    });
    expect(result).toMatchObject({
      outcome: 'timed-out',
      stage: 'tls',
      failure: { tlsBytes: false },
    });
    expect(result.durationMs).toBeGreaterThan(2900);
    expect(result.durationMs).toBeLessThan(4000);
  });
});

/** Goes up to STARTTLS and answers no ClientHello. */
async function goUpToStartTls(connection: PeerConnection): Promise<void> {
  connection.send('220 mail.example.test ESMTP\r\n');
  await connection.line();
  connection.send('250-mail.example.test\r\n250 STARTTLS\r\n');
  await connection.line();
  connection.send('220 2.0.0 Ready to start TLS\r\n');
}

(IS_LARGE ? describe.skip : describe)('where the usual ClientHello is small', () => {
  test.each(MODES)('a reset is the end: %s', async (mode) => {
    const script: Script = async (connection) => {
      if (mode === 'STARTTLS') await goUpToStartTls(connection);
      if (connection.socket.readableLength === 0) await once(connection.socket, 'data');
      connection.reset();
    };
    peer = await startPeer(script);
    const inputs = { password: 'correct horse', 'implicit-tls': String(mode === 'implicit TLS') };
    const result = ended(await check(accountAt(peer.port, ca.cert, inputs)));
    expect(result).toMatchObject({ outcome: 'connection-lost', failure: { tlsBytes: false } });
    expect(peer.connections).toHaveLength(1);
  });
});

test.each(MODES)('a server that answers with an alert is not asked again: %s', async (mode) => {
  const alert: Script = async (connection) => {
    if (mode === 'STARTTLS') await goUpToStartTls(connection);
    await once(connection.socket, 'data');
    connection.send(Buffer.from([21, 3, 3, 0, 2, 2, 40]));
    connection.end();
  };
  peer = await startPeer(alert);
  const inputs = { password: 'correct horse', 'implicit-tls': String(mode === 'implicit TLS') };
  const result = ended(await check(accountAt(peer.port, ca.cert, inputs)));
  expect(result).toMatchObject({
    outcome: 'tls-no-common-cipher',
    failure: { alert: { number: 40, name: 'handshake_failure' }, tlsBytes: true },
  });
  expect(peer.connections).toHaveLength(1);
});
