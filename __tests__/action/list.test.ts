import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runAction } from '../support/action.ts';
import { type Farm, FARM_DEFAULTS, startFarm } from '../support/farm.ts';
import { describeNeeding } from '../support/platform.ts';

/** The bundle as a runner starts it, with a list of accounts. */

const OK = '235 2.7.0 ok';
let farm: Farm;
let folder: string;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'fleet-action-'));
  const answer = (user: string): string | undefined => {
    if (user.startsWith('silent')) return undefined;
    return user.startsWith('bad') ? '535 5.7.8 no such login' : OK;
  };
  farm = await startFarm([{ address: '127.0.0.1', answer }]);
});

afterEach(async () => {
  await farm.close();
  rmSync(folder, { recursive: true });
});

const path = (name: string): string => join(folder, name);

function list(entries: readonly object[]): string {
  const { address, port } = farm.host(0);
  return JSON.stringify({
    defaults: { ...FARM_DEFAULTS, host: address, port, retries: 0 },
    accounts: entries,
  });
}

interface Report {
  readonly username: string;
  readonly verdict: string;
  readonly cause: string;
  readonly passed: boolean;
  readonly attempts: number;
}

function readReport(): Report[] {
  return JSON.parse(readFileSync(path('reports/r.json'), 'utf8')) as Report[];
}

function reports(): Record<string, string> {
  return {
    'report-json': path('reports/r.json'),
    'report-junit': path('reports/deep/r.xml'),
    'host-gap': '0',
  };
}

test('checks a list: log, annotations, summary, outputs, files and exit status', async () => {
  const accounts = list([{ username: 'a' }, { username: 'bad' }, { username: 'b' }]);
  const { exitCode, outputs, stdout, stderr, summary } = await runAction({
    accounts,
    ...reports(),
  });
  expect(exitCode).toBe(1);
  expect(stderr).toBe('');
  expect(outputs).toMatchObject({
    verdict: 'rejected',
    total: '3',
    accepted: '2',
    failed: '1',
    code: '535',
  });
  expect(stdout).toMatch(/^::group::\d\/3 127\.0\.0\.1:\d+ bad: rejected/m);
  expect(stdout).toMatch(/^\d\/3 127\.0\.0\.1:\d+ a: accepted/m);
  expect(stdout.match(/^::error /gm)).toHaveLength(1);
  expect(stdout).toContain('Checked 3 accounts: 2 as expected, 1 failed.');
  expect(summary).toContain('1 of 3 accounts failed');
  expect(readReport().map(({ username, verdict }) => [username, verdict])).toEqual([
    ['a', 'accepted'],
    ['bad', 'rejected'],
    ['b', 'accepted'],
  ]);
  expect(readFileSync(path('reports/deep/r.xml'), 'utf8')).toContain(
    'tests="3" failures="1" errors="0"',
  );
});

test('each entry of a list can have its own "fail-on"', async () => {
  const accounts = list([{ username: 'a' }, { username: 'bad', 'fail-on': ['timeout', 'tls'] }]);
  const { exitCode, outputs, stdout } = await runAction({ accounts });
  expect(exitCode).toBe(0);
  expect(outputs).toMatchObject({ verdict: 'rejected', total: '2', failed: '1' });
  expect(stdout).not.toMatch(/^::error /m);
  expect(stdout).toMatch(/^::warning title=SMTP login rejected%3A /m);
  const strict = await runAction({ accounts, 'fail-on': 'tls' });
  expect(strict.exitCode).toBe(0);
  const failing = list([{ username: 'bad' }, { username: 'bad', 'fail-on': 'tls', retries: 1 }]);
  expect((await runAction({ accounts: failing })).exitCode).toBe(1);
});

test('masks every credential of the list, one by one, before anything else, and shows none', async () => {
  const secrets = ['first pass', 'second pass', 'from variable'];
  const accounts = list([
    { username: 'a', password: secrets[0] },
    { username: 'bad', password: secrets[1] },
  ]).replace(']}', ',{"username":"c","password-env":"THIRD"}]}');
  const { stdout, visible } = await runAction({ accounts }, { env: { THIRD: secrets[2] ?? '' } });
  const firstLine = stdout.search(/^(?!::add-mask::)./m);
  for (const secret of secrets) {
    const at = stdout.indexOf(`::add-mask::${secret}\n`);
    expect(at).toBeGreaterThanOrEqual(0);
    expect(at).toBeLessThan(firstLine);
    expect(visible).not.toContain(secret);
    expect(visible).not.toContain(Buffer.from(secret).toString('base64'));
  }
  expect(farm.host(0).auths.sort()).toEqual(['a', 'bad', 'c']);
});

test('wrong entries are all named, and the others checked', async () => {
  const accounts = list([
    { username: 'a' },
    { username: 'b', port: 99999 },
    { username: 'c', pasword: 'x' },
    { username: 'd', 'password-env': 'NOT_THERE' },
  ]);
  const { exitCode, outputs, stdout, summary } = await runAction({ accounts });
  expect(exitCode).toBe(1);
  expect(outputs).toMatchObject({ verdict: 'config', total: '4', accepted: '1', failed: '3' });
  for (const words of [
    'Entry 2, key "port"',
    'Entry 3, key "pasword"',
    'Entry 4, key "password-env"',
  ]) {
    expect(stdout).toContain(words);
    expect(summary).toContain(words.replace(/"(.*)"/, '<code>$1</code>'));
  }
  expect(farm.host(0).auths).toEqual(['a']);
});

test('a list that is none is one wrong input, and nothing is sent', async () => {
  const { exitCode, outputs, stdout } = await runAction({
    accounts: '- {host: a\n- b',
    ...reports(),
  });
  expect(exitCode).toBe(1);
  expect(outputs).toMatchObject({ verdict: 'config', cause: 'input-invalid' });
  expect(stdout).toContain('Input "accounts"');
  expect(readReport().map(({ verdict, passed }) => [verdict, passed])).toEqual([['config', false]]);
});

test('wrong inputs of the run are named all at once', async () => {
  const { outputs, stdout } = await runAction({
    accounts: list([{ username: 'a' }]),
    shard: '4/3',
    'max-parallel': 'many',
    'host-gap': '-1',
  });
  expect(outputs['verdict']).toBe('config');
  for (const name of ['shard', 'max-parallel', 'host-gap']) expect(stdout).toContain(`"${name}"`);
  expect(farm.host(0).auths).toEqual([]);
});

test('a credential in the single inputs does not spread over a list', async () => {
  const { outputs, stdout } = await runAction({
    accounts: list([{ username: 'a' }]),
    password: 'for one only',
  });
  expect(outputs['verdict']).toBe('config');
  expect(stdout).toContain('"password" cannot be combined with "accounts"');
});

test('a list of one account has the summary of a single account', async () => {
  const { exitCode, summary, outputs } = await runAction({ accounts: list([{ username: 'a' }]) });
  expect(exitCode).toBe(0);
  expect(outputs['total']).toBe('1');
  expect(summary).toContain('SMTP login accepted');
  expect(summary).toContain('Transcript');
});

test('shards share a list, and an empty shard passes without a verdict', async () => {
  const accounts = list([{ username: 'a' }, { username: 'bad' }]);
  const runs = await Promise.all(
    ['1/3', '2/3', '3/3'].map((shard) => runAction({ accounts, shard })),
  );
  expect(runs.map(({ outputs }) => outputs['total']).sort()).toEqual(['0', '1', '1']);
  const empty = runs.find(({ outputs }) => outputs['total'] === '0');
  expect(empty).toMatchObject({ exitCode: 0, outputs: { verdict: '' } });
  expect(farm.host(0).auths.sort()).toEqual(['a', 'bad']);
});

test('a report that cannot be written is said and changes no verdict', async () => {
  writeFileSync(path('file'), '');
  const { exitCode, stdout } = await runAction({
    accounts: list([{ username: 'a' }, { username: 'b' }]),
    'report-json': path('file/r.json'),
  });
  expect(exitCode).toBe(0);
  expect(stdout).toMatch(
    /^::warning .*"report-json" could not be written \(ENOTDIR|EEXIST|ENOENT\)/m,
  );
});

test('rotation: the new credential works and the old one is dead', async () => {
  const accounts = list([{ username: 'new' }, { username: 'bad-old', expect: 'rejected' }]);
  const { exitCode, outputs } = await runAction({ accounts });
  expect(exitCode).toBe(0);
  expect(outputs).toMatchObject({ accepted: '1', failed: '0' });
});

describeNeeding('signals that can be caught')('a run that is told to end', () => {
  test('SIGTERM in the middle: files and summary hold what is done and name the rest', async () => {
    const silent = Array.from({ length: 30 }, (_, n) => ({ username: `silent${n}` }));
    const accounts = list([{ username: 'a' }, { username: 'bad' }, ...silent]);
    const { exitCode, summary, outputs, stdout } = await runAction(
      { accounts, ...reports() },
      {
        onStart: (kill) =>
          setTimeout(() => {
            kill('SIGTERM');
          }, 2500),
      },
    );
    expect(exitCode).toBe(143);
    expect(outputs).toMatchObject({ verdict: 'cancelled', total: '32', accepted: '1' });
    const report = readReport();
    expect(report.map(({ verdict }) => verdict)).toEqual([
      'accepted',
      'rejected',
      ...silent.map(() => 'cancelled'),
    ]);
    expect(report.map(({ username }) => username).at(-1)).toBe('silent29');
    expect(report.filter(({ attempts }) => attempts === 0).length).toBeGreaterThan(20);
    expect(summary).toContain('silent29');
    expect(readFileSync(path('reports/deep/r.xml'), 'utf8')).toContain('silent29');
    expect(stdout).not.toContain('internal error');
  });
});
