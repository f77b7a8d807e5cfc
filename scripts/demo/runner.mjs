import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const BUNDLE = fileURLToPath(new URL('../../dist/index.js', import.meta.url));

/** Runs the committed bundle as a runner does, and returns what a runner would show. */
export async function runStep(inputs) {
  const folder = mkdtempSync(join(tmpdir(), 'smtp-auth-check-demo-'));
  const [output, summary] = ['output', 'summary'].map((name) => join(folder, name));
  for (const file of [output, summary]) writeFileSync(file, '');
  const env = {
    ...process.env,
    GITHUB_ACTIONS: 'true',
    GITHUB_OUTPUT: output,
    GITHUB_STEP_SUMMARY: summary,
  };
  for (const [name, value] of Object.entries(inputs))
    env[`INPUT_${name.toUpperCase()}`] = String(value);
  const child = spawn(process.execPath, [BUNDLE], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  // A demo that is interrupted takes its step with it.
  const stop = () => {
    child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  };
  process.once('exit', stop);
  let stdout = '';
  child.stdout.on('data', (chunk) => (stdout += chunk));
  const exitCode = await new Promise((resolve) => child.on('close', resolve));
  const step = {
    exitCode,
    log: showLog(stdout),
    verdict: /^verdict<<(.*)\n(.*)\n\1$/m.exec(readFileSync(output, 'utf8'))?.[2],
    summary: readFileSync(summary, 'utf8'),
  };
  process.removeListener('exit', stop);
  rmSync(folder, { recursive: true });
  return step;
}

/** Workflow commands as the runner's log draws them; masked words become ***. */
function showLog(stdout) {
  const masks = [];
  const lines = [];
  for (const line of stdout.trimEnd().split('\n')) {
    const [, command, data = ''] = /^::([a-z-]+)(?: [^:]*)?::(.*)$/.exec(line) ?? [];
    if (command === 'add-mask') masks.push(decode(data));
    else if (command === 'group') lines.push(`▼ ${decode(data)}`);
    else if (command === 'error') lines.push(`Error: ${decode(data)}`);
    else if (command === 'warning') lines.push(`Warning: ${decode(data)}`);
    else if (command !== 'endgroup') lines.push(line);
  }
  return masks.reduce((text, mask) => text.replaceAll(mask, '***'), lines.join('\n'));
}

function decode(data) {
  return data.replaceAll('%0A', '\n').replaceAll('%0D', '\r').replaceAll('%25', '%');
}

/** The summary's HTML as text, for a terminal. */
export function showSummary(html) {
  return html
    .replace(/<\/t[hd]>(?=<t[hd])/g, '  ')
    .replace(/<h2>(.*)<\/h2>/g, '$1\n')
    .replace(/```mermaid[\s\S]*?```/g, '(a picture of the exchange)')
    .replace(/<details><summary>(.*?)<\/summary>[\s\S]*?<\/details>/g, '▶ $1')
    .replace(/<[^>]+>/g, '')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
