import type { RawAccount } from '../../src/inputs/names.ts';
import { renderLog } from '../../src/report/log.ts';
import { GOOD, playToken } from '../support/token-check.ts';

/** From the request for a token to the verdict. */

const SECRET = 'client-secret-of-the-test';
const TOKEN = 'ya29.token-of-the-test';
const withSecret = { 'client-id': 'app', 'client-secret': SECRET };
const tokenFor = (expires_in: number): { body: object } => ({
  body: { access_token: TOKEN, token_type: 'Bearer', expires_in },
});
const refusal = (error: string, error_description?: string): { status: number; body: object } => ({
  status: 401,
  body: { error, error_description },
});

test('the token is masked before it is used, and its stage is kept', async () => {
  const { result, learned } = await playToken({
    token: [GOOD],
    smtp: ['235 2.7.0 OK'],
    inputs: withSecret,
  });
  expect(result.diagnosis).toMatchObject({ verdict: 'accepted', passed: true });
  expect(result.stages[0]).toMatchObject({ stage: 'token' });
  expect(learned.slice(0, 2)).toEqual([SECRET, TOKEN]);
  expect(learned.at(-1)).toMatch(/^dXNlcj1/); // the payload of XOAUTH2
  expect(JSON.stringify(result)).not.toContain(TOKEN);
});

test('one token serves all attempts of an account', async () => {
  const { result, forms, logins } = await playToken({
    token: [tokenFor(3599)],
    smtp: ['454 4.7.0 later', '235 2.7.0 OK'],
    inputs: withSecret,
  });
  expect(result.diagnosis.verdict).toBe('accepted');
  expect(result.earlierAttempts).toHaveLength(1);
  expect(logins).toHaveLength(2);
  expect(forms).toHaveLength(1);
});

test('a refused client is rejected once, and the mail server is never asked', async () => {
  const { result, forms, connections } = await playToken({
    token: [refusal('invalid_client', 'AADSTS7000222: expired')],
    inputs: { ...withSecret, retries: '3' },
  });
  expect(result).toMatchObject({
    stage: 'token',
    failure: {
      problem: 'token-refused',
      code: 'AADSTS7000222',
      detail: 'invalid_client: AADSTS7000222: expired',
    },
    authSent: false,
    diagnosis: { verdict: 'rejected', cause: 'token-refused', mayRetry: false },
  });
  expect([forms.length, connections]).toEqual([1, 0]);
});

test('a refusal by the token endpoint does not meet `expect: rejected`', async () => {
  const { result } = await playToken({
    token: [refusal('invalid_grant')],
    inputs: { ...withSecret, expect: 'rejected' },
  });
  expect(result.diagnosis.passed).toBe(false);
});

describe.each(Object.getOwnPropertyNames(Object.prototype))('the error %s', (error) => {
  test('is never a pass', async () => {
    const { result } = await playToken({
      token: [{ status: 400, body: { error } }],
      inputs: withSecret,
    });
    expect(result.acceptance).toBeUndefined();
    expect(result.diagnosis.passed).toBe(false);
    expect(['config', 'protocol']).toContain(result.diagnosis.verdict);
    expect(result.diagnosis.nextStep).not.toBe('');
  });
});

describe('an endpoint that is busy', () => {
  test('is asked again', async () => {
    const { result, forms } = await playToken({
      token: [{ status: 503 }],
      inputs: { ...withSecret, retries: '1' },
    });
    expect(result.diagnosis).toMatchObject({ verdict: 'temporary', cause: 'token-unavailable' });
    expect(forms).toHaveLength(2);
  });

  test('is given the time that it asks for with Retry-After', async () => {
    const { result, forms } = await playToken({
      token: [{ status: 429, headers: { 'retry-after': '2' } }, GOOD],
      smtp: ['235 2.7.0 OK'],
      inputs: { ...withSecret, retries: '1' },
    });
    expect(result.diagnosis.verdict).toBe('accepted');
    const [first, second] = forms.map(({ atMs }) => atMs);
    expect((second ?? 0) - (first ?? 0)).toBeGreaterThanOrEqual(1990);
  });

  test('is not asked again when it asks for more time than there is', async () => {
    const { result, forms } = await playToken({
      token: [{ status: 503, headers: { 'retry-after': '3600' } }],
      inputs: { ...withSecret, retries: '3', timeout: '20' },
    });
    expect(forms).toHaveLength(1);
    expect(result.diagnosis).toMatchObject({
      verdict: 'temporary',
      meaning: expect.stringMatching(/HTTP 503.*3600 seconds/) as string,
    });
  });

  test('may say so with a number of Microsoft and any status', async () => {
    const { result, forms } = await playToken({
      token: [refusal('invalid_request', 'AADSTS90033: A transient error has occurred.'), GOOD],
      smtp: ['235 2.7.0 OK'],
      inputs: { ...withSecret, retries: '1' },
    });
    expect(result.diagnosis.verdict).toBe('accepted');
    expect(forms).toHaveLength(2);
  });
});

describe('a token that expires meanwhile', () => {
  test('is fetched again before the next attempt', async () => {
    const { result, forms } = await playToken({
      token: [tokenFor(2), tokenFor(3599)],
      smtp: ['454 4.7.0 later', '235 2.7.0 OK'],
      inputs: { ...withSecret, retries: '1' },
    });
    expect(result.diagnosis.verdict).toBe('accepted');
    expect(forms).toHaveLength(2);
  });

  test('is fetched again when the server takes its time before the login', async () => {
    const { result, forms, logins } = await playToken({
      token: [tokenFor(2), tokenFor(3599)],
      smtp: ['235 2.7.0 OK'],
      inputs: withSecret,
      greetingAfterMs: 1200,
    });
    expect(result.diagnosis.verdict).toBe('accepted');
    expect(result.stages.filter(({ stage }) => stage === 'token')).toHaveLength(2);
    expect([forms.length, logins.length]).toEqual([2, 1]);
  });

  test('is never the reason for `rejected`: there is one login, and it proves nothing', async () => {
    const { result, logins } = await playToken({
      token: [tokenFor(2)],
      smtp: ['535 5.7.8 The access token has expired'],
      inputs: { ...withSecret, retries: '3', expect: 'rejected' },
      replyAfterMs: 2200,
    });
    expect(result.diagnosis).toMatchObject({
      verdict: 'temporary',
      cause: 'token-unavailable',
      passed: false,
      mayRetry: false,
      meaning: expect.stringContaining('expired before the server answered') as string,
    });
    expect(logins).toHaveLength(1);
  });

  test('that could not be fetched again stops the check before the login', async () => {
    const { result, logins } = await playToken({
      token: [tokenFor(2), refusal('invalid_client')],
      inputs: withSecret,
      greetingAfterMs: 1200,
    });
    expect(logins).toEqual([]);
    expect(result).toMatchObject({ stage: 'token', diagnosis: { verdict: 'rejected' } });
    expect(result.diagnosis.meaning).toContain('No login was attempted.');
  });
});

describe('a secret', () => {
  test('in the words of the endpoint is redacted', async () => {
    const { result } = await playToken({
      token: [refusal('invalid_client', `wrong secret ${SECRET}`)],
      inputs: withSecret,
    });
    expect(result.failure?.detail).toBe('invalid_client: wrong secret [redacted]');
  });

  test('that the endpoint gives as its error is redacted in every field', async () => {
    const { result } = await playToken({
      token: [refusal(SECRET, `AADSTS7000215: ${SECRET}`)],
      inputs: withSecret,
    });
    expect(JSON.stringify(result)).not.toContain(SECRET);
  });

  test('of digits that the endpoint gives as a number of Microsoft is redacted', async () => {
    const digits = '48151623';
    const { result } = await playToken({
      token: [refusal('invalid_client', `AADSTS${digits}: x`)],
      inputs: { 'client-id': 'app', 'client-secret': digits },
    });
    const { token, ...failure } = result.failure ?? {};
    expect(JSON.stringify({ failure, said: result.diagnosis })).not.toContain(digits);
    expect(token?.entra).toEqual([]);
  });

  test('in the error report of XOAUTH2 is redacted', async () => {
    const report = Buffer.from(JSON.stringify({ status: TOKEN.slice(5) })).toString('base64');
    const short = { body: { access_token: TOKEN.slice(5), token_type: 'Bearer' } };
    const { result } = await playToken({
      token: [short],
      smtp: [`334 ${report}\n535 5.7.8 no`],
      inputs: withSecret,
    });
    expect(result.diagnosis.verdict).toBe('rejected');
    expect(JSON.stringify(result)).not.toContain(TOKEN.slice(5));
  });

  test('of an earlier attempt is redacted in a later one', async () => {
    const { result } = await playToken({
      token: [
        tokenFor(2),
        { body: { access_token: 'second-token-of-the-test', token_type: 'bearer' } },
      ],
      smtp: ['454 4.7.0 later', `535 5.7.8 not ${TOKEN}`],
      inputs: { ...withSecret, retries: '1' },
    });
    expect(JSON.stringify(result)).not.toContain(TOKEN);
  });
});

test.each([
  ['client-secret', withSecret, /Delete the client secret/],
  [
    'a refresh token',
    { 'client-id': 'app', 'refresh-token': 'refresh-token-of-the-test' },
    /Revoke the token, or the consent behind it/,
  ],
])('%s that should be dead and is accepted: how to revoke it', async (_, inputs, step) => {
  const { result } = await playToken({
    token: [GOOD],
    smtp: ['235 2.7.0 OK'],
    inputs: { ...inputs, expect: 'rejected' },
  });
  expect(result.diagnosis).toMatchObject({ verdict: 'accepted', passed: false });
  expect(result.diagnosis.nextStep).toMatch(step);
  expect(result.diagnosis.nextStep).toContain('work until they expire');
  expect(result.diagnosis.nextStep).not.toMatch(/password/i);
});

describe('a value that looks damaged', () => {
  const quoted = (input: string): Partial<RawAccount> => ({ ...withSecret, [input]: '"abc~def"' });

  test.each([
    ['client-secret', refusal('invalid_client', 'AADSTS7000215: Invalid client secret provided.')],
    ['client-id', refusal('unauthorized_client', 'AADSTS700016: Application was not found.')],
    ['client-id', refusal('invalid_client')],
    ['client-secret', refusal('invalid_client')],
    ['refresh-token', refusal('invalid_grant', 'AADSTS9002313: Request is malformed or invalid.')],
    ['refresh-token', refusal('invalid_grant')],
  ])('in "%s" is the first thing to look at when %j follows', async (input, reply) => {
    const { result } = await playToken({ token: [reply], inputs: quoted(input) });
    expect(result.diagnosis.nextStep).toMatch(/^The stored .* in quotes.* Only then: /);
    expect(result.inputWarnings).toMatchObject([{ input }]);
  });

  test.each([
    ['client-secret', refusal('invalid_client', 'AADSTS7000222: The keys are expired.')],
    ['client-secret', refusal('access_denied', 'AADSTS53003: Access has been blocked.')],
    ['client-secret', refusal('unauthorized_client', 'AADSTS700016: was not found.')],
    ['username', refusal('invalid_client')],
    ['refresh-token', refusal('invalid_scope')],
  ])('in "%s" is not blamed for %j', async (input, reply) => {
    const { result } = await playToken({ token: [reply], inputs: quoted(input) });
    expect(result.diagnosis.nextStep).not.toContain('Only then');
  });

  test('is not blamed once the endpoint has given a token for it', async () => {
    const { result } = await playToken({
      token: [GOOD],
      smtp: ['535 5.7.8 The access token is invalid'],
      inputs: quoted('client-secret'),
    });
    expect(result.diagnosis).toMatchObject({ verdict: 'rejected', cause: 'access-token-refused' });
    expect(result.diagnosis.nextStep).not.toContain('client secret');
  });

  test('in "username" is looked at when the mail server rejects the token', async () => {
    const { result } = await playToken({
      token: [GOOD],
      smtp: ['535 5.7.8 The access token is invalid'],
      inputs: quoted('username'),
    });
    expect(result.diagnosis.nextStep).toMatch(/^The stored user name/);
  });

  test('is not mentioned after a login that it made', async () => {
    const { result } = await playToken({
      token: [GOOD],
      smtp: ['235 2.7.0 OK'],
      inputs: { ...quoted('client-secret'), username: ' user@example.test' },
    });
    expect(result.diagnosis.verdict).toBe('accepted');
    expect(result.inputWarnings).toEqual([]);
  });
});

test.each<[string, Partial<RawAccount>]>([
  ['the client secret', withSecret],
  ['the refresh token', { 'client-id': 'app', 'refresh-token': 'refresh-token-of-the-test' }],
  [
    'the refresh token and the client secret',
    { ...withSecret, 'refresh-token': 'refresh-token-of-the-test' },
  ],
])('an accepted login says that its token was fetched with %s', async (how, inputs) => {
  const { result } = await playToken({ token: [GOOD], smtp: ['235 2.7.0 OK'], inputs });
  expect(result.diagnosis.meaning).toBe(
    `The server accepted the access token. The token was fetched with ${how}. No mail was sent.`,
  );
  expect(renderLog(result).lines[0]).toContain(`, with ${how})`);
});
