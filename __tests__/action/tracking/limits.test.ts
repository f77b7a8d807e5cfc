import { jest } from '@jest/globals';
import { type GitHubApi, startGitHubApi } from '../../support/github-api.ts';
import { createRefusal, createResult } from '../../support/results.ts';

/** How much one run writes. Its pauses take two minutes, so they are counted and not waited for. */

const pauses: number[] = [];
jest.unstable_mockModule('node:timers/promises', () => ({
  setTimeout: (ms: number) => {
    pauses.push(ms);
    return Promise.resolve();
  },
}));

const api: GitHubApi = await startGitHubApi();
process.env['GITHUB_API_URL'] = api.url; // Octokit reads it when it is loaded
const { trackIssues } = await import('../../../src/action/tracking/tracker.ts');

const FAILING = Array.from({ length: 150 }, (_, n) =>
  createRefusal('535 5.7.8 no', { account: { username: `user${n}` } }),
);
const WORKING = FAILING.map(({ account }) => createResult({ account }));

let log: string[];

async function track(results: typeof FAILING, shards = 1): Promise<number> {
  const before = api.writes.length;
  log = [];
  const context = {
    token: 't',
    repository: 'acme/mail',
    runUrl: 'https://github.example/acme/mail/actions/runs/1',
    shards,
    signal: new AbortController().signal,
    log: (line: string) => void log.push(line),
  };
  expect(await trackIssues(results, context)).toBeUndefined();
  return api.writes.length - before;
}

const isOpen = ({ state }: { state: string }): boolean => state === 'open';
const STOPS = expect.stringContaining('the next run goes on') as string;

beforeEach(() => {
  pauses.length = 0;
  api.issues.length = 0;
});

afterAll(() => api.close());

test('one run writes 120 times, a second apart, and the next run does what was left over', async () => {
  expect(await track(FAILING)).toBe(120);
  expect(api.issues).toHaveLength(120);
  expect(pauses).toEqual(new Array(119).fill(1000));
  expect(log.filter((line) => line.includes('the next run'))).toEqual([STOPS]);

  expect(await track(FAILING)).toBe(30);
  expect(api.issues).toHaveLength(150);
  expect(log).not.toContainEqual(STOPS);
  expect(await track(FAILING)).toBe(0);
});

test('an issue is not closed without the note that says why, also at the limit', async () => {
  await track(FAILING.slice(0, 100));
  expect(await track(WORKING.slice(0, 100))).toBe(120);
  const closed = api.issues.filter((issue) => !isOpen(issue));
  expect(closed).toHaveLength(60);
  expect(closed.every(({ comments }) => comments.length === 1)).toBe(true);
  expect(api.issues.filter(isOpen).every(({ comments }) => comments.length === 0)).toBe(true);

  expect(await track(WORKING.slice(0, 100))).toBe(80);
  expect(api.issues.filter(isOpen)).toEqual([]);
});

test('jobs that share a list share the pace and the limit', async () => {
  expect(await track(FAILING, 4)).toBe(30);
  expect(new Set(pauses)).toEqual(new Set([4000]));
});
