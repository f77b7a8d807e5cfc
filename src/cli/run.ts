import { endProcess } from '../platform/exit.ts';
import { parseCommandLine } from './options.ts';
import { printAtOnce } from './print.ts';

/** The terminal's door: a command line in; text or JSON and an exit status out. It never rejects. */
export async function runCli(args: readonly string[]): Promise<void> {
  try {
    const request = parseCommandLine(args);
    if (request.kind === 'check') {
      const { runCheck } = await import('./session.ts');
      await runCheck(request.options);
      await endProcess();
    } else {
      const { helpText, version } = await import('./help.ts');
      printAtOnce(request.kind === 'help' ? helpText() : `${version()}\n`);
    }
  } catch (error) {
    const { explainFault } = await import('./fault.ts');
    explainFault(error);
    await endProcess();
  }
}
