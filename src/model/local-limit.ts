/** The system's codes for a process that may open no more files, and for a machine without memory for a connection. */
const LOCAL_LIMITS: ReadonlySet<string> = new Set(['EMFILE', 'ENFILE', 'ENOBUFS', 'ENOMEM']);

/** Whether a connection failed because this machine had nothing left for it, which tells nothing of the server. */
export function isLocalLimit(code: string | undefined): boolean {
  return code !== undefined && LOCAL_LIMITS.has(code);
}
