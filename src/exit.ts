/** Longer than any write to the log takes; nothing else is waited for. */
const GRACE_MS = 250;

/**
 * Lets the process end by itself, and makes it end where something would hold it: the verdict is known.
 * The exit status is `process.exitCode`.
 */
export function endSoon(): void {
  setTimeout(leave, GRACE_MS).unref();
}

/**
 * A name lookup (getaddrinfo in a thread of libuv) cannot be called back, and process.exit() joins that
 * thread: with a silent name server it stays for 10 s and more, past any deadline. Becoming another
 * program ends all threads at once. Node has execve from 22.15 on, and not on Windows; before that the
 * resolver's own time limit is waited for.
 */
function leave(): void {
  const { execve } = process as Partial<typeof process>;
  const status = Number(process.exitCode ?? 0);
  if (process.platform !== 'win32' && execve) execve('/bin/sh', ['sh', '-c', `exit ${status}`], {});
  process.exit();
}
