import type { RawAccount } from '../../src/inputs/names.ts';
import { check, type CheckOptions } from '../../src/smtp/check.ts';
import { accountAt } from '../support/account.ts';
import { createLocalhost, issue } from '../support/certificates.ts';
import { type Ended, ended } from '../support/outcome.ts';
import { type Peer, type Script, startPeer } from '../support/peer.ts';
import { resolveTo } from '../support/resolver.ts';
import { loginThen, startTlsScript } from '../support/scripts.ts';

/** A host with several addresses: a bad one leaves time for the next, and no login is ever repeated. */

const { ca, server } = await createLocalhost();
const stranger = await issue(undefined, { dnsNames: ['localhost'] });
const HERE = '127.0.0.1';
/** Nobody listens there: the peers of these tests listen on IPv4 alone. */
const REFUSES = '::1';
let peer: Peer;
let restore = (): void => undefined;

const good: Script = startTlsScript(server, { auth: loginThen('235 2.7.0 ok\r\n') });
const silent: Script = () => undefined;
const closes: Script = (connection) => {
  connection.end();
  return undefined;
};
const resets: Script = (connection) => {
  connection.reset();
  return undefined;
};

interface Scene {
  readonly addresses?: readonly string[];
  readonly inputs?: Partial<RawAccount>;
  readonly options?: CheckOptions;
}

/** Plays one script to each connection; those that follow find a good server. */
async function play(
  scripts: readonly Script[],
  { addresses = [HERE, HERE], inputs = {}, options = {} }: Scene = {},
): Promise<Ended> {
  peer = await startPeer((connection, index) => (scripts[index] ?? good)(connection, index));
  restore = resolveTo(...addresses);
  const given = { password: 'correct horse', 'tls-servername': 'localhost', ...inputs };
  const account = accountAt(peer.port, ca.cert, {
    host: 'two.example.test',
    timeout: '2',
    ...given,
  });
  return ended(await check(account, options));
}

afterEach(async () => {
  restore();
  await peer.close();
});

describe('an address is left for the next one', () => {
  test.each<[string, Script, string]>([
    ['that is silent', silent, 'timed-out'],
    ['that closes at once', closes, 'connection-lost'],
    ['that resets at once', resets, 'connection-lost'],
    [
      'that closes in the middle of its greeting',
      (connection) => {
        connection.send('220-mail');
        connection.end();
        return undefined;
      },
      'connection-lost',
    ],
  ])('%s', async (_, bad, problem) => {
    const result = await play([bad]);
    expect(result).toMatchObject({ outcome: 'accepted', address: HERE });
    expect(result.addresses).toEqual([{ address: HERE, problem }, { address: HERE }]);
    expect(result.durationMs).toBeLessThan(1900);
    expect(peer.connections).toHaveLength(2);
  });

  test('and the transcript says so', async () => {
    const { transcript } = await play([silent]);
    expect(transcript.map(({ text }) => text).slice(0, 3)).toEqual([
      `connected to ${HERE}`,
      `no greeting from ${HERE}: trying the next address`,
      `connected to ${HERE}`,
    ]);
  });

  test('that refuses', async () => {
    const result = await play([], { addresses: [REFUSES, HERE] });
    expect(result).toMatchObject({ outcome: 'accepted', address: HERE });
    expect(result.addresses).toEqual([
      { address: REFUSES, problem: expect.stringMatching(/refused|unreachable/) as string },
      { address: HERE },
    ]);
  });

  test('that is silent where TLS comes first', async () => {
    const implicit: Script = async (connection) => {
      await connection.startTls(server);
      connection.send('220 x\r\n');
      await connection.line();
      connection.send('250-x\r\n250 AUTH PLAIN\r\n');
      await connection.line();
      connection.send('235 ok\r\n');
    };
    const isLarge = parseFloat(process.versions.openssl) >= 3.5;
    // With a large ClientHello the same address is asked once more with a small one.
    const bad = isLarge ? [silent, silent] : [silent];
    const result = await play([...bad, implicit], { inputs: { 'implicit-tls': 'true' } });
    expect(result).toMatchObject({ outcome: 'accepted' });
    expect(result.smallClientHello).toBeUndefined();
    expect(peer.connections).toHaveLength(bad.length + 1);
  });
});

describe('an address is not left', () => {
  test.each<[string, Script, string]>([
    [
      'that refuses by its greeting',
      (connection) => {
        connection.send('554 5.7.1 go away\r\n');
        return undefined;
      },
      'refused',
    ],
    [
      'that is not SMTP',
      (connection) => {
        connection.send('* OK IMAP4rev1\r\n');
        return undefined;
      },
      'not-smtp',
    ],
    [
      'that has begun to greet and is slow',
      (connection) => {
        connection.send('220-please wait\r\n');
        return undefined;
      },
      'timed-out',
    ],
    [
      'that closes after its greeting',
      async (connection) => {
        connection.send('220 x\r\n');
        await connection.line();
        connection.end();
      },
      'connection-lost',
    ],
    [
      'that closes after AUTH',
      startTlsScript(server, {
        auth: async (connection) => {
          await connection.line();
          connection.end();
        },
      }),
      'connection-lost',
    ],
    [
      'that has another certificate',
      startTlsScript(stranger, { auth: () => undefined }),
      'certificate-self-signed',
    ],
  ])('%s', async (_, script, problem) => {
    const result = await play([script]);
    expect(result.outcome).toBe(problem);
    expect(peer.connections).toHaveLength(1);
  });

  test('when it is the only one: it has all the time', async () => {
    const late: Script = (connection, index) =>
      new Promise((resolve) => setTimeout(resolve, 1200)).then(() => good(connection, index));
    const result = await play([late], { addresses: [HERE] });
    expect(result.outcome).toBe('accepted');
    expect(result.addresses).toBeUndefined();
  });

  test('after the check was cancelled', async () => {
    const cancel = new AbortController();
    const script: Script = () => {
      setTimeout(() => {
        cancel.abort();
      }, 20);
      return undefined;
    };
    const result = await play([script], { options: { signal: cancel.signal } });
    expect(result).toMatchObject({ outcome: 'cancelled', stage: 'greeting' });
    expect(peer.connections).toHaveLength(1);
  });
});

describe('when every address fails', () => {
  test('at most three that accepted a connection are tried', async () => {
    const addresses = Array<string>(6).fill(HERE);
    const result = await play([closes, closes, closes], { addresses });
    expect(result).toMatchObject({ outcome: 'connection-lost', stage: 'greeting', address: HERE });
    expect(result.addresses).toHaveLength(3);
    expect(peer.connections).toHaveLength(3);
  });

  test('silent ones share the time of the check and do not exceed it', async () => {
    const result = await play([silent, silent, silent], { addresses: [HERE, HERE, HERE] });
    expect(result).toMatchObject({ outcome: 'timed-out', stage: 'greeting' });
    expect(result.durationMs).toBeGreaterThan(1900);
    expect(result.durationMs).toBeLessThan(2600);
    expect(peer.connections).toHaveLength(3);
  });

  test('the one that got furthest is named', async () => {
    const result = await play([closes], { addresses: [HERE, REFUSES] });
    expect(result).toMatchObject({ outcome: 'connection-lost', stage: 'greeting', address: HERE });
    expect(result.addresses?.map(({ address }) => address)).toEqual([HERE, REFUSES]);
  });

  test('by refusing, the refusal is told with its address', async () => {
    const result = await play([], { addresses: [REFUSES] });
    expect(result).toMatchObject({ stage: 'connect', address: REFUSES });
    expect(result.outcome).toMatch(/^(?:connection-refused|network-unreachable)$/);
    expect(result.addresses).toBeUndefined();
  });
});
