import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Octokit reads the address when it is loaded. */
const server = createServer(() => undefined).listen(0, '127.0.0.1');
await once(server, 'listening');
process.env['GITHUB_API_URL'] = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
const { openGitHub } = await import('../../../src/action/tracking/issues-api.ts');

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const TEXT = { title: 't', body: 'b' };

test.each([
  ['list', (github: ReturnType<typeof openGitHub>) => github.list()],
  ['create', (github: ReturnType<typeof openGitHub>) => github.create(TEXT)],
  ['update', (github: ReturnType<typeof openGitHub>) => github.update(1, TEXT)],
  ['comment', (github: ReturnType<typeof openGitHub>) => github.comment(1, 'x')],
  ['close', (github: ReturnType<typeof openGitHub>) => github.close(1, 'completed')],
])('a GitHub that never answers "%s" does not hold a run that is cancelled', async (_, call) => {
  const end = new AbortController();
  const github = openGitHub({ token: 't', repository: 'acme/mail', signal: end.signal });
  const asked = once(server, 'request');
  const waiting = call(github);
  await asked;
  end.abort(new Error('cancelled'));
  await expect(waiting).rejects.toThrow('cancelled');
});
