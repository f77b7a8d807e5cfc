import type { Checked } from '../model/diagnosis.ts';
import type { StageTiming } from '../model/observation.ts';
import { table } from './html.ts';
import { milliseconds } from './wording.ts';

/** Cells of a bar; more would not fit beside two columns on a phone. */
const WIDTH = 16;

/** Ordinary blanks would be drawn as one. */
const BLANK = '&nbsp;';

/** Where the time went: one row a stage, each bar at its place in the whole. */
export function renderTimeline({ stages, diagnosis }: Checked): string[] {
  const last = stages.at(-1);
  if (!last) return [];
  const totalMs = Math.max(1, last.startMs + last.durationMs);
  const rows = stages.map((timing) => {
    const isStop = diagnosis.cause !== 'none' && timing === last;
    const name = isStop ? `<b>${timing.stage} ❌</b>` : timing.stage;
    return [name, span(timing.durationMs), `<code>${bar(timing, totalMs)}</code>`];
  });
  return [table(rows, ['Stage', 'Took', `Within ${span(totalMs)}`])];
}

/** Seconds where milliseconds would only be long. */
function span(ms: number): string {
  return ms < 10_000 ? milliseconds(ms) : `${(ms / 1000).toFixed(1)} s`;
}

function bar({ startMs, durationMs }: StageTiming, totalMs: number): string {
  const before = Math.min(WIDTH - 1, Math.floor((startMs / totalMs) * WIDTH));
  const length = Math.min(WIDTH - before, Math.max(1, Math.round((durationMs / totalMs) * WIDTH)));
  return BLANK.repeat(before) + '█'.repeat(length) + BLANK.repeat(WIDTH - before - length);
}
