import { join } from 'node:path';
import { run } from './measure.mjs';

const HERE = import.meta.dirname ?? new URL('.', import.meta.url).pathname;
const ROOT = join(HERE, '..');
const USER = 'user@example.test';
const PASSWORD = 'correct horse';

/** Runs a program at the near end of the stage. */
function near(stage, command, parameters, env = {}, expect = 0) {
  const [program, ...rest] = [...stage.prefix, command, ...parameters];
  return run({ command: program, parameters: rest, env, expect });
}

export const nothing = (stage) => near(stage, process.execPath, ['-e', '0']);

const ACTION = join(ROOT, 'dist/index.js');
const CLI = join(ROOT, 'dist/cli/index.js');

/** The action with all its reports, as a runner starts it. */
export function action(stage, inputs, expect = 0) {
  const env = {
    GITHUB_ACTIONS: 'true',
    GITHUB_OUTPUT: join(stage.folder, 'output'),
    GITHUB_STEP_SUMMARY: join(stage.folder, 'summary'),
  };
  const all = {
    host: stage.host,
    port: stage.port,
    'tls-ca': stage.ca,
    username: USER,
    password: PASSWORD,
    ...inputs,
  };
  for (const [name, value] of Object.entries(all))
    env[`INPUT_${name.toUpperCase()}`] = String(value);
  return near(stage, process.execPath, [ACTION], env, expect);
}

export function cli(stage, flags = []) {
  const account = [
    '--host',
    stage.host,
    '--port',
    String(stage.port),
    '--tls-ca',
    stage.ca,
    '--username',
    USER,
    '--password-env',
    'BENCH_PASSWORD',
  ];
  return near(stage, process.execPath, [CLI, ...account, ...flags], { BENCH_PASSWORD: PASSWORD });
}

export const cliVersion = (stage) => near(stage, process.execPath, [CLI, '--version']);

/** A peer's script in peers/, with host, port, CA and what else it takes. */
export function peer(stage, script, ...more) {
  const isPython = script.endsWith('.py');
  const command = isPython ? join(HERE, '.peers/venv/bin/python') : process.execPath;
  return near(stage, command, [
    join(HERE, 'peers', script),
    stage.host,
    String(stage.port),
    stage.ca,
    ...more.map(String),
  ]);
}

export function swaks(stage, mechanism) {
  const server = [
    '--server',
    stage.host,
    '--port',
    String(stage.port),
    '-tls',
    '--tls-verify',
    '--tls-ca-path',
    stage.ca,
  ];
  const login = [
    '--auth',
    mechanism,
    '--auth-user',
    USER,
    '--auth-password',
    PASSWORD,
    '--quit-after',
    'AUTH',
    '--to',
    USER,
  ];
  return near(stage, 'swaks', [...server, ...login]);
}

export function curl(stage, mechanism) {
  const login = [
    '--user',
    `${USER}:${PASSWORD}`,
    '--login-options',
    `AUTH=${mechanism}`,
    '-X',
    'NOOP',
  ];
  return near(stage, 'curl', [
    '--silent',
    '--ssl-reqd',
    '--cacert',
    stage.ca,
    ...login,
    `smtp://${stage.host}:${stage.port}`,
  ]);
}

/** swaks once an account, as a shell script would: `xargs -P`. */
export function xargsSwaks(stage, count, parallel) {
  const command = `seq ${count} | xargs -P ${parallel} -I{} swaks --server ${stage.host} --port ${stage.port} -tls --tls-verify --tls-ca-path ${stage.ca} --auth PLAIN --auth-user ${USER} --auth-password '${PASSWORD}' --quit-after AUTH --to ${USER} --hide-all`;
  return near(stage, 'sh', ['-c', command]);
}
