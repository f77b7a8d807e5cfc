import { toReport } from '../../src/report/json.ts';
import { type JoinedReports, type LostReport, renderJoined } from '../../src/report/joined.ts';
import { createRefusal, createResult } from '../support/results.ts';

const GOOD = toReport(createResult());
const BAD = toReport(createRefusal('535 5.7.8 no'));

const lose = (shard: number): LostReport => ({ shard, why: `${shard}.json does not exist.` });

const render = (changes: Partial<JoinedReports>): string =>
  renderJoined({ shards: 2, reports: [GOOD], lost: [], surplus: [], ...changes });

test.each<[string, Partial<JoinedReports>, string]>([
  ['all is well', {}, '✅ SMTP logins: all accounts as expected, 1 in 2 shards'],
  ['an account failed', { reports: [GOOD, BAD] }, '❌ SMTP logins: 1 of 2 accounts failed'],
  ['a shard is lost', { lost: [lose(2)] }, '1 of 2 reports missing or damaged'],
  ['a shard is lost, and why', { lost: [lose(2)] }, '<p>2.json does not exist.</p>'],
  [
    'all shards are lost',
    { reports: [], lost: [lose(1), lose(2)] },
    'no account was checked, 2 of 2',
  ],
  [
    'there is a report too many',
    { surplus: ['3.json'] },
    'reports of shards that should not exist: 3.json.',
  ],
  ['nothing was checked', { reports: [] }, '❌ SMTP logins: no account was checked'],
])('the summary tells that %s', (_, changes, words) => {
  expect(render(changes)).toContain(words);
});

/** Bug: a report with a line break in a host became live Markdown in the summary of the workflow. */
test('texts of a report that somebody changed are shown as code, in one line', () => {
  const hostile = 'x\n\n# heading <img src=x> @octocat `code` \u202e';
  const summary = render({
    reports: [{ ...BAD, host: hostile, serverSaid: hostile, nextStep: hostile, cause: hostile }],
  });
  expect(summary).not.toMatch(/^#|<img|\u202e/m);
  expect(summary).toContain('<code>x\\x0a\\x0a# heading &lt;img src=x&gt;');
});

test('however long the texts and many the causes, the summary stays below what GitHub shows', () => {
  const long = 'I say "'.repeat(2000);
  const reports = Array.from({ length: 2000 }, (_, n) => ({
    ...BAD,
    cause: `cause-${n}`,
    host: long,
    serverSaid: long,
    nextStep: long,
  }));
  const summary = render({ reports, lost: Array.from({ length: 256 }, (_, n) => lose(n + 1)) });
  expect(Buffer.byteLength(summary)).toBeLessThan(1024 * 1024);
  expect(summary).toContain('And 1900 more causes and hosts.');
  expect(summary).toContain('And 236 more reports are missing or damaged.');
});
