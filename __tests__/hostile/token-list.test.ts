import { runAction } from '../support/action.ts';
import { loginThen, startTlsScript } from '../support/scripts.ts';
import { type Peer, startPeer } from '../support/peer.ts';
import { afterRequest } from './cases/token.ts';
import { OUTCOMES } from './cases/token-replies.ts';
import { sharedWorld } from './support/world.ts';

/** A hostile token endpoint costs its own account and no other one: all results of a list survive. */

const SECRET = 'client-secret-of-the-test';

interface Endpoint {
  readonly name: string;
  readonly verdict: string | undefined;
  readonly peer: Peer;
}

async function startEndpoints(): Promise<Endpoint[]> {
  const world = await sharedWorld();
  const endpoints: Endpoint[] = [];
  for (const { expect: wanted, replies } of OUTCOMES) {
    for (const [name, reply] of replies) {
      const peer = await startPeer(async (connection, index) => {
        await afterRequest(reply)(connection, { world, index, kill: () => undefined });
      });
      endpoints.push({ name, verdict: wanted.verdict, peer });
    }
  }
  return endpoints;
}

test('every reply at once, with honest accounts before, between and behind', async () => {
  const { ca, server } = await sharedWorld();
  const endpoints = await startEndpoints();
  const auth = loginThen('235 2.7.0 ok\r\n');
  const mail = await startPeer(startTlsScript(server, { auth }));
  const honest = (username: string): object => ({ username, 'password-env': 'PASSWORD' });
  const entries = endpoints.flatMap(({ peer }, index) => [
    honest(`honest-${index}`),
    {
      username: `token-${index}@example.test`,
      'client-id': 'app',
      'client-secret-env': 'SECRET',
      'token-endpoint': `https://127.0.0.1:${peer.port}/`,
    },
  ]);
  const defaults = {
    host: '127.0.0.1',
    port: mail.port,
    'tls-ca': ca.cert,
    timeout: 15,
    retries: 0,
  };
  const run = await runAction(
    {
      accounts: JSON.stringify({ defaults, accounts: [...entries, honest('last')] }),
      'max-parallel': 8,
      'max-per-host': 8,
      'host-gap': '0',
    },
    { env: { PASSWORD: 'correct horse battery', SECRET } },
  );
  const asked = endpoints.map(({ name, peer }) => ({ name, connections: peer.connections.length }));
  const logins = mail.connections.length;
  await Promise.all([...endpoints.map(({ peer }) => peer.close()), mail.close()]);

  const results = JSON.parse(run.outputs['results'] ?? '[]') as { readonly verdict: string }[];
  const seen = results.map(({ verdict }) => verdict);
  expect(seen).toEqual([...endpoints.flatMap(({ verdict }) => ['accepted', verdict]), 'accepted']);
  expect(asked).toEqual(endpoints.map(({ name }) => ({ name, connections: 1 })));
  expect(logins).toBe(endpoints.length + 1);
  expect(run.exitCode).toBe(1);
  expect(run.stdout).not.toContain('internal error');
  expect(run.visible).not.toContain(SECRET);
});
