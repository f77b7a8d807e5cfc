import { isatty } from 'node:tty';
import { writeReports } from '../report/files.ts';
import { toReport } from '../report/json.ts';
import { countStatuses } from '../report/status.ts';
import { renderTerminal } from '../report/terminal.ts';
import { EMPTY_SHARD } from '../report/wording.ts';
import type { Checked } from '../model/diagnosis.ts';
import { type ExitStatus, guardProcess } from '../platform/exit.ts';
import { checkAsAsked } from './check.ts';
import { EXIT_NOT_JUDGED, exitStatus } from './exit-status.ts';
import { explainFault } from './explain-fault.ts';
import type { CliOptions } from './options.ts';
import { complain, print } from './print.ts';
import { ProgressLine } from './progress.ts';

/**
 * Checks what a command line asks for and shows what came of it.
 *
 * @throws UsageError, GivenUp
 */
export async function runCheck(options: CliOptions, status: ExitStatus): Promise<void> {
  const cancel = new AbortController();
  guardProcess({
    status,
    faultStatus: EXIT_NOT_JUDGED,
    cancelGraceMs: CANCEL_GRACE_MS,
    onSignal: () => {
      cancel.abort();
    },
    onFault: explainFault,
  });
  const show = shower(options);
  let progress: ProgressLine | undefined;
  let accounts = NaN; // no number of results is right before the accounts are counted
  const { results, run } = await checkAsAsked(options, cancel.signal, {
    onStart(total) {
      accounts = total;
      progress = watch(total, options);
    },
    onResult(result) {
      progress?.note(result);
      show(result);
    },
  });
  progress?.end();
  const faults = run ? await writeReports(results, run) : [];
  status.decide(exitStatus(results, accounts, faults.length === 0));
  faults.forEach(complain);
  await print(conclude(results, options));
}

/** Longer than the reports of thousands take to write; a question that nobody answers is not waited for. */
const CANCEL_GRACE_MS = 2000;

/** Standard error is looked at without opening it, which takes longer than the rest of the start. */
function watch(total: number, { output }: CliOptions): ProgressLine | undefined {
  const isWatched = output !== 'quiet' && isatty(2) && process.env['TERM'] !== 'dumb';
  if (!isWatched) return undefined;
  return new ProgressLine(total, process.stderr);
}

/** Shows a person each result as soon as it is known; a program gets them all at the end. */
function shower({ output }: CliOptions): (result: Checked) => void {
  if (output === 'json' || output === 'quiet') return () => undefined;
  const style = { colour: wantsColour(), verbose: output === 'verbose' };
  return (result) => process.stdout.write(renderTerminal(result, style));
}

function conclude(results: readonly Checked[], { output }: CliOptions): string {
  if (output === 'quiet') return '';
  if (output === 'json') return `${JSON.stringify(results.map(toReport), undefined, 2)}\n`;
  if (results.length === 1) return '';
  if (results.length === 0) return `${EMPTY_SHARD}\n`;
  const { passed, tolerated, failed } = countStatuses(results);
  const more = tolerated > 0 ? `, ${tolerated} tolerated by --fail-on` : '';
  return `${results.length} accounts: ${passed} as expected, ${failed} failed${more}\n`;
}

/** Colour for a person only; no-color.org: NO_COLOR counts when it is not empty. */
function wantsColour(): boolean {
  const { NO_COLOR: no = '', TERM: terminal } = process.env;
  return process.stdout.isTTY && no === '' && terminal !== 'dumb';
}
