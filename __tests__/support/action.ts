import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What a runner would have seen of one step. */
export interface ActionRun {
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
  /** From spawn to exit, milliseconds. */
  readonly elapsedMs: number;
  /** The step's visible text: everything but the commands by which the runner learns what to mask. */
  readonly visible: string;
}

/** What can be wrong with a stream: its reader has gone, or the disk that it is written to is full. */
export type StreamFault = 'gone' | 'full';

export interface RunOptions {
  readonly stdout?: StreamFault;
  readonly stderr?: StreamFault;
  /** Milliseconds after which the process is killed; without it, the time of the test is the limit. */
  readonly killAfterMs?: number;
  readonly env?: Readonly<Record<string, string>>;
  /** Called with the child's pid once it runs. */
  readonly onStart?: (kill: (signal: NodeJS.Signals) => void) => void;
  /** The program under test; the committed bundle unless told. */
  readonly entry?: string;
  readonly args?: readonly string[];
}

export const BUNDLE = fileURLToPath(new URL('../../dist/index.js', import.meta.url));

/** Tests set NODE_UNDER_TEST to run the bundle on another Node than the one that runs jest. */
const NODE = process.env['NODE_UNDER_TEST'] ?? process.execPath;

/** Runs the action in a process of its own, as a runner would: inputs in INPUT_*, files for outputs and summary. */
export async function runAction(
  inputs: Readonly<Record<string, string | number>>,
  { env = {}, onStart, entry = BUNDLE, args = [], killAfterMs, ...faults }: RunOptions = {},
): Promise<ActionRun> {
  const folder = mkdtempSync(join(tmpdir(), 'smtp-auth-check-'));
  const outputFile = join(folder, 'output');
  const summaryFile = join(folder, 'summary');
  writeFileSync(outputFile, '');
  writeFileSync(summaryFile, '');
  const startedAt = performance.now();
  const full = Object.values(faults).includes('full') ? openSync('/dev/full', 'w') : undefined;
  const target = (fault?: StreamFault): number | 'pipe' =>
    fault === 'full' ? (full ?? 1) : 'pipe';
  const child: ChildProcess = spawn(NODE, [entry, ...args], {
    stdio: ['ignore', target(faults.stdout), target(faults.stderr)],
    env: {
      PATH: process.env['PATH'],
      GITHUB_ACTIONS: 'true',
      GITHUB_OUTPUT: outputFile,
      GITHUB_STEP_SUMMARY: summaryFile,
      ...inputEnvironment(inputs),
      ...env,
    },
  });
  if (full !== undefined) closeSync(full);
  let stdout = '';
  let stderr = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  if (faults.stdout === 'gone') child.stdout?.destroy();
  if (faults.stderr === 'gone') child.stderr?.destroy();
  const killer =
    killAfterMs === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfterMs);
  onStart?.((signal) => child.kill(signal));
  const [exitCode, signal] = await new Promise<[number | null, NodeJS.Signals | null]>(
    (resolve, reject) => {
      child.on('error', reject);
      child.on('close', (code, name) => {
        resolve([code, name]);
      });
    },
  );
  clearTimeout(killer);
  const elapsedMs = performance.now() - startedAt;
  const outputs = parseOutputs(readFileSync(outputFile, 'utf8'));
  const summary = readFileSync(summaryFile, 'utf8');
  rmSync(folder, { recursive: true });
  const visible = `${withoutMasks(stdout)}\n${stderr}\n${JSON.stringify(outputs)}\n${summary}`;
  return { exitCode, signal, stdout, stderr, outputs, summary, elapsedMs, visible };
}

/** The runner's rule: spaces become underscores, letters upper case, hyphens stay. */
function inputEnvironment(inputs: Readonly<Record<string, string | number>>): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(inputs).map(([name, value]) => [
      `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`,
      String(value),
    ]),
  );
}

/** Reads GITHUB_OUTPUT as the runner does (FileCommandManager.cs): `name<<delimiter` or `name=value`. */
export function parseOutputs(text: string): Record<string, string> {
  const outputs: Record<string, string> = {};
  const lines = text.split('\n');
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    if (line === '' || line === '\r') continue;
    const heredoc = line.indexOf('<<');
    const equals = line.indexOf('=');
    if (heredoc !== -1 && (equals === -1 || heredoc < equals)) {
      const end = lines.indexOf(line.slice(heredoc + 2), index + 1);
      if (end === -1) throw new Error(`no delimiter for ${line}`);
      outputs[line.slice(0, heredoc)] = lines.slice(index + 1, end).join('\n');
      index = end;
    } else if (equals !== -1) {
      outputs[line.slice(0, equals)] = line.slice(equals + 1);
    } else throw new Error(`not an output: ${line}`);
  }
  return outputs;
}

function withoutMasks(stdout: string): string {
  return stdout.replace(/^::add-mask::.*$/gm, '');
}
