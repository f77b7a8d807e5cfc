import { accessSync, constants as modes } from 'node:fs';
import { constants } from 'node:os';

/**
 * The status that the process will end with: a failure until everything has been proved, so that nothing that goes
 * wrong in this program can end it as a success.
 */
export class ExitStatus {
  #isForced = false;

  /** @param unproven the status until the verdict is known */
  constructor(unproven: number) {
    process.exitCode = unproven;
  }

  /** The status that the verdict asks for; a signal or a fault that came before stands. */
  decide(status: number): void {
    if (!this.#isForced) process.exitCode = status;
  }

  /** The status of a signal or of a fault of ours; the first one stands. */
  force(status: number): void {
    if (this.#isForced) return;
    this.#isForced = true;
    process.exitCode = status;
  }
}

/** What an entry point does about what can happen at any time. */
export interface Guard {
  readonly status: ExitStatus;
  /** The status after a fault of ours. */
  readonly faultStatus: number;
  /** Milliseconds from a signal to the end of the process, whatever is still being written. */
  readonly cancelGraceMs: number;
  /** Told of the first signal. */
  readonly onSignal: () => void;
  /** Tells of a fault of ours. It is called once at most. */
  readonly onFault: (error: unknown) => void;
}

/** SIGHUP comes when a terminal or a connection to another machine is closed. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Milliseconds for the results to be written, once nothing is left that could go on. */
const STALL_GRACE_MS = 2000;

/**
 * Guards the process until `endProcess`: signals end it in time, a fault of ours is told once, and a stream that nobody
 * reads or that cannot be written changes nothing.
 *
 * @returns the function to call with a fault that was caught
 */
export function guardProcess(guard: Guard): (error: unknown) => void {
  const { status, faultStatus, cancelGraceMs, onSignal, onFault } = guard;
  let isCancelled = false;
  let hasFault = false;
  const cancel = (signal: NodeJS.Signals): void => {
    // The first one counts. Ctrl-C under npx comes twice, and the second must not keep the reports away.
    if (isCancelled) return;
    isCancelled = true;
    status.force(128 + constants.signals[signal]);
    setTimeout(leave, cancelGraceMs).unref();
    onSignal();
  };
  const fail = (error: unknown): void => {
    status.force(faultStatus);
    // Telling may itself fail, in this turn or a later one, and that must not be told again.
    if (hasFault) return;
    hasFault = true;
    try {
      onFault(error);
    } catch {
      leave();
    }
  };
  for (const signal of SIGNALS) process.on(signal, cancel);
  process.on('uncaughtException', fail);
  process.once('beforeExit', () => {
    setTimeout(() => {
      fail(new StallError('nothing is left to wait for'));
      leave();
    }, STALL_GRACE_MS);
  });
  surviveBrokenOutput();
  return fail;
}

/** Without a listener Node makes each write that fails a fault of ours, and telling it is a write again. */
export function surviveBrokenOutput(): void {
  process.stdout.on('error', () => undefined);
}

/** A promise that nothing can settle any more. */
class StallError extends Error {
  override readonly name = 'StallError';
}

/** Longer than any write to a log takes that is read; with the rest of the end it is below two seconds. */
const FLUSH_GRACE_MS = 1500;

/**
 * Ends the process with `process.exitCode` once everything has been written, whatever would still hold it: the
 * verdict is known.
 */
export async function endProcess(): Promise<void> {
  setTimeout(leave, FLUSH_GRACE_MS).unref();
  surviveBrokenOutput();
  await flush(process.stdout);
  leave();
}

/** Resolves when everything before has left, also when nobody reads it any more. */
function flush(stream: NodeJS.WriteStream): Promise<void> {
  return new Promise((resolve) => {
    stream.write('', () => {
      resolve();
    });
  });
}

/** Work in a thread of libuv that cannot be called back: process.exit() waits for its end. */
const UNSTOPPABLE = /^(?:GetAddrInfoReqWrap|GetNameInfoReqWrap|FSReq)/;

const SHELL = '/bin/sh';

/**
 * Ends the process now. A name lookup (getaddrinfo in a thread of libuv) cannot be called back, and process.exit() joins
 * that thread: with a silent name server it stays for 10 s and more, past any deadline. Becoming another program ends
 * all threads at once. Node has execve from 22.15 on, and not on Windows; before that the resolver's own time limit is
 * waited for. Where there is no such program, execve aborts with a stack trace, so it is looked for first.
 */
function leave(): void {
  const { execve } = process as Partial<typeof process>;
  const isHeld = process.getActiveResourcesInfo().some((name) => UNSTOPPABLE.test(name));
  if (isHeld && execve && process.platform !== 'win32' && isExecutable(SHELL)) {
    execve(SHELL, ['sh', '-c', `exit ${Number(process.exitCode ?? 1)}`], {});
  }
  process.exit();
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, modes.X_OK);
    return true;
  } catch {
    return false;
  }
}
