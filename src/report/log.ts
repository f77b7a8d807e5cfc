import type { Checked, EarlierAttempt } from '../model/diagnosis.ts';
import type { StageTiming } from '../model/observation.ts';
import { askedWith } from '../model/token-facts.ts';
import { printable } from '../safety/printable.ts';
import { byConnection } from './timeline.ts';
import { milliseconds, wordResult } from './wording.ts';

/** The title and the lines of the log group of one result. No line starts with a text from outside. */
export function renderLog(result: Checked): { title: string; lines: string[] } {
  const { account } = result;
  return {
    title: logTitle(result),
    lines: [
      ...(account.proxy === undefined ? [] : [`through the proxy ${printable(account.proxy)}`]),
      ...result.earlierAttempts.map(renderAttempt),
      ...byConnection(result.stages).flatMap((stages, index) => [
        ...(index === 0 ? [] : [`connection ${index + 1}:`]),
        ...stages.map((timing) => renderStage(timing, result)),
      ]),
      ...result.transcript.map(({ speaker, text }) => `${speaker}: ${printable(text)}`),
    ],
  };
}

/** What a log says of one result in one line. */
export function logTitle(result: Checked): string {
  const { endpoint, name, headline } = wordResult(result);
  return `${`${endpoint} ${name}`.trim()}: ${headline} after ${milliseconds(result.durationMs)}`;
}

function renderStage({ stage, startMs, durationMs }: StageTiming, { account }: Checked): string {
  const how = stage === 'token' ? askedWith(account.credential) : undefined;
  const began = `began at ${milliseconds(startMs)}${how === undefined ? '' : `, with ${how}`}`;
  return `${stage.padEnd(9)}${milliseconds(durationMs).padStart(9)}  (${began})`;
}

/** One line for an attempt that was repeated. */
export function renderAttempt(earlier: EarlierAttempt, index: number): string {
  const { verdict, code, stage, durationMs } = earlier;
  const reply = code === undefined ? '' : ` (${code})`;
  const where = stage === undefined ? '' : ` at ${stage}`;
  return `attempt ${index + 1}: ${verdict}${reply}${where} after ${milliseconds(durationMs)}, retried`;
}
