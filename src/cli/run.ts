import { constants } from 'node:os';
import { meetsExpectation } from '../expectation.ts';
import { writeReports } from '../report/files.ts';
import { toReport } from '../report/json.ts';
import { printable } from '../report/printable.ts';
import { renderTerminal } from '../report/terminal.ts';
import type { Result } from '../smtp/result.ts';
import { GivenUp } from './account.ts';
import { checkAsAsked } from './check.ts';
import { EXIT_NOT_JUDGED, EXIT_USAGE, exitStatus } from './exit-status.ts';
import { helpText, version } from './help.ts';
import { type CheckOptions, parseCommandLine, UsageError } from './options.ts';

/** The terminal's door: a command line in; text or JSON and an exit status out. It never rejects. */
export async function runCli(args: readonly string[]): Promise<void> {
  process.stdout.on('error', onOutputError);
  try {
    const request = parseCommandLine(args);
    if (request.kind === 'help') await print(helpText());
    else if (request.kind === 'version') await print(`${version()}\n`);
    else await runCheck(request.options);
  } catch (error) {
    fail(error);
  }
  exitWithin(EXIT_GRACE_MS);
}

async function runCheck(options: CheckOptions): Promise<void> {
  const cancel = new AbortController();
  const onSignal = (signal: NodeJS.Signals): void => {
    // The first one counts. Ctrl-C under npx comes twice, and the second must not keep the reports away.
    if (cancel.signal.aborted) return;
    process.exitCode = 128 + constants.signals[signal];
    cancel.abort();
    exitWithin(CANCEL_GRACE_MS);
  };
  process.on('SIGINT', onSignal).on('SIGTERM', onSignal);
  const show = shower(options);
  const { results, run } = await checkAsAsked(options, cancel.signal, show);
  process.exitCode ??= exitStatus(results);
  const faults = run ? await writeReports(results, run) : [];
  for (const fault of faults) process.stderr.write(`smtp-auth-check: ${fault}\n`);
  await print(conclude(results, options));
}

/** Shows a person each result as soon as it is known; a program gets them all at the end. */
function shower({ output }: CheckOptions): (result: Result) => void {
  if (output === 'json' || output === 'quiet') return () => undefined;
  const style = { colour: wantsColour(), verbose: output === 'verbose' };
  return (result) => process.stdout.write(renderTerminal(result, style));
}

function conclude(results: readonly Result[], { output }: CheckOptions): string {
  if (output === 'quiet') return '';
  if (output === 'json') return `${JSON.stringify(results.map(toReport), undefined, 2)}\n`;
  if (results.length === 1) return '';
  const failed = results.filter((result) => !meetsExpectation(result)).length;
  return `${results.length} accounts: ${results.length - failed} as expected, ${failed} failed\n`;
}

/** Colour for a person only; no-color.org: NO_COLOR counts when it is not empty. */
function wantsColour(): boolean {
  const { NO_COLOR: no = '', TERM: terminal } = process.env;
  return process.stdout.isTTY && no === '' && terminal !== 'dumb';
}

/** Resolves once the text has left, also when nobody reads it any more (see onOutputError). */
async function print(text: string): Promise<void> {
  await new Promise<void>((resolve) => {
    process.stdout.write(text, () => {
      resolve();
    });
  });
}

/** A reader that left, as in `| head`, changes nothing about the verdict; a full disk loses the report. */
function onOutputError(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') return;
  process.exitCode = EXIT_NOT_JUDGED;
  process.stderr.write(`smtp-auth-check: the output cannot be written (${error.code ?? ''}).\n`);
}

/** Says why nothing was checked. The text of an error that is our own fault may hold anything, so it stays out. */
function fail(error: unknown): void {
  if (error instanceof UsageError) {
    process.exitCode = EXIT_USAGE;
    const lines = error.message.split('\n').map((line) => `smtp-auth-check: ${line}\n`);
    process.stderr.write(`${lines.join('')}Examples: smtp-auth-check --help\n`);
    return;
  }
  if (error instanceof GivenUp) {
    process.exitCode = 128 + constants.signals.SIGINT;
    process.stderr.write('smtp-auth-check: cancelled; nothing was sent.\n');
    return;
  }
  process.exitCode = EXIT_NOT_JUDGED;
  const name = error instanceof Error ? printable(error.name) : typeof error;
  process.stderr.write(
    `smtp-auth-check: the check itself failed (${name}), which says nothing about the credential. Please report it.\n`,
  );
}

/** Longer than the reports of thousands take to write; a question that nobody answers is not waited for. */
const CANCEL_GRACE_MS = 2000;

/** Longer than any write to a terminal takes; nothing else is waited for. */
const EXIT_GRACE_MS = 250;

/** Ends the program whatever holds it. A name lookup cannot be called back and would hold the process; the verdict is known, so it may go. */
function exitWithin(graceMs: number): void {
  setTimeout(() => process.exit(), graceMs).unref();
}
