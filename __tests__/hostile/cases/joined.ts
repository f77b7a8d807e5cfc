import { spawnSync } from 'node:child_process';
import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Family, HostileCase, Requirement } from '../support/case.ts';
import { MARK } from '../support/never.ts';

/** One result as the action writes it. */
const REPORT = {
  ...{ host: 'smtp.example.test', port: 587, name: 'alice', username: 'alice' },
  ...{ verdict: 'accepted', passed: true, tolerated: false, cause: 'none', stage: 'auth' },
  ...{ code: 235, enhancedCode: '2.7.0', serverSaid: '', meaning: 'The server accepted it.' },
  ...{ nextStep: 'Nothing to do.', mechanism: 'PLAIN', tlsVersion: 'TLSv1.3' },
  ...{ tlsCipher: 'TLS_AES_256_GCM_SHA384', certificateExpires: '2030-01-01T00:00:00.000Z' },
  ...{ proxy: null, durationMs: 120, attempts: 1 },
} as const;

type Changes = Readonly<Partial<Record<keyof typeof REPORT, unknown>>>;

const text = (...results: readonly Changes[]): string =>
  JSON.stringify(results.map((changes) => ({ ...REPORT, ...changes })));

const FIRST = text({ name: 'first' });
const REFUSED: Changes = {
  ...{ verdict: 'rejected', passed: false, cause: 'wrong-credentials', code: 535 },
  ...{ meaning: 'The server rejected it.', nextStep: 'Store the right password.' },
};

/** What lies at the name of a report: its content, or what makes it. */
type Entry = string | Uint8Array | ((path: string) => unknown);

/** Arguments for a new folder with these files; the first shard is well. */
function shards(
  count: string,
  files: Readonly<Record<string, Entry>>,
  ...more: readonly string[]
): NonNullable<HostileCase['join']> {
  return ({ folder }) => {
    const path = folder();
    const all: Readonly<Record<string, Entry>> = { '1.json': FIRST, ...files };
    for (const [name, entry] of Object.entries(all)) {
      if (typeof entry === 'function') entry(join(path, name));
      else writeFileSync(join(path, name), entry);
    }
    return [path, count, ...more];
  };
}

const says = (file: string, ...words: readonly string[]): Requirement => ({
  that: `the log and the summary name ${[file, ...words].join(', ')}`,
  holds: ({ run }) =>
    [file, ...words].every((word) => run.stdout.includes(word)) && run.summary.includes(file),
});

const counts = (total: number, failed: number): Requirement => ({
  that: `the outputs say ${total} accounts, ${failed} not as expected`,
  holds: ({ run }) =>
    run.outputs['total'] === String(total) && run.outputs['failed'] === String(failed),
});

const endsSoon: Requirement = {
  that: 'the process ends within five seconds',
  isAboutTime: true,
  holds: ({ run, pace }) => run.elapsedMs < 5000 * pace,
};

const isSmall: Requirement = {
  that: 'the summary has less than 1 MiB',
  holds: ({ run }) => Buffer.byteLength(run.summary) < 1024 * 1024,
};

/** The report of the second shard is not one. */
const lost = (name: string, entry: Entry, words: string): HostileCase => ({
  name: `${name} in the place of a report`,
  join: shards('2', { '2.json': entry }),
  expect: { exit: 1 },
  also: [says('2.json', words), counts(1, 0), endsSoon],
});

const CUT = 'the JSON is cut off or damaged';
const wrong = (member: string): string => `result 1 has a wrong "${member}"`;

const LOST: readonly HostileCase[] = [
  {
    name: 'nothing in the place of a report',
    join: shards('2', {}),
    expect: { exit: 1 },
    also: [says('2.json does not exist'), counts(1, 0)],
  },
  lost('an empty file', '', CUT),
  lost('a half report', text(REFUSED).slice(0, 200), CUT),
  lost('a report with the beginning of a second one', `${FIRST}[{`, CUT),
  lost('100,000 brackets', '['.repeat(100_000), CUT),
  lost('lists in lists, 100,000 deep', '['.repeat(100_000) + ']'.repeat(100_000), 'result 1 is'),
  lost('zero bytes', Buffer.alloc(1000), CUT),
  lost('UTF-16', Buffer.from(`\ufeff${FIRST}`, 'utf16le'), 'is not UTF-8 text'),
  lost('an object that says that all passed', '{"passed":true}', 'the JSON is not a list'),
  lost('null', '[null]', 'result 1 is not an object'),
  lost('a folder', mkdirSync, 'is a directory'),
  lost('a pipe that nobody writes', (path) => spawnSync('mkfifo', [path]), 'is a pipe'),
  lost(
    'a device that never ends',
    (path) => {
      symlinkSync('/dev/zero', path);
    },
    'is a pipe',
  ),
  lost(
    'a link to itself',
    (path) => {
      symlinkSync(path, path);
    },
    'cannot be read',
  ),
  lost(
    '1 GiB',
    (path) => {
      writeFileSync(path, '');
      truncateSync(path, 1024 ** 3);
    },
    'is larger than 64 MiB',
  ),
];

const FORGED: readonly HostileCase[] = [
  lost('a timeout that passed', text({ verdict: 'timeout' }), 'result 1 passed, but its verdict'),
  lost(
    'a wrong input that is tolerated',
    text({ ...REFUSED, verdict: 'config', tolerated: true }),
    'result 1 is tolerated, but it cannot be',
  ),
  lost('"true" in quotation marks', text({ passed: 'true' }), wrong('passed')),
  lost('a verdict that nobody knows', text({ verdict: MARK }), wrong('verdict')),
  lost('a number too large for one', text().replace('[]', '[1e999]'), 'result 1 is not an object'),
  lost('a reply code of 1e999', FIRST.replace('235', '1e999'), wrong('code')),
  lost('a member called __proto__', FIRST.replace('{', '{"__proto__":{},'), 'not documented'),
  {
    ...lost("a copy of the first shard's report", FIRST, 'is a copy of'),
    name: "a copy of the first shard's report in the place of the second one",
  },
];

const SPLIT: readonly HostileCase[] = [
  {
    name: 'whole reports of all shards',
    join: shards('2', { '2.json': text({ name: 'second' }) }),
    expect: { exit: 0 },
    also: [counts(2, 0)],
  },
  {
    name: 'a shard without accounts',
    join: shards('2', { '2.json': '[]' }),
    expect: { exit: 0 },
    also: [counts(1, 0)],
  },
  {
    name: 'shards that are all without accounts',
    join: shards('2', { '1.json': '[]', '2.json': '[]' }),
    expect: { exit: 1 },
    also: [counts(0, 0)],
  },
  {
    name: 'one refusal among shards that passed',
    join: shards('2', { '2.json': text({ name: 'second' }, REFUSED) }),
    expect: { exit: 1 },
    also: [counts(3, 1)],
  },
  {
    name: 'a report of a shard that there should not be',
    join: shards('1', { '2.json': text({ name: 'second' }) }),
    expect: { exit: 1 },
    also: [counts(1, 0)],
  },
  {
    name: 'a report of a second list that nobody asked for',
    join: shards('1', { '1-2.json': text(REFUSED) }),
    expect: { exit: 1 },
    also: [counts(1, 0)],
  },
  {
    name: 'a second list that left no report',
    join: shards('1', {}, '2'),
    expect: { exit: 1 },
    also: [says('1-2.json does not exist'), counts(1, 0)],
  },
  ...['0', '1e2', '-1', '257', '\u0661\u0662', `1\n::error::${MARK}`].map((count): HostileCase => ({
    name: `${JSON.stringify(count)} as the number of shards`,
    join: shards(count, {}),
    expect: { exit: 1 },
  })),
];

const ATTACK = `\r\n::set-output name=x::${MARK}\n##[error]${MARK}\x1b[2J\u202e</code><script>${MARK}</script>@${MARK} ![x](https://${MARK}.test)`;

const SHOWN: readonly HostileCase[] = [
  {
    name: 'a report with commands, markup and colors in every text',
    join: shards('2', {
      '2.json': text({
        ...REFUSED,
        ...{ host: ATTACK, name: ATTACK, username: ATTACK, serverSaid: ATTACK },
        ...{ meaning: ATTACK, nextStep: `Say "${ATTACK}".`, mechanism: ATTACK, tlsCipher: ATTACK },
      }),
    }),
    expect: { exit: 1 },
    also: [counts(2, 1)],
  },
  {
    name: 'lone surrogates, NUL and combining characters in every text',
    join: shards('2', {
      '2.json': text({
        ...REFUSED,
        host: '\ud800\0\u202e',
        serverSaid: `a${'\u0301'.repeat(5000)}`,
      }),
    }),
    expect: { exit: 1 },
    also: [counts(2, 1), isSmall],
  },
  {
    name: '20,000 hosts with texts of 1,000 characters',
    join: shards('2', {
      '2.json': text(
        ...Array.from({ length: 20_000 }, (_, n) => ({
          ...REFUSED,
          ...{ host: `smtp${n}.example.test`, serverSaid: '<&"'.repeat(333) },
        })),
      ),
    }),
    expect: { exit: 1 },
    also: [counts(20_001, 20_000), isSmall, endsSoon],
  },
  {
    name: 'a next step of 1 MB of quotation marks',
    join: shards('2', { '2.json': text({ ...REFUSED, nextStep: '"\\'.repeat(500_000) }) }),
    expect: { exit: 1 },
    also: [counts(2, 1), isSmall, endsSoon],
  },
];

const AROUND: readonly HostileCase[] = [
  {
    name: 'GITHUB_OUTPUT and GITHUB_STEP_SUMMARY on a full disk',
    join: shards('1', {}),
    env: { GITHUB_OUTPUT: '/dev/full', GITHUB_STEP_SUMMARY: '/dev/full' },
    expect: { exit: 0 },
  },
  {
    name: 'a reader of the log that has gone, and a report that is lost',
    join: shards('2', {}),
    stdout: 'gone',
    expect: { exit: 1 },
  },
];

export const joined: Family = {
  title: 'joined reports',
  about:
    'The program that joins the reports of shards finds them lost, cut off, forged, copied or too many, with texts that attack the log and the summary. A shard that cannot be read is never a green check. No verdict is given, so the columns for it are empty.',
  cases: [...LOST, ...FORGED, ...SPLIT, ...SHOWN, ...AROUND],
};
