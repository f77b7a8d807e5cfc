import { writeNow } from '../platform/write.ts';

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
  writeIfPossible(1, text);
}

/** Tells a person at standard error what went wrong, each line with the program's name before it. */
export function complain(text: string): void {
  const lines = text.split('\n').map((line) => `smtp-auth-check: ${line}\n`);
  writeIfPossible(2, lines.join(''));
}

/** A reader that has gone or a full disk changes nothing about the verdict, and there is nobody to tell. */
export function writeIfPossible(file: 1 | 2, text: string): void {
  try {
    writeNow(file, text);
  } catch {
    // The exit status is all that is left, and it does not depend on this.
  }
}
