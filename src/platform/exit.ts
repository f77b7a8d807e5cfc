/** Longer than any write to the log takes; nothing else is waited for. */
const GRACE_MS = 250;

/**
 * Ends the process with `process.exitCode` once everything has been written, whatever would still hold it: the
 * verdict is known.
 */
export async function endProcess(): Promise<void> {
  setTimeout(leave, GRACE_MS).unref();
  await Promise.all([process.stdout, process.stderr].map(flush));
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

/**
 * A name lookup (getaddrinfo in a thread of libuv) cannot be called back, and process.exit() joins that
 * thread: with a silent name server it stays for 10 s and more, past any deadline. Becoming another
 * program ends all threads at once. Node has execve from 22.15 on, and not on Windows; before that the
 * resolver's own time limit is waited for.
 */
function leave(): void {
  const { execve } = process as Partial<typeof process>;
  const isLookingUp = process.getActiveResourcesInfo().includes('GetAddrInfoReqWrap');
  if (isLookingUp && process.platform !== 'win32' && execve) {
    const status = Number(process.exitCode ?? 0);
    execve('/bin/sh', ['sh', '-c', `exit ${status}`], {});
  }
  process.exit();
}
