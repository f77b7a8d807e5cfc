// Joins the JSON reports of several shards into one job summary and the outputs `total` and `failed`.
// Usage: node scripts/join-reports.mjs FOLDER SHARDS, where FOLDER has 1.json to SHARDS.json. It fails when
// an account failed or a shard left no report, so that a lost shard is never a green check.
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The runner drops a summary of more than 1 MiB whole. A row is at most a few KB. */
const MAX_ROWS = 200;

const [, , folder = '.', count = '1'] = process.argv;
const paths = Array.from({ length: Number(count) }, (_, index) =>
  join(folder, `${index + 1}.json`),
);
const lost = paths.flatMap((path, index) => (existsSync(path) ? [] : [index + 1]));
const reports = paths
  .filter((path) => existsSync(path))
  .flatMap((path) => JSON.parse(readFileSync(path, 'utf8')));
const failed = reports.filter(({ passed }) => !passed);

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
    const key = JSON.stringify([result.cause, result.verdict, result.host]);
    groups.set(key, [...(groups.get(key) ?? []), result]);
  }
  return [...groups.values()].sort((a, b) => b.length - a.length);
}

function row(members) {
  const example = members.find(({ tries }) => tries > 0) ?? members[0];
  const { cause, verdict, host, serverSaid, nextStep } = example;
  const cells = [
    `<b>${members.length}</b>`,
    `<code>${html(host)}</code>`,
    `${html(cause)} (${html(verdict)})`,
    serverSaid === '' ? '' : `<code>${html(serverSaid)}</code>`,
    html(nextStep),
  ];
  return `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
}

const isGood = failed.length === 0 && lost.length === 0;
const groups = group(failed);
const lines = [
  `<h2>${isGood ? '✅' : '❌'} SMTP logins: ${failed.length} of ${reports.length} accounts failed</h2>`,
  ...(lost.length === 0 ? [] : [`<p>No report came from shard ${lost.join(', ')}.</p>`]),
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
if (output) appendFileSync(output, `total=${reports.length}\nfailed=${failed.length}\n`);
console.log(
  `Joined ${reports.length} results; ${failed.length} failed; lost shards: ${lost.length}.`,
);
process.exitCode = isGood ? 0 : 1;
