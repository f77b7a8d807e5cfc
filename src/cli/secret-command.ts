import { type ChildProcess, spawn } from 'node:child_process';
import { isatty } from 'node:tty';
import { invalid, ValueError } from '../inputs/reader.ts';
import { MAX_SECRET_BYTES } from '../inputs/stored-text.ts';
import { decodeUtf8, EncodingError } from '../platform/text.ts';

/** A password manager may ask for a passphrase or a touch; nobody takes longer than this to answer. */
export const COMMAND_TIMEOUT_MS = 60_000;

/** Milliseconds that a program has to end after SIGTERM, before it is ended by SIGKILL. */
const KILL_GRACE_MS = 500;

/** What a shell reads as more than text, outside of single quotes. */
const FOR_A_SHELL = /^\d?[|&;<>]|`|\$[({A-Za-z_]/;

/**
 * Splits a command line into the program and its arguments: at spaces, except between quotes. There are no escapes, so
 * that a path of Windows stays as it is.
 *
 * @throws ValueError
 */
export function splitCommand(line: string): readonly [program: string, ...args: string[]] {
  const words: string[] = [];
  for (const [word] of line.matchAll(/(?:[^\s"']|"[^"]*"|'[^']*')+|["']/g)) {
    if (word === '"' || word === "'") throw invalid('has a quotation mark without a second one');
    if (FOR_A_SHELL.test(word.replaceAll(/'[^']*'/g, ''))) {
      throw invalid(
        'is run without a shell, which alone knows pipes, redirections and variables; put them into a script, and give its path',
      );
    }
    words.push(word.replaceAll(/"([^"]*)"|'([^']*)'/g, '$1$2'));
  }
  const [program, ...args] = words;
  if (program === undefined || program === '') throw new ValueError('missing', 'names no program');
  return [program, ...args];
}

/**
 * Runs a program that prints a secret, such as a password manager. It is run without a shell; it may ask at the
 * terminal, and what it writes to standard error is shown. One line end at the end of its output is dropped.
 *
 * @param signal ends the program
 * @throws ValueError that repeats nothing of the command and of its output
 */
export async function readFromCommand(
  line: string,
  signal: AbortSignal,
  timeoutMs = COMMAND_TIMEOUT_MS,
): Promise<string> {
  const [program, ...args] = splitCommand(line);
  const secret = decode(await outputOf(program, args, { signal, timeoutMs })).replace(/\r?\n$/, '');
  if (secret === '') throw new ValueError('missing', 'ran a program that printed nothing');
  return secret;
}

interface Limits {
  readonly signal: AbortSignal;
  readonly timeoutMs: number;
}

/** Standard output of a program that ended well. */
function outputOf(program: string, args: string[], limits: Limits): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const child = start(program, args);
    const stdout = child.stdout ?? undefined;
    const chunks: Buffer[] = [];
    let size = 0;
    let fault: ValueError | undefined;
    let killer: NodeJS.Timeout | undefined;
    const stop = (why: string): void => {
      if (fault) return;
      const stopped = invalid(why);
      fault = stopped;
      stdout?.destroy();
      child.kill();
      // A program that ignores the signal would go on for ever when this one has ended.
      killer = setTimeout(() => {
        child.kill('SIGKILL');
        end(stopped);
      }, KILL_GRACE_MS);
    };
    const cancel = (): void => {
      stop('ran a program that was stopped before its end');
    };
    const timer = setTimeout(() => {
      stop(`ran a program that did not end within ${limits.timeoutMs / 1000} seconds`);
    }, limits.timeoutMs);
    const end = (result: ValueError | Buffer): void => {
      clearTimeout(timer);
      clearTimeout(killer);
      limits.signal.removeEventListener('abort', cancel);
      child.unref();
      if (result instanceof ValueError) reject(result);
      else resolve(result);
    };
    limits.signal.addEventListener('abort', cancel);
    stdout?.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > MAX_SECRET_BYTES) stop('ran a program that printed more than 1 MiB');
      else chunks.push(chunk);
    });
    child.once('error', (error) => {
      end(fault ?? notStarted(error)); // a signal to a program of another user is refused by this event, too
    });
    child.once('close', (status, killedBy) => {
      if (status === 0) end(fault ?? Buffer.concat(chunks));
      else end(fault ?? invalid(describeEnd(status, killedBy)));
    });
  });
}

/**
 * The child has no standard output where this process may open no more files.
 *
 * @throws ValueError for the reasons that Node throws, such as ENOTDIR; of others the child tells by an event
 */
function start(program: string, args: string[]): ChildProcess {
  // A terminal is there to be asked at; a list that is piped in is not for this program.
  const stdin = isatty(0) ? 'inherit' : 'ignore';
  try {
    return spawn(program, args, { stdio: [stdin, 'pipe', 'inherit'], windowsHide: true });
  } catch (error) {
    throw notStarted(error as NodeJS.ErrnoException);
  }
}

function notStarted(error: NodeJS.ErrnoException): ValueError {
  const { code = 'error' } = error;
  const fix = TOO_MANY_FILES.has(code)
    ? 'raise the limit of open files'
    : 'give the path of a program';
  return invalid(`names a program that cannot be started (${code}); ${fix}`, { cause: error });
}

const TOO_MANY_FILES: ReadonlySet<string> = new Set(['EMFILE', 'ENFILE']);

function describeEnd(status: number | null, killedBy: NodeJS.Signals | null): string {
  if (killedBy !== null) return `ran a program that was ended by ${killedBy}`;
  return `ran a program that failed with the exit status ${status}; its own message is above`;
}

function decode(bytes: Uint8Array): string {
  try {
    return decodeUtf8(bytes);
  } catch (error) {
    if (!(error instanceof EncodingError)) throw error;
    throw invalid('ran a program whose output is not UTF-8 text', { cause: error });
  }
}
