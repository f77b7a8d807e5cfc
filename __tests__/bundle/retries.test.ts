import { type ActionRun, runAction } from '../support/action.ts';
import { createLocalhost } from '../support/certificates.ts';
import { type Peer, type Script, startPeer } from '../support/peer.ts';
import { loginThen, startTlsScript } from '../support/scripts.ts';

const { ca, server } = await createLocalhost();
const accepting = startTlsScript(server, { auth: loginThen('235 2.7.0 ok\r\n') });
let peer: Peer;

/** Plays one script per connection, the last one for all further ones. */
async function run(
  scripts: Script[],
  inputs: Record<string, string | number> = {},
): Promise<ActionRun> {
  peer = await startPeer((connection, index) =>
    (scripts[index] ?? scripts.at(-1))?.(connection, index),
  );
  return runAction({
    host: 'localhost',
    port: peer.port,
    'tls-ca': ca.cert,
    username: 'user@example.test',
    password: 'correct horse',
    timeout: 20,
    ...inputs,
  });
}

const authCount = (): number => peer.received.tls.split('AUTH LOGIN\r\n').length - 1;

afterEach(() => peer.close());

const greet421: Script = async (connection) => {
  connection.send('421 4.3.2 Service not available\r\n');
  await connection.line();
};

test('421 at the greeting and then success is accepted, with the first try visible', async () => {
  const result = await run([greet421, accepting]);
  expect(result).toMatchObject({ exitCode: 0, outputs: { verdict: 'accepted' } });
  expect(result.stdout).toMatch(/attempt 1: temporary \(421\) at greeting/);
  expect(result.summary).toMatch(/attempt 1: temporary \(421\) at greeting/);
});

test('454 to AUTH and then success is accepted', async () => {
  const result = await run([
    startTlsScript(server, { auth: loginThen('454 4.7.0 Temporary authentication failure\r\n') }),
    accepting,
  ]);
  expect(result).toMatchObject({ exitCode: 0, outputs: { verdict: 'accepted' } });
  expect(authCount()).toBe(2);
});

test('454 without end is temporary after all tries, never rejected', async () => {
  const result = await run(
    [startTlsScript(server, { auth: loginThen('454 4.7.0 Temporary authentication failure\r\n') })],
    { retries: 1 },
  );
  expect(result).toMatchObject({ exitCode: 1, outputs: { verdict: 'temporary', code: '454' } });
  expect(peer.connections).toHaveLength(2);
});

test('535 is never tried again', async () => {
  const result = await run([
    startTlsScript(server, { auth: loginThen('535 5.7.8 no\r\n') }),
    accepting,
  ]);
  expect(result.outputs['verdict']).toBe('rejected');
  expect(peer.connections).toHaveLength(1);
});

test('a reply that says "too many" is obeyed', async () => {
  const result = await run([
    startTlsScript(server, {
      auth: loginThen('454 4.7.0 Too many login attempts, please try again later\r\n'),
    }),
    accepting,
  ]);
  expect(result.outputs).toMatchObject({ verdict: 'temporary', cause: 'throttled' });
  expect(peer.connections).toHaveLength(1);
});

test('a connection lost after AUTH is unreachable and not tried again: it may have been a failed login', async () => {
  const result = await run([
    startTlsScript(server, {
      auth: async (connection) => {
        await connection.line();
        connection.send('334 VXNlcm5hbWU6\r\n');
        await connection.line();
        connection.end();
      },
    }),
    accepting,
  ]);
  expect(result.outputs).toMatchObject({ verdict: 'unreachable', stage: 'auth' });
  expect(peer.connections).toHaveLength(1);
});

test('a connection lost before AUTH is tried again', async () => {
  const result = await run([
    (connection) => {
      connection.reset();
      return undefined;
    },
    accepting,
  ]);
  expect(result.outputs['verdict']).toBe('accepted');
});

test('retries: 0 tries once', async () => {
  const result = await run([greet421, accepting], { retries: 0 });
  expect(result.outputs).toMatchObject({ verdict: 'temporary', code: '421', stage: 'greeting' });
});

test('a pause that would outlast the deadline is not begun', async () => {
  const result = await run([greet421, accepting], { timeout: 1 });
  expect(result.outputs['verdict']).toBe('temporary');
  expect(result.elapsedMs).toBeLessThan(1500);
});
