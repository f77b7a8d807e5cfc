import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const PLATFORM = fileURLToPath(new URL('../../src/platform/', import.meta.url));
const NODE = process.env['NODE_UNDER_TEST'] ?? process.execPath;

export interface ProgramRun {
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly elapsedMs: number;
}

/**
 * Runs a small program that uses the files of src/platform/, in a process of its own: what is tested is how a process
 * ends.
 *
 * @param body JavaScript; `./exit.js` and so on can be imported
 * @param during called with the child once it has printed something
 */
export async function runProgram(
  body: string,
  during: (kill: (signal: NodeJS.Signals) => void) => void = () => undefined,
): Promise<ProgramRun> {
  const folder = mkdtempSync(join(tmpdir(), 'smtp-auth-check-program-'));
  for (const name of readdirSync(PLATFORM)) {
    const source = readFileSync(join(PLATFORM, name), 'utf8');
    writeFileSync(join(folder, name.replace(/\.ts$/, '.js')), transpile(source));
  }
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  writeFileSync(join(folder, 'main.js'), body);
  const startedAt = performance.now();
  const child = spawn(NODE, [join(folder, 'main.js')], { stdio: ['ignore', 'pipe', 'pipe'] });
  let stdout = '';
  let stderr = '';
  child.stdout.once('data', () => {
    during((signal) => child.kill(signal));
  });
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  return new Promise((resolve) => {
    child.on('close', (exitCode, signal) => {
      rmSync(folder, { recursive: true });
      resolve({ exitCode, signal, stdout, stderr, elapsedMs: performance.now() - startedAt });
    });
  });
}

function transpile(source: string): string {
  return ts.transpileModule(source, {
    compilerOptions: {
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.ESNext,
      rewriteRelativeImportExtensions: true,
    },
  }).outputText;
}
