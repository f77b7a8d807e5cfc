// How this project is started. Each function takes a stage (see stage.mjs) and a build (a folder like dist/)
// and returns a measurement.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { run } from './measure.mjs';

export const USER = 'user@example.test';
export const PASSWORD = 'correct horse';
export const NODE = process.execPath;

const { inputs: INPUTS } = parse(readFileSync(new URL('../action.yml', import.meta.url), 'utf8'));
const DEFAULTS = Object.entries(INPUTS).map(([name, input]) => [name, input.default ?? '']);

/** Runs a command at the near end of the stage. */
export function near(stage, argv, options) {
  return run([...stage.prefix, ...argv], options);
}

export const nothing = (stage) => near(stage, [NODE, '-e', '0']);

/**
 * The action with all its reports, as a runner starts it: every input of action.yml is set.
 *
 * @param inputs what differs from one LOGIN check of the stage's server
 */
export function action(stage, dist, inputs = {}, { env, expect } = {}) {
  const variables = { ...runnerEnvironment(stage, inputs), ...env };
  return near(stage, [NODE, join(dist, 'index.js')], { env: variables, expect });
}

/** What a runner gives a step: INPUT_*, and fresh files for outputs and summary. */
export function runnerEnvironment(stage, inputs) {
  const env = { GITHUB_ACTIONS: 'true' };
  for (const [name, file] of [
    ['GITHUB_OUTPUT', 'output'],
    ['GITHUB_STEP_SUMMARY', 'summary'],
  ]) {
    env[name] = join(stage.folder, file);
    writeFileSync(env[name], '');
  }
  const login = { username: USER, password: PASSWORD, mechanism: 'LOGIN' };
  const server = { host: stage.host, port: stage.port, 'tls-ca': stage.ca };
  const all = { ...Object.fromEntries(DEFAULTS), ...server, ...login, ...inputs };
  for (const [name, value] of Object.entries(all)) {
    env[`INPUT_${name.toUpperCase()}`] = String(value);
  }
  return env;
}

/** The command line program, with nothing but these flags. */
export function cliWith(stage, dist, flags, options) {
  return near(stage, [NODE, join(dist, 'cli/index.js'), ...flags], options);
}

/** The command line program on the stage's server; LOGIN unless a flag says otherwise. */
export function cli(stage, dist, flags = [], { password = PASSWORD, env, expect } = {}) {
  const server = ['--host', stage.host, '--port', String(stage.port), '--tls-ca', stage.ca];
  const login = ['--username', USER, '--password-env', 'BENCH_PASSWORD'];
  const mechanism = flags.includes('--mechanism') ? [] : ['--mechanism', 'LOGIN'];
  const variables = { BENCH_PASSWORD: password, ...env };
  const all = [...server, ...login, ...mechanism, ...flags];
  return cliWith(stage, dist, all, { env: variables, expect });
}
