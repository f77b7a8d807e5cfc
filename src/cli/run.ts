import { EXIT_NOT_JUDGED } from './exit-codes.ts';
import { parseCommandLine } from './options.ts';
import { print } from './print.ts';

/** The terminal's door: a command line in; text or JSON and an exit status out. It never rejects. */
export async function runCli(args: readonly string[]): Promise<void> {
  process.stdout.on('error', onOutputError);
  try {
    const request = parseCommandLine(args);
    if (request.kind === 'check') {
      const { runCheck } = await import('./session.ts');
      await runCheck(request.options);
    } else {
      const { helpText, version } = await import('./help.ts');
      await print(request.kind === 'help' ? helpText() : `${version()}\n`);
    }
  } catch (error) {
    const { explainFault } = await import('./fault.ts');
    explainFault(error);
  }
  exitWithin(EXIT_GRACE_MS);
}

/** A reader that left, as in `| head`, changes nothing about the verdict; a full disk loses the report. */
function onOutputError(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') return;
  process.exitCode = EXIT_NOT_JUDGED;
  process.stderr.write(`smtp-auth-check: the output cannot be written (${error.code ?? ''}).\n`);
}

/** Longer than any write to a terminal takes; nothing else is waited for. */
const EXIT_GRACE_MS = 250;

/** A name lookup cannot be called back and would hold the process; the verdict is known, so it may go. */
function exitWithin(graceMs: number): void {
  setTimeout(() => process.exit(), graceMs).unref();
}
