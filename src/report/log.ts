import type { EarlierTry, Result } from '../model/result.ts';
import { printable } from '../safety/printable.ts';
import { milliseconds, wordResult } from './wording.ts';

/** The title and the lines of the log group of one result. No line starts with a text from outside. */
export function renderLog(result: Result): { title: string; lines: string[] } {
  const { endpoint, username, headline } = wordResult(result);
  return {
    title: `${`${endpoint} ${username}`.trim()}: ${headline} after ${milliseconds(result.durationMs)}`,
    lines: [
      ...result.earlierTries.map(renderTry),
      ...result.stages.map(
        ({ stage, startMs, durationMs }) =>
          `${stage.padEnd(9)}${milliseconds(durationMs).padStart(9)}  (began at ${milliseconds(startMs)})`,
      ),
      ...result.transcript.map(({ speaker, text }) => `${speaker}: ${printable(text)}`),
    ],
  };
}

/** One line for a try that was repeated. */
export function renderTry(earlier: EarlierTry, index: number): string {
  const { verdict, code, stage, durationMs } = earlier;
  const reply = code === undefined ? '' : ` (${code})`;
  const where = stage === undefined ? '' : ` at ${stage}`;
  return `try ${index + 1}: ${verdict}${reply}${where} after ${milliseconds(durationMs)}, tried again`;
}
