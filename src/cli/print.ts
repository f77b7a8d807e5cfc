import { writeSync } from 'node:fs';
import { EXIT_NOT_JUDGED } from './exit-status.ts';

/** Resolves once the text has left, also when nobody reads it any more. */
export async function print(text: string): Promise<void> {
  await new Promise<void>((resolve) => {
    process.stdout.write(text, () => {
      resolve();
    });
  });
}

/** A short text, written without Node's streams, which take longer to load than everything before it. */
export function printAtOnce(text: string): void {
  try {
    writeSync(1, text);
  } catch (error) {
    onOutputError(error as NodeJS.ErrnoException);
  }
}

/** A reader that left, as in `| head`, changes nothing about the verdict; a full disk loses the report. */
export function onOutputError(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') return;
  process.exitCode = EXIT_NOT_JUDGED;
  process.stderr.write(`smtp-auth-check: the output cannot be written (${error.code ?? ''}).\n`);
}
