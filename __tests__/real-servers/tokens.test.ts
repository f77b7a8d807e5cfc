import { createLocalhost, issue } from '../support/certificates.ts';
import { CLIENT_SECRET, type OAuthServer, startOAuthServer } from '../support/oauth-server.ts';
import { type RunnerOidc, startRunnerOidc } from '../support/runner-oidc.ts';
import { run, serverNamed, type User, users } from './servers.ts';
import { readFileSync } from 'node:fs';

/**
 * Postfix with Dovecot asks a real OAuth server about the tokens that the bundle has fetched from it.
 */

const dovecot = serverNamed('postfix-dovecot');
const [user] = users as [User];
const { ca, server } = await createLocalhost();
const robot = await issue(ca, { commonName: 'robot', keys: 'rsa-2048' });
let runner: RunnerOidc;
let oauth: OAuthServer;

beforeAll(async () => {
  runner = await startRunnerOidc();
  oauth = await startOAuthServer(server, {
    certificate: robot.cert,
    githubKeys: runner.keys,
    serviceAccount: robot.cert,
    introspectionPort: Number(process.env['REAL_SERVERS_OAUTH_PORT'] ?? 24080),
  });
});
afterAll(async () => {
  await runner.close();
  await oauth.close();
});

/** The mail server's and the OAuth server's authorities. */
const authorities = `${readFileSync(dovecot.caFile, 'utf8')}\n${ca.cert}`;
const given = { username: user.username, 'tls-ca': authorities };
const refresh = async (mailbox: string): Promise<Record<string, string>> => ({
  'client-id': 'with-secret',
  'client-secret': CLIENT_SECRET,
  'refresh-token': await oauth.issueRefreshToken(mailbox),
  'token-endpoint': oauth.tokenEndpoint,
});

describe.each(['XOAUTH2', 'OAUTHBEARER'])('%s', (mechanism) => {
  test('accepts a token that was fetched for the mailbox', async () => {
    const inputs = await refresh(user.username);
    const result = await run(dovecot, { ...given, ...inputs, mechanism });
    expect(result).toMatchObject({ exitCode: 0, outputs: { verdict: 'accepted', mechanism } });
    expect(result.visible).not.toContain(CLIENT_SECRET);
    expect(result.visible).not.toContain(inputs['refresh-token']);
  });

  test('accepts the token of a service account', async () => {
    const key = { client_email: 'robot@example.test', private_key: robot.key };
    const result = await run(dovecot, {
      ...given,
      'credentials-json': JSON.stringify({ ...key, token_uri: oauth.googleEndpoint }),
      mechanism,
    });
    expect(result).toMatchObject({ exitCode: 0, outputs: { verdict: 'accepted', mechanism } });
  });

  test('rejects the token of another mailbox', async () => {
    const inputs = await refresh('somebody-else@example.test');
    const result = await run(dovecot, { ...given, ...inputs, mechanism });
    expect(result).toMatchObject({ exitCode: 1, outputs: { verdict: 'rejected', code: '535' } });
  });

  test('rejects a token that nobody issued, with one AUTH', async () => {
    const inputs = { 'access-token': 'ya29.never-issued-token', mechanism };
    const result = await run(dovecot, { ...given, ...inputs });
    expect(result).toMatchObject({ exitCode: 1, outputs: { verdict: 'rejected', code: '535' } });
    expect(result.visible).not.toContain('never-issued-token');
    expect(result.stdout.match(/^C: AUTH /gm)).toHaveLength(1);
  });
});
