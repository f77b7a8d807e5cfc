import type { Checked } from '../model/diagnosis.ts';
import { type ExitStatus, guardProcess } from '../platform/exit.ts';
import { writeReports } from '../report/files.ts';
import { toReport } from '../report/json.ts';
import { checkAsAsked } from './check-as-asked.ts';
import { EXIT_NOT_JUDGED, exitStatus } from './exit-status.ts';
import type { CliOptions } from './options.ts';
import { complain, print } from './print.ts';
import { renderEnd, Screen, terminalOptions } from './screen.ts';
import { explainFault } from './usage.ts';

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
  let screen: Screen | undefined;
  let only: Checked | undefined; // with all its stages, of which a list keeps the last one
  const { results, run } = await checkAsAsked(options, cancel.signal, {
    onStart(total) {
      screen = new Screen(total, options);
    },
    onResult(result) {
      screen?.show(result);
      if (screen?.total === 1) only = result;
    },
  });
  screen?.end();
  const faults = run ? await writeReports(results, run) : [];
  // Without a start no number of results is right: the accounts were not counted.
  const total = screen?.total ?? NaN;
  const isWritten = faults.length === 0;
  faults.forEach(complain);
  if (options.output === 'nagios') {
    const { answerNagios } = await import('../report/nagios.ts');
    const answer = answerNagios(only ? [only] : results, total, isWritten);
    status.decide(answer.status);
    await print(answer.text);
    return;
  }
  status.decide(exitStatus(results, total, isWritten));
  await print(conclude(results, options));
}

/** Longer than the reports of thousands take to write; a question that nobody answers is not waited for. */
const CANCEL_GRACE_MS = 2000;

function conclude(results: readonly Checked[], options: CliOptions): string {
  if (options.output === 'quiet') return '';
  if (options.output === 'json') return `${JSON.stringify(results.map(toReport), undefined, 2)}\n`;
  return renderEnd(results, terminalOptions(options));
}
