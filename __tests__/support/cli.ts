import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Peer } from './peer.ts';

export const CLI_BUNDLE = fileURLToPath(new URL('../../dist/cli/index.js', import.meta.url));

/** Tests set NODE_UNDER_TEST to run the bundle on another Node than the one that runs jest. */
const NODE = process.env['NODE_UNDER_TEST'] ?? process.execPath;

export interface CliRun {
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CliOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** Standard input; closed and empty unless given. */
  readonly stdin?: string | Uint8Array;
  /** Called with the means to end the child once it runs. */
  readonly onStart?: (kill: (signal: NodeJS.Signals) => void) => void;
}

/** Runs the built program as a shell would, without a terminal. */
export async function runCli(
  args: readonly string[],
  { env = {}, stdin = '', onStart }: CliOptions = {},
): Promise<CliRun> {
  const child = spawn(NODE, [CLI_BUNDLE, ...args], { env: { ...baseEnvironment(), ...env } });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  child.stdin.on('error', () => undefined); // a child that ends early reads nothing
  child.stdin.end(stdin);
  onStart?.((signal) => child.kill(signal));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (exitCode, signal) => {
      resolve({ exitCode, signal, stdout, stderr });
    });
  });
}

/** What a process needs to start and nothing of the test's own environment. */
export function baseEnvironment(): Record<string, string> {
  const names = ['PATH', 'SystemRoot', 'TEMP'];
  return Object.fromEntries(
    names.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])),
  );
}

/** The flags of a check of the peer, over a channel that a scripted peer can play without TLS. */
export function cleartext({ port }: Peer): string[] {
  return [
    ...['--host', '127.0.0.1', '--port', String(port), '--username', 'user@example.test'],
    ...['--starttls', 'never', '--allow-cleartext-auth', 'true', '--retries', '0'],
    ...['--mechanism', 'LOGIN'],
  ];
}
