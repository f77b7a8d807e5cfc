import { endProcess, ExitStatus } from '../platform/exit.ts';
import { EXIT_MET, EXIT_NOT_JUDGED } from './exit-status.ts';
import { parseCommandLine } from './options.ts';
import { printAtOnce } from './print.ts';
import { runCheck } from './session.ts';
import { explainFault, explainToNagios } from './usage.ts';

/** Runs a command line: text or JSON and an exit status come out. It never rejects. */
export async function runCli(args: readonly string[]): Promise<void> {
  const status = new ExitStatus(EXIT_NOT_JUDGED);
  try {
    const request = parseCommandLine(args);
    if (request.kind === 'check') {
      await runCheck(request.options, status);
      await endProcess();
    } else if (request.kind === 'completion') {
      const { completion } = await import('./completion.ts');
      printAtOnce(completion(request.shell));
      status.decide(EXIT_MET);
    } else if (request.kind === 'explain') {
      const { runExplain } = await import('./explain-command.ts');
      await runExplain(request.args);
      status.decide(EXIT_MET);
    } else {
      const { helpText, version } = await import('./help.ts');
      printAtOnce(request.kind === 'help' ? helpText() : `${version()}\n`);
      status.decide(EXIT_MET);
    }
  } catch (error) {
    status.force(asksForNagios(args) ? explainToNagios(error) : explainFault(error));
    await endProcess();
  }
}

/** Also of a command line that cannot be read: a monitoring system wants its answer all the same. */
function asksForNagios(args: readonly string[]): boolean {
  const words = args.map((arg) => arg.toLowerCase());
  return words.some((word, index) => {
    return word === '--format=nagios' || (word === 'nagios' && words[index - 1] === '--format');
  });
}
