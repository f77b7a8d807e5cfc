import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { renderJson } from '../../src/report/files.ts';
import type { Checked } from '../../src/model/diagnosis.ts';
import { makeNightly, makeResult } from '../support/fleet-results.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'join-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

function joinReports(shards: readonly (readonly Checked[] | undefined)[]): {
  status: number | null;
  summary: string;
  output: string;
} {
  shards.forEach((results, index) => {
    if (results) writeFileSync(join(folder, `${index + 1}.json`), renderText(results));
  });
  const env = {
    PATH: process.env['PATH'],
    GITHUB_STEP_SUMMARY: join(folder, 'summary'),
    GITHUB_OUTPUT: join(folder, 'output'),
  };
  const script = ['scripts/join-reports.mjs', folder, String(shards.length)];
  const { status } = spawnSync(process.execPath, script, { env });
  const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
  return { status, summary: read('summary'), output: read('output') };
}

const renderText = (results: readonly Checked[]): string => [...renderJson(results)].join('');

test('joins the reports of shards, an empty one too', () => {
  const { status, output, summary } = joinReports([[makeResult()], [], [makeResult()]]);
  expect([status, output]).toEqual([0, 'total=2\nfailed=0\n']);
  expect(summary).toContain('all accounts as expected, 2 in 3 shards');
});

test('one host that throttles is one line over all shards', () => {
  const { status, output, summary } = joinReports([makeNightly(1000), makeNightly(1000)]);
  expect(status).toBe(1);
  expect(output).toMatch(/^total=2000\nfailed=\d+\n$/);
  expect(summary.match(/<code>smtp4\.mail/g)).toHaveLength(1);
  expect(summary).toContain('<b>100</b></td><td><code>smtp4.mail.example.com');
  expect(Buffer.byteLength(summary)).toBeLessThan(1024 * 1024);
});

test('what "fail-on" tolerates is shown and does not fail', () => {
  const tolerated = makeResult({ problem: 'timed-out', failOn: ['rejected'] });
  const { status, output, summary } = joinReports([[makeResult()], [tolerated, tolerated]]);
  expect([status, output]).toEqual([0, 'total=3\nfailed=2\n']);
  expect(summary).toContain('⚠️ SMTP logins: 2 of 3 accounts not as expected');
  expect(summary).toContain('timed-out (timeout), tolerated');
  const refused = makeResult({ reply: '535 5.7.8 no', failOn: ['rejected'] });
  expect(joinReports([[tolerated], [refused]]).status).toBe(1);
});

test('further lists have reports of their own, and one that is lost is named', () => {
  for (const name of ['1', '2', '1-3']) {
    writeFileSync(join(folder, `${name}.json`), renderText([makeResult()]));
  }
  const script = ['scripts/join-reports.mjs', folder, '2', ' 3 '];
  const env = { PATH: process.env['PATH'], GITHUB_STEP_SUMMARY: join(folder, 'summary') };
  expect(spawnSync(process.execPath, script, { env }).status).toBe(1);
  const summary = readFileSync(join(folder, 'summary'), 'utf8');
  expect(summary).toContain('No whole report came from shard 2-3:');
  expect(summary).toContain('0 of 3 accounts failed, 1 of 4 reports missing');
});

test('a shard without a report is named and fails', () => {
  const { status, summary } = joinReports([[makeResult()], undefined]);
  expect(status).toBe(1);
  expect(summary).toContain('No whole report came from shard 2:');
  expect(summary).toContain('❌ SMTP logins: 0 of 1 accounts failed, 1 of 2 reports missing');
});

test('a report that was cut off counts as none', () => {
  writeFileSync(join(folder, '2.json'), renderText([makeResult()]).slice(0, 100));
  const { status, summary, output } = joinReports([[makeResult()], undefined]);
  expect([status, output]).toEqual([1, 'total=1\nfailed=0\n']);
  expect(summary).toContain('No whole report came from shard 2:');
});
