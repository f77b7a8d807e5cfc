import { printable } from './printable.ts';

/** The kind of an error that is our own fault, such as `TypeError`. */
export function kindOf(error: unknown): string {
  return error instanceof Error ? printable(error.name) : typeof error;
}

/** Where such an error happened. Its text may hold anything, so it stays out. */
export function framesOf(error: unknown): string[] {
  const frames = error instanceof Error ? (error.stack ?? '').split('\n') : [];
  return frames.filter((line) => /^\s+at /.test(line)).map((line) => printable(line));
}
