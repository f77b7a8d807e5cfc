// Joins the JSON reports of several shards into one job summary and the outputs `total` and `failed`.
// Usage: node scripts/join-reports.mjs FOLDER SHARDS [FURTHER], where FOLDER has 1.json to SHARDS.json and, for each
// further list in FURTHER such as "2 3", 1-2.json to SHARDS-3.json. It fails when
// an account failed (one that `fail-on` tolerates does not) or a shard left no report, so that a lost shard is never a green check.
import { appendFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The runner drops a summary of more than 1 MiB whole. A row is at most a few KB. */
const MAX_ROWS = 200;

const [, , folder = '.', count = '1', further = ''] = process.argv;
const lists = ['', ...further.split(' ').filter(Boolean)];
const names = lists.flatMap((list) =>
  Array.from({ length: Number(count) }, (_, index) =>
    list === '' ? `${index + 1}` : `${index + 1}-${list}`,
  ),
);
const shards = names.map((name) => read(`${name}.json`));
const lost = names.filter((_, index) => !shards[index]);
const reports = shards.flatMap((report) => report ?? []);
const unmet = reports.filter(({ passed }) => !passed);
const failed = unmet.filter(({ tolerated }) => !tolerated);
const tolerated = unmet.length - failed.length;

/** Undefined where there is none, or only a part of it, as a runner that died leaves it. */
function read(name) {
  try {
    return JSON.parse(readFileSync(join(folder, name), 'utf8'));
  } catch (error) {
    console.log(`::warning::${name} cannot be read (${error.code ?? error.name}).`);
    return undefined;
  }
}

function html(text) {
  return String(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

function group(results) {
  const groups = new Map();
  for (const result of results) {
    const key = JSON.stringify([result.tolerated, result.cause, result.verdict, result.host]);
    groups.set(key, [...(groups.get(key) ?? []), result]);
  }
  return [...groups.values()].sort((a, b) => rank(a) - rank(b) || b.length - a.length);
}

/** What fails comes first. */
function rank([{ tolerated }]) {
  return tolerated ? 1 : 0;
}

function row(members) {
  const example = members.find(({ tries }) => tries > 0) ?? members[0];
  const { cause, verdict, host, serverSaid, nextStep } = example;
  const cells = [
    `<b>${members.length}</b>`,
    `<code>${html(host)}</code>`,
    `${html(cause)} (${html(verdict)})${example.tolerated ? ', tolerated' : ''}`,
    serverSaid === '' ? '' : `<code>${html(serverSaid)}</code>`,
    html(nextStep),
  ];
  return `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
}

const missing = lost.length === 0 ? '' : `, ${lost.length} of ${shards.length} reports missing`;
const isGood = failed.length === 0 && lost.length === 0;
const all = `${reports.length} in ${count} shards`;
const good =
  tolerated === 0
    ? `✅ SMTP logins: all accounts as expected, ${all}`
    : `⚠️ SMTP logins: ${tolerated} of ${reports.length} accounts not as expected, tolerated by "fail-on"`;
const title = isGood
  ? good
  : `❌ SMTP logins: ${failed.length} of ${reports.length} accounts failed${missing}`;
const groups = group(unmet);
const lines = [
  `<h2>${title}</h2>`,
  ...(lost.length === 0
    ? []
    : [`<p>No whole report came from shard ${lost.join(', ')}: see the log of its job.</p>`]),
  ...(groups.length === 0
    ? []
    : [
        '<table>',
        '<tr><th>Accounts</th><th>Host</th><th>Cause</th><th>The server said</th><th>Next step</th></tr>',
        ...groups.slice(0, MAX_ROWS).map(row),
        '</table>',
      ]),
  ...(groups.length > MAX_ROWS
    ? [`<p>And ${groups.length - MAX_ROWS} more causes and hosts.</p>`]
    : []),
  '<p>The summary of each shard lists its accounts.</p>',
];

const { GITHUB_STEP_SUMMARY: summary, GITHUB_OUTPUT: output } = process.env;
if (summary) appendFileSync(summary, `${lines.join('\n')}\n`);
if (output) appendFileSync(output, `total=${reports.length}\nfailed=${unmet.length}\n`);
console.log(
  `Joined ${reports.length} results; ${failed.length} failed, ${tolerated} tolerated; lost shards: ${lost.length}.`,
);
process.exitCode = isGood ? 0 : 1;
