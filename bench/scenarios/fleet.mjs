import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { action, peer, xargsSwaks } from '../contestants.mjs';
import { interleave, median, spread } from '../measure.mjs';
import { table } from '../table.mjs';

/** A list of different logins; the server takes one password for all of them. */
function writeList(stage, count, hosts) {
  const accounts = Array.from({ length: count }, (_, index) => ({
    host: hosts[index % hosts.length],
    port: stage.port,
    username: `user@example.test`,
    'ehlo-name': `client${index}.example.test`,
    password: 'correct horse',
    'tls-ca': stage.ca,
  }));
  const file = join(stage.folder, `accounts-${count}-${hosts.length}.json`);
  writeFileSync(file, JSON.stringify(accounts));
  return file;
}

/** The action on a list, with a fixed number of checks at once. */
export function ours(stage, count, parallel, hosts = [stage.host]) {
  const accounts = writeList(stage, count, hosts);
  const limits = { 'max-parallel': parallel, 'max-per-host': parallel, 'host-gap': 0 };
  return action(stage, {
    accounts,
    ...limits,
    host: '',
    username: '',
    password: '',
    mechanism: 'auto',
  });
}

/** Many accounts, each of them one connection and one LOGIN. */
export async function fleet(
  stage,
  { title, count, parallel, rounds, peers = true, swaks = false },
) {
  const contestants = { ours: () => ours(stage, count, parallel) };
  if (peers) {
    contestants.nodemailer = () => peer(stage, 'nodemailer-fleet.mjs', count, parallel);
    contestants.aiosmtplib = () => peer(stage, 'aiosmtplib-fleet.py', count, parallel);
  }
  const results = await interleave(contestants, rounds);
  const rows = Object.entries(results).map(([name, runs]) => row(name, runs, count));
  if (swaks) {
    // A tenth of the accounts: it takes its time, and it is linear in their number.
    const part = Math.ceil(count / 10);
    rows.push(row('xargs -P swaks', [await xargsSwaks(stage, part, parallel)], part));
  }
  return table(title, ['contestant', 'accounts/s', 'CPU/account', 'peak memory'], rows);
}

function row(name, runs, count) {
  const rates = runs.map(({ wallMs }) => (count / wallMs) * 1000);
  const cpu = median(runs.map(({ cpuMs }) => cpuMs)) / count;
  return [
    name,
    spread(rates),
    `${cpu.toFixed(2)} ms`,
    `${Math.round(median(runs.map(({ peakMiB }) => peakMiB)))} MiB`,
  ];
}
