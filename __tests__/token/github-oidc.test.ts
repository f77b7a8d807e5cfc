import { fetchGitHubToken } from '../../src/token/github.ts';

/** What a job without the right environment is told. */

const ask = (environment: Record<string, string>): Promise<string> =>
  fetchGitHubToken(environment, AbortSignal.timeout(5000));

test('a job without "id-token: write" is told so, and why it was asked for', async () => {
  await expect(ask({})).rejects.toMatchObject({
    problem: 'token-request-invalid',
    detail: expect.stringMatching(/no client secret.*id-token: write/) as string,
  });
});

test.each([
  ['http://runner.example.test/token'],
  ['http://127.0.0.1.example.test/token'],
  ['http://localhost@example.test/token'],
  ['file:///etc/passwd'],
  ['nonsense'],
])("the runner's key is not sent to %s", async (url) => {
  const environment = { ACTIONS_ID_TOKEN_REQUEST_URL: url, ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'k' };
  await expect(ask(environment)).rejects.toMatchObject({ problem: 'token-request-invalid' });
});
