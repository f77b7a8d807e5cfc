import { jest } from '@jest/globals';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeOutputs, writeSummary } from '../../src/action/runner-files.ts';
import { parseOutputs } from '../support/action.ts';
import { describeNeeding } from '../support/platform.ts';

const VARIABLES = ['GITHUB_OUTPUT', 'GITHUB_STEP_SUMMARY'] as const;
const before = VARIABLES.map((name) => process.env[name]);
let folder: string;
let printed: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'smtp-auth-check-files-'));
  printed = '';
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed += String(text);
    return true;
  });
});

afterEach(() => {
  jest.restoreAllMocks();
  rmSync(folder, { recursive: true });
  VARIABLES.forEach((name, index) => {
    const value = before[index];
    if (value === undefined) Reflect.deleteProperty(process.env, name);
    else process.env[name] = value;
  });
});

function use(variable: (typeof VARIABLES)[number], name: string): string {
  const path = join(folder, name);
  process.env[variable] = path;
  return path;
}

test('outputs and summary reach the files of the runner', () => {
  const [output, summary] = [use('GITHUB_OUTPUT', 'output'), use('GITHUB_STEP_SUMMARY', 'summary')];
  writeFileSync(output, 'earlier=1\n');
  writeFileSync(summary, 'earlier\n');
  expect(writeOutputs({ verdict: 'accepted', code: '' })).toBeUndefined();
  expect(writeSummary('<p>now</p>\n')).toBeUndefined();
  expect(parseOutputs(readFileSync(output, 'utf8'))).toEqual({
    earlier: '1',
    verdict: 'accepted',
    code: '',
  });
  expect(readFileSync(summary, 'utf8')).toBe('earlier\n<p>now</p>\n');
});

test('a file that is not there is named with its variable, path, reason and remedy', () => {
  const path = use('GITHUB_OUTPUT', 'absent/output');
  const fault = writeOutputs({ verdict: 'accepted' });
  expect(fault?.title).toBe('smtp-auth-check: outputs not written');
  expect(fault?.message).toContain(`GITHUB_OUTPUT, ${path} (ENOENT).`);
  expect(fault?.message).toContain('The result in this log stands');
  expect(fault?.message).toContain('Later steps see empty outputs.');
  expect(fault?.message).toContain('mount the folder');
});

test('a folder in the place of a file is named, too', () => {
  mkdirSync(use('GITHUB_STEP_SUMMARY', 'folder'));
  expect(writeSummary('x')?.message).toMatch(
    /^The summary .* GITHUB_STEP_SUMMARY, .* \(EISDIR\)\./,
  );
});

test('a runner without summaries and outputs is not a fault', () => {
  for (const name of VARIABLES) Reflect.deleteProperty(process.env, name);
  expect(writeSummary('x')).toBeUndefined();
  expect(writeOutputs({ verdict: 'accepted' })).toBeUndefined();
  expect(printed).toContain('No job summary was written: this runner does not show summaries.');
  expect(printed).toContain('::set-output name=verdict::accepted');
});

describeNeeding('a full device')('a full disk', () => {
  test('is told of', () => {
    process.env['GITHUB_STEP_SUMMARY'] = '/dev/full';
    expect(writeSummary('x')?.message).toContain('(ENOSPC)');
    expect(writeSummary('x')?.message).toContain('free some space');
  });
});

describeNeeding('files that may not be written')('a file of another user', () => {
  test('leads to the options of the container', () => {
    const path = use('GITHUB_OUTPUT', 'output');
    writeFileSync(path, '', { mode: 0o400 });
    const message = writeOutputs({ verdict: 'accepted' })?.message;
    expect(message).toContain('(EACCES)');
    expect(message).toContain('options: --user root');
    expect(message).toContain('fsGroup');
  });
});
