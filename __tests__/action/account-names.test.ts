import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Farm, FARM_DEFAULTS, startFarm } from '../support/farm.ts';
import { runAction } from '../support/action.ts';
import { type GitHubApi, startGitHubApi } from '../support/github-api.ts';

/** Accounts with a name: their user names are secrets, and in no report. */

const [USER, OTHER] = ['robot-one@example.test', 'robot-two@example.test'];

let farm: Farm;
let api: GitHubApi;
let folder: string;
beforeEach(async () => {
  farm = await startFarm([
    { address: '127.0.0.1', answer: (user) => `535 5.7.8 <${user}>: bad password for ${user}` },
  ]);
  api = await startGitHubApi();
  folder = mkdtempSync(join(tmpdir(), 'smtp-auth-check-names-'));
});
afterEach(async () => {
  await farm.close();
  await api.close();
  rmSync(folder, { recursive: true });
});

function list(...entries: readonly object[]): string {
  const { address, port } = farm.host(0);
  return JSON.stringify({
    defaults: { ...FARM_DEFAULTS, host: address, port, retries: 0 },
    accounts: entries,
  });
}

test('a name stands for the user name in log, summary, outputs, files and issues', async () => {
  const [json, junit] = [join(folder, 'a.json'), join(folder, 'a.xml')];
  const run = await runAction(
    {
      accounts: list(
        { name: 'Billing', username: USER },
        { name: 'Support', username: OTHER, from: OTHER },
      ),
      ...{ 'host-gap': 0, 'report-json': json, 'report-junit': junit },
      ...{ 'tracking-issue': 'true', 'github-token': 'ghs_token' },
    },
    {
      env: {
        GITHUB_API_URL: api.url,
        GITHUB_SERVER_URL: 'https://github.example',
        GITHUB_REPOSITORY: 'acme/mail',
        GITHUB_RUN_ID: '42',
      },
    },
  );
  expect(run.outputs).toMatchObject({ verdict: 'rejected', failed: '2' });
  const issues = api.issues.map(({ title, body }) => `${title}\n${body}`);
  const files = [json, junit].map((path) => readFileSync(path, 'utf8'));
  expect(issues).toHaveLength(2);
  for (const text of [run.visible, run.summary, run.outputs['results'] ?? '', ...files]) {
    expect(text).toContain('Billing');
    expect(text).toContain('Support');
  }
  for (const text of [run.visible, run.summary, JSON.stringify(run.outputs), ...files, ...issues]) {
    expect(text).not.toContain(USER);
    expect(text).not.toContain(OTHER);
  }
  expect(issues[0]).toMatch(/^SMTP login fails: wrong-credentials of Billing at 127\.0\.0\.1/);
  expect(issues[1]).toContain('<b>Support</b>');
  expect(farm.host(0).auths.sort()).toEqual([USER, OTHER]);
});

test('of one account too', async () => {
  const { address, port } = farm.host(0);
  const inputs = {
    ...{ ...FARM_DEFAULTS, 'allow-cleartext-auth': 'true' },
    ...{ host: address, port, username: USER, retries: 0 },
  };
  const run = await runAction({ ...inputs, name: 'Billing', password: 'correct horse' });
  expect(run.visible + run.summary + JSON.stringify(run.outputs)).not.toContain(USER);
  expect(run.summary).toContain('<code>Billing</code>');
  expect(JSON.parse(run.outputs['results'] ?? '')).toMatchObject([
    { name: 'Billing', username: '' },
  ]);
});

test('a name that two entries have, and one that is wrong, are named; no user name is shown', async () => {
  const run = await runAction({
    accounts: list(
      { name: 'Billing', username: USER },
      { name: ' Billing ', username: OTHER },
      { name: 'two\nlines', username: OTHER },
    ),
    'host-gap': 0,
  });
  expect(run.outputs).toMatchObject({ verdict: 'config', failed: '3' });
  expect(run.stdout).toContain(
    'Entry 2, key "name" is also the name of entry 1; give each its own.',
  );
  expect(run.stdout).toContain('Entry 3, key "name" contains a line break');
  expect(run.visible + run.summary + JSON.stringify(run.outputs)).not.toContain(OTHER);
});
