import { constants } from 'node:os';
import { isatty } from 'node:tty';
import { writeReports } from '../report/files.ts';
import { toReport } from '../report/json.ts';
import { renderTerminal } from '../report/terminal.ts';
import { EMPTY_SHARD } from '../report/wording.ts';
import type { Checked } from '../model/diagnosis.ts';
import { checkAsAsked } from './check.ts';
import { exitStatus } from './exit-status.ts';
import type { CheckOptions } from './options.ts';
import { onOutputError, print } from './print.ts';
import type { ProgressLine } from './progress.ts';

/**
 * Checks what a command line asks for and shows what came of it; the exit status is `process.exitCode`.
 *
 * @throws UsageError, GivenUp
 */
export async function runCheck(options: CheckOptions): Promise<void> {
  process.stdout.on('error', onOutputError);
  const cancel = new AbortController();
  const onSignal = (signal: NodeJS.Signals): void => {
    // The first one counts. Ctrl-C under npx comes twice, and the second must not keep the reports away.
    if (cancel.signal.aborted) return;
    process.exitCode = 128 + constants.signals[signal];
    cancel.abort();
    setTimeout(() => process.exit(), CANCEL_GRACE_MS).unref();
  };
  process.on('SIGINT', onSignal).on('SIGTERM', onSignal);
  const show = shower(options);
  let progress: ProgressLine | undefined;
  const { results, run } = await checkAsAsked(options, cancel.signal, {
    async onStart(total) {
      progress = await watch(total, options);
    },
    onResult(result) {
      progress?.note(result);
      show(result);
    },
  });
  progress?.end();
  process.exitCode ??= exitStatus(results);
  const faults = run ? await writeReports(results, run) : [];
  for (const fault of faults) process.stderr.write(`smtp-auth-check: ${fault}\n`);
  await print(conclude(results, options));
}

/** Longer than the reports of thousands take to write; a question that nobody answers is not waited for. */
const CANCEL_GRACE_MS = 2000;

/** Standard error is looked at without opening it, which takes longer than the rest of the start. */
async function watch(total: number, { output }: CheckOptions): Promise<ProgressLine | undefined> {
  const isWatched = output !== 'quiet' && isatty(2) && process.env['TERM'] !== 'dumb';
  if (!isWatched) return undefined;
  const { ProgressLine } = await import('./progress.ts');
  return new ProgressLine(total, process.stderr);
}

/** Shows a person each result as soon as it is known; a program gets them all at the end. */
function shower({ output }: CheckOptions): (result: Checked) => void {
  if (output === 'json' || output === 'quiet') return () => undefined;
  const style = { colour: wantsColour(), verbose: output === 'verbose' };
  return (result) => process.stdout.write(renderTerminal(result, style));
}

function conclude(results: readonly Checked[], { output }: CheckOptions): string {
  if (output === 'quiet') return '';
  if (output === 'json') return `${JSON.stringify(results.map(toReport), undefined, 2)}\n`;
  if (results.length === 1) return '';
  if (results.length === 0) return `${EMPTY_SHARD}\n`;
  const failed = results.filter((result) => !result.diagnosis.passed).length;
  return `${results.length} accounts: ${results.length - failed} as expected, ${failed} failed\n`;
}

/** Colour for a person only; no-color.org: NO_COLOR counts when it is not empty. */
function wantsColour(): boolean {
  const { NO_COLOR: no = '', TERM: terminal } = process.env;
  return process.stdout.isTTY && no === '' && terminal !== 'dumb';
}
