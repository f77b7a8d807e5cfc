import { type ActionRun, runAction } from '../support/action.ts';
import { createLocalhost } from '../support/certificates.ts';
import { type PeerConnection, type Script, startPeer } from '../support/peer.ts';
import { startTlsScript } from '../support/scripts.ts';

const { ca, server } = await createLocalhost();

const TIMEOUT_S = 2;
/** The half second, and the time a process needs to start on a busy machine. */
const LIMIT_MS = TIMEOUT_S * 1000 + 500 + 1000;

async function run(script: Script): Promise<ActionRun> {
  const peer = await startPeer(script);
  try {
    return await runAction({
      host: 'localhost',
      port: peer.port,
      'tls-ca': ca.cert,
      username: 'user@example.test',
      password: 'correct horse',
      timeout: TIMEOUT_S,
    });
  } finally {
    await peer.close();
  }
}

const hear = (connection: PeerConnection): Promise<string> => connection.line();
const beforeTls = async (connection: PeerConnection): Promise<void> => {
  connection.send('220 x\r\n');
  await hear(connection);
  connection.send('250-x\r\n250 STARTTLS\r\n');
  await hear(connection);
};

const SILENT: [stage: string, when: string, script: Script][] = [
  ['greeting', 'instead of a greeting', hear],
  [
    'ehlo',
    'after EHLO',
    async (connection) => {
      connection.send('220 x\r\n');
      await hear(connection);
      await hear(connection);
    },
  ],
  [
    'starttls',
    'after STARTTLS',
    async (connection) => {
      await beforeTls(connection);
      await hear(connection);
    },
  ],
  [
    'tls',
    'in the handshake',
    async (connection) => {
      await beforeTls(connection);
      connection.send('220 go\r\n');
      await new Promise((resolve) => connection.socket.once('close', resolve));
    },
  ],
  [
    'auth',
    'after AUTH',
    startTlsScript(server, {
      auth: async (connection) => {
        await hear(connection);
        await hear(connection);
      },
    }),
  ],
  [
    'auth',
    'after the password',
    startTlsScript(server, {
      auth: async (connection) => {
        await hear(connection);
        connection.send('334 VXNlcm5hbWU6\r\n');
        await hear(connection);
        connection.send('334 UGFzc3dvcmQ6\r\n');
        await hear(connection);
        await hear(connection);
      },
    }),
  ],
];

test.each(SILENT)(
  'a server silent at %s (%s) is a timeout, and the process ends',
  async (stage, _, script) => {
    const result = await run(script);
    expect(result).toMatchObject({ exitCode: 1, outputs: { verdict: 'timeout', stage } });
    expect(result.elapsedMs).toBeLessThan(LIMIT_MS);
    expect(result.stdout).toContain(`timeout at ${stage}`);
  },
);

test('a greeting that drips a byte a second is a timeout', async () => {
  const result = await run((connection) => connection.drip(`220 ${'x'.repeat(100)}`, 1000));
  expect(result.outputs).toMatchObject({ verdict: 'timeout', stage: 'greeting' });
  expect(result.elapsedMs).toBeLessThan(LIMIT_MS);
});

test('an answer to AUTH that drips a byte a second is a timeout', async () => {
  const result = await run(
    startTlsScript(server, {
      auth: async (connection) => {
        await hear(connection);
        await connection.drip(`535 ${'x'.repeat(100)}`, 1000);
      },
    }),
  );
  expect(result.outputs).toMatchObject({ verdict: 'timeout', stage: 'auth' });
  expect(result.elapsedMs).toBeLessThan(LIMIT_MS);
});

test('a server that never answers QUIT holds nobody', async () => {
  const result = await run(
    startTlsScript(server, {
      auth: async (connection) => {
        await hear(connection);
        connection.send('334 \r\n');
        await hear(connection);
        connection.send('334 \r\n');
        await hear(connection);
        connection.send('235 ok\r\n');
        await new Promise((resolve) => connection.socket.once('close', resolve));
      },
    }),
  );
  expect(result.outputs['verdict']).toBe('accepted');
  expect(result.elapsedMs).toBeLessThan(TIMEOUT_S * 1000);
});
