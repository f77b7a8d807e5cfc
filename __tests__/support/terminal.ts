import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { baseEnvironment, CLI_BUNDLE } from './cli.ts';

const TERMINAL = fileURLToPath(new URL('terminal.py', import.meta.url));

/** Runs the program on a pseudo-terminal and types `keys` once it asks for a password. */
export async function runAtTerminal(
  flags: readonly string[],
  { keys = '', env = {} }: { keys?: string; env?: Readonly<Record<string, string>> } = {},
): Promise<{ status: number; screen: string }> {
  const child = spawn('python3', [TERMINAL, keys, process.execPath, CLI_BUNDLE, ...flags], {
    env: { ...baseEnvironment(), ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let screen = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (screen += text));
  const status = await new Promise<number>((resolve) =>
    child.on('close', (code) => {
      resolve(code ?? -1);
    }),
  );
  return { status, screen };
}
