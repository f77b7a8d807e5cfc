import type { TokenGrant } from '../../src/model/account.ts';
import { Failure } from '../../src/model/failure.ts';
import { obtainToken } from '../../src/token/obtain.ts';
import { createLocalhost, issue } from '../support/certificates.ts';
import {
  CLIENT_SECRET,
  FOREIGN_SCOPE,
  type OAuthServer,
  SCOPE,
  startOAuthServer,
  WORKFLOW,
} from '../support/oauth-server.ts';
import { type RunnerOidc, startRunnerOidc } from '../support/runner-oidc.ts';

/** Every way to a token against a real OAuth 2.0 server. */

const { ca, server } = await createLocalhost();
const client = await issue(ca, { commonName: 'app', keys: 'rsa-2048' });
const robot = await issue(ca, { commonName: 'robot', keys: 'rsa-2048' });
let runner: RunnerOidc;
let oauth: OAuthServer;
let learned: string[];

beforeAll(async () => {
  runner = await startRunnerOidc();
  oauth = await startOAuthServer(server, {
    certificate: client.cert,
    githubKeys: runner.keys,
    serviceAccount: robot.cert,
  });
});
afterAll(async () => {
  await runner.close();
  await oauth.close();
});
beforeEach(() => {
  learned = [];
});

async function obtain(
  grant: TokenGrant,
  { scope, endpoint = oauth.tokenEndpoint }: { scope?: string; endpoint?: string } = {},
): Promise<string> {
  const endpointFrom = 'token-endpoint' as const;
  const request = { endpoint, endpointFrom, grant, ...(scope !== undefined && { scope }) };
  const tools = {
    signal: AbortSignal.timeout(10_000),
    learn: (secret: string) => void learned.push(secret),
  };
  const surroundings = { environment: runner.environment, ca: ca.cert };
  return (await obtainToken(request, tools, surroundings)).token;
}

const withSecret = (secret: string): TokenGrant => ({
  kind: 'client-credentials',
  clientId: 'with-secret',
  proof: { kind: 'secret', secret },
});
const federated: TokenGrant = {
  kind: 'client-credentials',
  clientId: WORKFLOW,
  proof: { kind: 'github-oidc' },
};

describe('client credentials', () => {
  test('with a secret, in one request', async () => {
    const before = oauth.requests;
    expect(await obtain(withSecret(CLIENT_SECRET), { scope: SCOPE })).toMatch(/^[\w-]{20,}$/);
    expect(oauth.requests - before).toBe(1);
    expect(learned).toContain(CLIENT_SECRET);
  });

  test('with a certificate: the assertion is signed, known as a secret, and new each time', async () => {
    const proof = {
      kind: 'certificate',
      certificate: { certificate: client.cert, key: client.key },
    } as const;
    const grant = { kind: 'client-credentials', clientId: 'with-certificate', proof } as const;
    await obtain(grant);
    await obtain(grant);
    const assertions = learned.filter((secret) => /^[\w-]+\.[\w-]+\.[\w-]+$/.test(secret));
    expect(assertions).toHaveLength(2);
    expect(assertions[0]).not.toBe(assertions[1]);
  });

  test("with nothing stored: GitHub's OIDC token authenticates the workflow", async () => {
    expect(await obtain(federated)).toMatch(/^[\w-]{20,}$/);
    expect(learned[0]).toBe(runner.environment['ACTIONS_ID_TOKEN_REQUEST_TOKEN']);
    expect(learned[1]).toBe(runner.token);
  });

  test.each<[string, () => Promise<string>, string]>([
    ['a wrong secret', () => obtain(withSecret('wrong')), 'token-refused'],
    [
      'the key of another certificate',
      () =>
        obtain({
          kind: 'client-credentials',
          clientId: 'with-certificate',
          proof: {
            kind: 'certificate',
            certificate: { certificate: client.cert, key: robot.key },
          },
        }),
      'token-refused',
    ],
    [
      'a scope that the client may not have',
      () => obtain(withSecret(CLIENT_SECRET), { scope: FOREIGN_SCOPE }),
      'token-request-invalid',
    ],
  ])('%s gets no token', async (_, ask, problem) => {
    await expect(ask()).rejects.toMatchObject({ name: 'Failure', problem });
  });

  test('the workflow of another repository is refused', async () => {
    runner.subject = 'repo:mallory/mail:ref:refs/heads/main';
    const failed = await obtain(federated).catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(Failure);
  });
});

describe('a refresh token', () => {
  const refresh = (refreshToken: string): TokenGrant => ({
    kind: 'refresh-token',
    clientId: 'with-secret',
    proof: { kind: 'secret', secret: CLIENT_SECRET },
    refreshToken,
  });

  test('is exchanged, and known as a secret', async () => {
    const refreshToken = await oauth.issueRefreshToken('plain@example.test');
    expect(await obtain(refresh(refreshToken))).toMatch(/^[\w-]{20,}$/);
    expect(learned).toContain(refreshToken);
  });

  test('of a client with a certificate is sent with a signed assertion', async () => {
    const proof = {
      kind: 'certificate',
      certificate: { certificate: client.cert, key: client.key },
    } as const;
    const refreshToken = await oauth.issueRefreshToken('plain@example.test', 'with-certificate');
    const grant = {
      kind: 'refresh-token',
      clientId: 'with-certificate',
      proof,
      refreshToken,
    } as const;
    expect(await obtain(grant)).toMatch(/^[\w-]{20,}$/);
  });

  test('that was revoked is refused for good', async () => {
    await expect(obtain(refresh('never-issued'))).rejects.toMatchObject({
      problem: 'token-refused',
      detail: expect.stringMatching(/^invalid_grant/) as string,
    });
  });
});

describe('a Google service account', () => {
  const grant = (privateKey: string): TokenGrant => ({
    kind: 'service-account',
    issuer: 'robot@project.iam.gserviceaccount.com',
    privateKey,
    subject: 'plain@example.test',
  });
  const google = (): { scope: string; endpoint: string } => ({
    scope: SCOPE,
    endpoint: oauth.googleEndpoint,
  });

  test('acts for the mailbox', async () => {
    expect(await obtain(grant(robot.key), google())).toMatch(/^[\w-]{20,}$/);
  });

  test('with another key is refused', async () => {
    await expect(obtain(grant(client.key), google())).rejects.toMatchObject({
      problem: 'token-refused',
      detail: 'invalid_grant: Invalid JWT Signature.',
    });
  });
});
