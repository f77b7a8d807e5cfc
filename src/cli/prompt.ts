import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';

/**
 * Asks for a secret without showing what is typed. The question goes to `output`, which is standard error, so that
 * standard output holds the answer of the check alone.
 *
 * @returns undefined when the person gave up (Ctrl-C, Ctrl-D)
 */
export async function askSecret(
  question: string,
  input: NodeJS.ReadStream,
  output: NodeJS.WriteStream,
): Promise<string | undefined> {
  const nowhere = new Writable({
    write(_chunk, _encoding, done) {
      done();
    },
  });
  // `terminal` puts the input in raw mode: only what is written to `nowhere` would be shown.
  const lines = createInterface({ input, output: nowhere, terminal: true, historySize: 0 });
  const givenUp = new Promise<undefined>((resolve) => {
    lines.once('SIGINT', () => {
      resolve(undefined);
    });
    lines.once('close', () => {
      resolve(undefined);
    });
  });
  output.write(question);
  try {
    return await Promise.race([lines.question(''), givenUp]);
  } finally {
    lines.close();
    output.write('\n');
  }
}
