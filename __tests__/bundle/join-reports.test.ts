import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { renderJson } from '../../src/report/files.ts';
import type { Checked } from '../../src/model/diagnosis.ts';
import { BUNDLE as ACTION, parseOutputs } from '../support/action.ts';
import { makeNightly, makeResult } from '../support/fleet-results.ts';

const BUNDLE = join(dirname(ACTION), 'join', 'index.js');

let folder: string;
/** Where the runner's files are. */
let runner: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'join-'));
  runner = mkdtempSync(join(tmpdir(), 'join-runner-'));
  for (const name of ['summary', 'output']) writeFileSync(join(runner, name), '');
});

afterEach(() => {
  rmSync(folder, { recursive: true });
  rmSync(runner, { recursive: true });
});

interface Joined {
  readonly status: number | null;
  readonly summary: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly stdout: string;
}

function joinReports(shards: readonly (readonly Checked[] | undefined)[]): Joined {
  shards.forEach((results, index) => {
    // As long as no check of another shard took.
    const own = results?.map((each) => ({ ...each, durationMs: each.durationMs + index }));
    if (own) writeFileSync(join(folder, `${index + 1}.json`), renderText(own));
  });
  return runScript(String(shards.length));
}

/**
 * @param shards as it stands on the command line
 * @param files other paths in the variables of the runner
 */
function runScript(
  shards: string,
  files: Readonly<Record<string, string>> = {},
  ...lists: readonly string[]
): Joined {
  const env = {
    PATH: process.env['PATH'],
    GITHUB_STEP_SUMMARY: join(runner, 'summary'),
    GITHUB_OUTPUT: join(runner, 'output'),
    ...files,
  };
  const script = [BUNDLE, folder, shards, ...lists];
  const { status, stdout } = spawnSync(process.execPath, script, { env, encoding: 'utf8' });
  const read = (name: string): string => readFileSync(join(runner, name), 'utf8');
  return { status, stdout, summary: read('summary'), outputs: parseOutputs(read('output')) };
}

const renderText = (results: readonly Checked[]): string => [...renderJson(results)].join('');

test('further lists have reports of their own, and one that is lost is named', () => {
  const text = (username: string): string => renderText([makeResult({ username })]);
  for (const name of ['1', '2', '1-3']) writeFileSync(join(folder, `${name}.json`), text(name));
  const { status, summary, outputs } = runScript('2', {}, ' 3 ');
  expect([status, outputs['total']]).toEqual([1, '3']);
  expect(summary).toContain('2-3.json does not exist');
  writeFileSync(join(folder, '2-3.json'), text('2-3'));
  expect(runScript('2', {}, ' 3 ')).toMatchObject({ status: 0, outputs: { total: '4' } });
});

test('joins the reports of shards, an empty one too', () => {
  const { status, outputs, summary } = joinReports([[makeResult()], [], [makeResult()]]);
  expect([status, outputs]).toEqual([0, { total: '2', failed: '0' }]);
  expect(summary).toContain('all accounts as expected, 2 in 3 shards');
});

test('the file for Prometheus has the accounts of all shards', () => {
  writeFileSync(join(folder, '1.json'), renderText([makeResult()]));
  writeFileSync(join(folder, '2.json'), renderText([makeResult({ problem: 'timed-out' })]));
  const path = join(folder, 'metrics', 'smtp.prom');
  expect(runScript('2', {}, '', path).status).toBe(1);
  const text = readFileSync(path, 'utf8');
  expect(text.match(/^smtp_auth_check_passed\{.*\} [01]$/gm)).toHaveLength(2);
  expect(text.match(/# EOF/g)).toHaveLength(1);
  const { stdout, summary } = runScript('2', {}, '', folder);
  expect(stdout).toMatch(/^::warning .*"report-prometheus", .*EISDIR\). This is a folder/m);
  expect(summary).toContain('1 of 2 accounts failed');
  rmSync(join(folder, '1.json'));
  rmSync(join(folder, '2.json'));
  expect(runScript('2', {}, '', path).status).toBe(1);
  expect(readFileSync(path, 'utf8')).toBe(text); // no report at all is no reason to lose the old ones
});

test('one host that throttles is one line over all shards', () => {
  const { status, outputs, summary } = joinReports([makeNightly(1000), makeNightly(1000)]);
  expect(status).toBe(1);
  expect(outputs['total']).toBe('2000');
  expect(Number(outputs['failed'])).toBeGreaterThan(100);
  expect(summary.match(/<code>smtp4\.mail/g)).toHaveLength(1);
  expect(summary).toContain('<b>100</b></td><td><code>smtp4.mail.example.com');
  expect(Buffer.byteLength(summary)).toBeLessThan(1024 * 1024);
});

test('what "fail-on" tolerates is shown and does not fail', () => {
  const tolerated = makeResult({ problem: 'timed-out', failOn: ['rejected'] });
  const { status, outputs, summary } = joinReports([[makeResult()], [tolerated, tolerated]]);
  expect([status, outputs]).toEqual([0, { total: '3', failed: '2' }]);
  expect(summary).toContain('⚠️ SMTP logins: 2 of 3 accounts not as expected');
  expect(summary).toContain('timed-out (timeout), tolerated');
  const refused = makeResult({ reply: '535 5.7.8 no', failOn: ['rejected'] });
  expect(joinReports([[tolerated], [refused]]).status).toBe(1);
});

test('a shard without a report fails, and the file and the fix are named', () => {
  const { status, summary, stdout } = joinReports([[makeResult()], undefined]);
  expect(status).toBe(1);
  const file = join(folder, '2.json');
  expect(summary).toContain('❌ SMTP logins: 0 of 1 accounts failed, 1 of 2 reports missing');
  for (const text of [summary, stdout]) {
    expect(text).toContain(`${file} does not exist: the job of its shard ended before`);
    expect(text).toContain('Look at the log of the job of shard 2, and run the failed jobs again.');
  }
});

test('a report that was cut off counts as none', () => {
  writeFileSync(join(folder, '2.json'), renderText([makeResult()]).slice(0, 100));
  const { status, summary, outputs } = joinReports([[makeResult()], undefined]);
  expect([status, outputs]).toEqual([1, { total: '1', failed: '0' }]);
  expect(summary).toContain('2.json is not a whole report: the JSON is cut off or damaged. Run');
});

/** Bug: each of these was a green check. */
describe('what proves nothing fails', () => {
  const good = (): string => renderText([makeResult()]);

  test.each([
    ['an empty list', () => '[]', 'no account was checked'],
    [
      'an object that says that it passed',
      () => '{"passed":true}',
      '1.json is not a whole report: ',
    ],
    [
      'a list of objects that say no more',
      () => '[{"passed":true}]',
      '1.json is not a whole report: ',
    ],
    [
      '"false" in quotation marks',
      () => good().replace('"passed":true', '"passed":"false"'),
      '1.json is not a whole report: ',
    ],
    [
      'a verdict that cannot pass',
      () => good().replace('"accepted"', '"temporary"'),
      '1.json is not a whole report: ',
    ],
    [
      'a verdict that cannot be tolerated',
      () => good().replace('"passed":true,"tolerated":false', '"passed":false,"tolerated":true'),
      '1.json is not a whole report: ',
    ],
    [
      'a member that nobody knows',
      () => good().replace('"host"', '"x":1,"host"'),
      '1.json is not a whole report: ',
    ],
  ])('%s fails', (_, text, words) => {
    writeFileSync(join(folder, '1.json'), text());
    const { status, summary } = runScript('1');
    expect(status).toBe(1);
    expect(summary).toContain(words);
  });

  test.each(['0', 'abc', '', '-1', '1.5', '1e2', '257', '0x1'])('%j shards', (shards) => {
    writeFileSync(join(folder, '1.json'), good());
    const { status, stdout, summary } = runScript(shards);
    expect([status, summary]).toEqual([1, '']);
    expect(stdout).toMatch(/^::error .*must be a whole number from 1 to 256, not ".*"/m);
  });

  test('a report of a shard that there should not be', () => {
    for (const shard of [1, 2, 3]) {
      const text = renderText([makeResult({ username: `user${shard}` })]);
      writeFileSync(join(folder, `${shard}.json`), text);
    }
    const { status, summary } = runScript('2');
    expect(status).toBe(1);
    expect(summary).toContain('0 of 2 accounts failed, 1 report too many');
    expect(summary).toContain('should not exist: 3.json.');
  });

  test('a report of a further list that nobody asked for', () => {
    for (const name of ['1', '1-2']) {
      const text = renderText([makeResult({ username: name })]);
      writeFileSync(join(folder, `${name}.json`), text);
    }
    const { status, summary } = runScript('1');
    expect(status).toBe(1);
    expect(summary).toContain('should not exist: 1-2.json.');
  });

  test("a copy of another shard's report stands for no shard", () => {
    const text = good();
    for (const name of ['1', '2']) writeFileSync(join(folder, `${name}.json`), text);
    const { status, summary, outputs } = runScript('2');
    expect([status, outputs['total']]).toEqual([1, '1']);
    expect(summary).toContain(`2.json is a copy of ${join(folder, '1.json')}, so its shard`);
  });

  test('a folder in the place of a report, and a folder that is not there', () => {
    mkdirSync(join(folder, '1.json'));
    expect(runScript('1').status).toBe(1);
    rmSync(folder, { recursive: true });
    expect(runScript('1').status).toBe(1);
    mkdirSync(folder);
  });

  test('a pipe in the place of a report is not waited for', () => {
    spawnSync('mkfifo', [join(folder, '1.json')]);
    const { status, summary } = runScript('1');
    expect(status).toBe(1);
    expect(summary).toContain('1.json is a pipe or a device.');
  });
});

test('an outputs file and a summary that cannot be written change no status', () => {
  const bad = { GITHUB_OUTPUT: join(folder, 'none'), GITHUB_STEP_SUMMARY: folder };
  writeFileSync(join(folder, '1.json'), renderText([makeResult()]));
  const { status, stdout } = runScript('1', bad);
  expect(status).toBe(0);
  expect(stdout).toMatch(/^::warning .*GITHUB_OUTPUT, .*\(ENOENT\)/m);
  expect(stdout).toMatch(/^::warning .*GITHUB_STEP_SUMMARY, .*\(EISDIR\)/m);
});
