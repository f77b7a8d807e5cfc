import { type Farm, FARM_DEFAULTS, startFarm } from '../../support/farm.ts';
import { type ActionRun, runAction } from '../../support/action.ts';
import {
  type FakeIssue,
  type GitHubApi,
  type GitHubApiOptions,
  startGitHubApi,
} from '../../support/github-api.ts';

/** The real Octokit in the real bundle, against an API played over HTTP. */

const USER = 'secret-user-name@example.com';
const OK = '235 2.7.0 ok';
const NO = '535 5.7.8 @octocat fixes #12 GH-3 https://evil.example <img src=x> <!-- --> `x`';

let farm: Farm;
let api: GitHubApi;
const answers = new Map<string, string>();

beforeEach(async () => {
  answers.clear();
  farm = await startFarm([{ address: '127.0.0.1', answer: (user) => answers.get(user) ?? OK }]);
});

afterEach(async () => {
  await farm.close();
  await api.close();
});

async function start(options?: GitHubApiOptions): Promise<void> {
  api = await startGitHubApi(options);
}

async function run(
  users: readonly string[],
  inputs: Record<string, string> = {},
  env: Record<string, string> = {},
): Promise<ActionRun> {
  const { address, port } = farm.host(0);
  const accounts = JSON.stringify({
    defaults: { ...FARM_DEFAULTS, host: address, port, retries: 0 },
    accounts: users.map((username) => ({ username })),
  });
  return runAction(
    { accounts, 'host-gap': 0, 'tracking-issue': 'true', 'github-token': 'ghs_token', ...inputs },
    {
      env: {
        GITHUB_API_URL: api.url,
        GITHUB_SERVER_URL: 'https://github.example',
        GITHUB_REPOSITORY: 'acme/mail',
        GITHUB_RUN_ID: '42',
        ...env,
      },
    },
  );
}

test('opens an issue for a failing account, with cause, next step and the run, and not its user name', async () => {
  await start();
  answers.set(USER, NO);
  const { exitCode, stdout } = await run([USER, 'works']);
  expect(exitCode).toBe(1);
  expect(api.issues).toHaveLength(1);
  const [issue] = api.issues as [FakeIssue];
  expect(issue.labels).toEqual([{ name: 'smtp-auth-check' }]);
  expect(issue.title).toContain('credential-refused at 127.0.0.1');
  expect(issue.body).toContain('<b>Next step:</b>');
  expect(issue.body).toContain('https://github.example/acme/mail/actions/runs/42');
  expect(issue.title + issue.body).not.toContain('secret-user');
  expect(stdout).toContain(`Issue #1 opened for account 1, ${USER}`);
  expect(api.calls[0]?.authorization).toBe('token ghs_token');
});

test('text of a server in it mentions nobody, refers to nothing, links nowhere and is not markup', async () => {
  await start();
  answers.set(USER, NO);
  await run([USER, 'works']);
  const own =
    /^<!-- smtp-auth-check .*-->|<a href="https:\/\/github\.example[^"]*">|<!-- -->|<\/?(p|b|pre|code|a)>/gm;
  const body = api.issues[0]?.body ?? '';
  expect(body).toContain('octocat');
  expect(body).not.toMatch(/@octocat|#12|GH-3|:\/\/evil|<img/);
  expect(body.replace(own, '')).not.toMatch(/[<>]/);
});

test('says nothing while nothing changes, follows a new cause, and closes when the account works', async () => {
  await start();
  answers.set(USER, NO);
  await run([USER, 'works']);
  const writes = api.writes.length;
  await run([USER, 'works']);
  expect(api.writes).toHaveLength(writes);

  answers.set(USER, '451 4.3.0 local error');
  await run([USER, 'works']);
  const [issue] = api.issues as [FakeIssue];
  expect(issue.title).toContain('temporary-failure');
  expect(issue.comments).toHaveLength(1);
  expect(issue.comments[0]).toMatch(
    /from <code>credential-refused<\/code> to <code>temporary-failure<\/code>/,
  );

  answers.delete(USER);
  const { exitCode } = await run([USER, 'works']);
  expect(exitCode).toBe(0);
  expect(issue).toMatchObject({ state: 'closed', state_reason: 'completed' });
  expect(issue.comments[1]).toContain('expected result');
  expect(api.issues).toHaveLength(1);
});

test('finds its issue again behind more than a page of others', async () => {
  await start();
  answers.set(USER, NO);
  await run([USER, 'works']);
  for (let number = 2; number <= 250; number += 1) {
    const labels = [{ name: 'smtp-auth-check' }];
    api.issues.push({
      number,
      title: 'x',
      body: 'by hand',
      state: 'open',
      state_reason: null,
      labels,
      user: { login: 'someone' },
      comments: [],
    });
  }
  answers.delete(USER);
  await run([USER, 'works']);
  expect(api.issues.filter(({ state }) => state === 'closed').map(({ number }) => number)).toEqual([
    1,
  ]);
});

test('two runs at once end with one issue, the older', async () => {
  await start({
    onCreate(issue, issues) {
      if (issues.length === 1) issues.unshift({ ...issue, number: 0, comments: [] });
    },
  });
  answers.set(USER, NO);
  await run([USER, 'works']);
  const states = api.issues.map(({ number, state, state_reason }) => [number, state, state_reason]);
  expect(states).toEqual([
    [0, 'open', null],
    [1, 'closed', 'not_planned'],
  ]);
});

test('an account that is not in this run, removed or in another shard, keeps its issue', async () => {
  await start();
  answers.set(USER, NO);
  await run([USER, 'works']);
  await run(['works', 'too']);
  const [issue] = api.issues as [FakeIssue];
  expect(issue).toMatchObject({ state: 'open', comments: [] });
});

test('an issue that a person closed while the login fails is opened again', async () => {
  await start();
  answers.set(USER, NO);
  await run([USER, 'works']);
  const [issue] = api.issues as [FakeIssue];
  issue.state = 'closed';
  await run([USER, 'works']);
  expect(api.issues.map(({ state }) => state)).toEqual(['closed', 'open']);
});

test('a pull request with the label and the text of an issue is left alone', async () => {
  await start();
  answers.set(USER, NO);
  await run([USER, 'works']);
  const [issue] = api.issues as [FakeIssue];
  Object.assign(issue, { pull_request: { url: 'https://github.example' } });
  answers.delete(USER);
  await run([USER, 'works']);
  expect(issue).toMatchObject({ state: 'open', comments: [] });
});

describe('an issue with the marker of one of ours, by somebody else', () => {
  async function copyIssue(login: string): Promise<FakeIssue> {
    answers.set(USER, NO);
    await run([USER, 'works']);
    const [ours] = api.issues as [FakeIssue];
    const copy = { ...ours, number: 2, user: { login }, comments: [] };
    ours.state = 'closed';
    api.issues.push(copy);
    return copy;
  }

  test('does not keep the true one from being opened', async () => {
    await start();
    const copy = await copyIssue('mallory');
    await run([USER, 'works']);
    expect(copy).toMatchObject({ state: 'open', comments: [] });
    expect(api.issues.map(({ number, state }) => [number, state])).toEqual([
      [1, 'closed'],
      [2, 'open'],
      [3, 'open'],
    ]);
  });

  test('is neither changed nor closed', async () => {
    await start();
    const copy = await copyIssue('mallory');
    const { body } = copy;
    answers.set(USER, '451 4.3.0 local error');
    await run([USER, 'works']);
    answers.delete(USER);
    await run([USER, 'works']);
    expect(copy).toMatchObject({ state: 'open', body, comments: [] });
  });

  test.each([
    ['the token of a job', {}, 'other-app[bot]'],
    ['the token of an app', { login: 'our-app[bot]' }, 'github-actions[bot]'],
    ['a personal access token', { login: 'octocat' }, 'mallory'],
    ['a server without GraphQL', { login: 'octocat', hasGraphql: false }, 'mallory'],
    ['a server that does not tell', { hasGraphql: false }, 'other-app[bot]'],
    ['an author that was deleted', {}, ''],
  ])('is told from ours: %s', async (_, options, other) => {
    await start(options);
    const copy = await copyIssue(other);
    const [ours] = api.issues as [FakeIssue];
    ours.state = 'open';
    answers.delete(USER);
    await run([USER, 'works']);
    expect(ours).toMatchObject({ state: 'closed', state_reason: 'completed' });
    expect(copy).toMatchObject({ state: 'open', comments: [] });
  });
});

test('two issues of one account, as a run that broke off leaves them, are both closed', async () => {
  await start();
  answers.set(USER, NO);
  await run([USER, 'works']);
  const [issue] = api.issues as [FakeIssue];
  api.issues.push({ ...issue, number: 2, comments: [] });
  answers.delete(USER);
  await run([USER, 'works']);
  expect(api.issues.map(({ state }) => state)).toEqual(['closed', 'closed']);
});

test.each([
  ['1/1', 950],
  ['1/2', 1950],
])('in shard %s requests that write lie %i ms apart', async (shard, leastMs) => {
  const at: number[] = [];
  await start({ onCreate: () => at.push(performance.now()) });
  for (const user of ['a', 'b', 'c', 'd']) answers.set(user, NO);
  await run(shard === '1/1' ? ['a', 'b'] : ['a', 'b', 'c', 'd'], { shard });
  expect(at).toHaveLength(2);
  expect((at[1] ?? NaN) - (at[0] ?? NaN)).toBeGreaterThan(leastMs);
});

test('a GitHub Enterprise Server is asked at its own address', async () => {
  await start({ instead: () => ({ status: 200, body: [] }) });
  await run(['works', 'too'], {}, { GITHUB_API_URL: `${api.url}/api/v3` });
  expect(api.calls.map(({ path }) => path)).toEqual(['/api/v3/repos/acme/mail/issues']);
});

test.each([
  [
    'a text that GitHub refuses',
    422,
    { message: 'Validation Failed' },
    /refused what was to be written \(422\)/,
  ],
  ['a fault at GitHub', 500, { message: 'Server Error' }, /answered with an error \(500\)/],
  [
    'a missing permission',
    403,
    { message: 'Resource not accessible by integration' },
    /permission "issues: write"/,
  ],
  [
    'a rate limit',
    403,
    { message: 'You have exceeded a secondary rate limit' },
    /asks to come back later/,
  ],
  ['a rate limit of the other kind', 429, { message: 'slow down' }, /asks to come back later/],
  [
    'issues switched off',
    410,
    { message: 'Issues has been disabled in this repository.' },
    /switched off/,
  ],
  ['a token that has ended', 401, { message: 'Bad credentials' }, /is not valid/],
  ['a private repository', 404, { message: 'Not Found' }, /cannot see/],
  ['an answer that is not JSON', 502, '<html>', /answered with an error \(502\)/],
])('%s is said and changes no verdict', async (_name, status, body, words) => {
  await start({ instead: () => ({ status, body }) });
  const { exitCode, stdout, outputs } = await run(['works', 'too']);
  expect(exitCode).toBe(0);
  expect(outputs['verdict']).toBe('accepted');
  expect(stdout).toMatch(words);
  expect(stdout).toMatch(
    /^::warning title=smtp-auth-check: tracking issue::|::warning title=smtp-auth-check%3A tracking issue::/m,
  );
});

test('a GitHub that cannot be reached is said, and is not an answer of GitHub', async () => {
  await start();
  await api.close();
  const { exitCode, stdout } = await run(['works', 'too']);
  expect(exitCode).toBe(0);
  expect(stdout).toMatch(/could not be reached \(ECONNREFUSED\)/);
});

test('a redirect is followed at the same server, and takes the token nowhere else', async () => {
  const location = (path: string): string =>
    path.includes('/acme/mail') ? '/repositories/7/issues' : `http://localhost:1${path}`;
  await start({
    instead: ({ path }) => ({ status: 301, body: {}, headers: { location: location(path) } }),
  });
  const { exitCode, stdout } = await run(['works', 'too']);
  expect(exitCode).toBe(0);
  expect(api.calls.map(({ path }) => path)).toEqual([
    '/repos/acme/mail/issues',
    '/repositories/7/issues',
  ]);
  expect(stdout).toMatch(/redirects to another server, which the token is not for/);
});

test('a label that is left out is noticed after one issue, not after one each night', async () => {
  await start({ dropsLabels: true });
  answers.set('a', NO).set('b', NO);
  const { stdout } = await run(['a', 'b']);
  expect(api.issues).toHaveLength(1);
  expect(stdout).toMatch(/permission "issues: write"/);
});

test('accounts that were not tried open no issue', async () => {
  await start();
  for (const user of ['a', 'b', 'c', 'd', 'e', 'f']) answers.set(user, '454 4.7.0 Too many logins');
  await run(['a', 'b', 'c', 'd', 'e', 'f'], { 'max-per-host': '1' });
  expect(farm.host(0).auths).toEqual(['a']);
  expect(api.issues).toHaveLength(1);
});

test('without "tracking-issue" nothing is asked', async () => {
  await start();
  answers.set('a', NO);
  await run(['a', 'b'], { 'tracking-issue': 'false' });
  expect(api.calls).toEqual([]);
});

test('without a token the inputs are wrong', async () => {
  await start();
  const { exitCode, outputs, stdout } = await run(['a', 'b'], { 'github-token': '' });
  expect(exitCode).toBe(1);
  expect(outputs['verdict']).toBe('config');
  expect(stdout).toContain('"github-token"');
});

test('the token is masked before anything else is said', async () => {
  await start();
  const { stdout, visible } = await run(['a', 'b']);
  expect(stdout.indexOf('::add-mask::ghs_token')).toBeGreaterThanOrEqual(0);
  expect(visible).not.toContain('ghs_token');
});
