// How many accounts are checked: by this project, by peers that are made for many, and by a shell's loop.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { action, cliWith, near, NODE, PASSWORD } from './contestants.mjs';
import { PEERS } from './peers.mjs';

const HERE = import.meta.dirname;

/**
 * A list of different logins, spread over hosts; the server accepts one password for all of them.
 *
 * @param outcome of an account's number: `accepted`, `refused` or `silent`
 */
function writeList(stage, { count, hosts = [stage.host], outcome = () => 'accepted' }) {
  const accounts = Array.from({ length: count }, (_, index) => ({
    host: hosts[index % hosts.length],
    port: stage.port,
    username: `${outcome(index) === 'silent' ? 'silent' : 'user'}${index}@example.test`,
    password: outcome(index) === 'refused' ? 'wrong horse' : PASSWORD,
    'tls-ca': stage.ca,
    // An ordinary certificate has a few names, not a hundred.
    ...(hosts[0] !== stage.host && { 'tls-servername': 'localhost' }),
    mechanism: 'LOGIN',
  }));
  const file = join(stage.folder, 'accounts.json');
  writeFileSync(file, JSON.stringify(accounts));
  return file;
}

const limits = (parallel) => ({
  'max-parallel': parallel,
  'max-per-host': parallel,
  'host-gap': 0,
});

/** @param inputs what differs from a list with nothing but its limits */
export function actionList(stage, dist, fleet, inputs = {}, options = {}) {
  const accounts = writeList(stage, fleet);
  const single = {
    host: '',
    port: '',
    'tls-ca': '',
    username: '',
    password: '',
    mechanism: 'auto',
  };
  return action(
    stage,
    dist,
    { ...single, accounts, ...limits(fleet.parallel), ...inputs },
    options,
  );
}

export function cliList(stage, dist, fleet) {
  const flags = Object.entries(limits(fleet.parallel)).flatMap(([name, value]) => [
    `--${name}`,
    String(value),
  ]);
  return cliWith(stage, dist, ['--accounts', writeList(stage, fleet), ...flags]);
}

/** A peer's own program for many accounts, in peers/. */
export function peerFleet(stage, name, { count, parallel }) {
  const command = {
    'bare node:tls': [NODE, join(HERE, 'peers/bare-fleet.mjs')],
    nodemailer: [NODE, join(HERE, 'peers/nodemailer-fleet.mjs')],
    aiosmtplib: [join(HERE, '.peers/venv/bin/python'), join(HERE, 'peers/aiosmtplib-fleet.py')],
  }[name];
  const { host, port, ca } = stage;
  return near(stage, [...command, host, port, ca, PASSWORD, count, parallel].map(String));
}

/** One process for each account, as a shell script would: `xargs -P`. */
export function xargs(stage, name, { count, parallel }) {
  const command = PEERS[name].argv(stage, { mechanism: 'LOGIN', password: PASSWORD });
  const quoted = command.map((word) => `'${word}'`).join(' ');
  // sh throws away the number, which xargs would put behind the command.
  const loop = `seq ${count} | xargs -n 1 -P ${parallel} sh -c "exec ${quoted}" >/dev/null`;
  return near(stage, ['sh', '-c', loop]);
}
