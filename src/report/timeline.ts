import type { Checked } from '../model/diagnosis.ts';
import type { StageTiming } from '../model/observation.ts';
import { details, table } from './html.ts';
import { milliseconds } from './wording.ts';

/** Cells of a bar; more would not fit beside two columns on a phone. */
const WIDTH = 16;

/** Ordinary spaces would be drawn as one. */
const SPACE = '&nbsp;';

/** Where the time went, folded: one row a stage, each bar at its place in the whole. */
export function renderTimeline({ stages, diagnosis }: Checked): string[] {
  const last = stages.at(-1);
  if (!last) return [];
  const totalMs = Math.max(1, last.startMs + last.durationMs);
  const rows = byConnection(stages).flatMap((connection, index) =>
    connection.map((timing) => {
      const isStop = diagnosis.cause !== 'none' && timing === last;
      const name = `${timing.stage}${index === 0 ? '' : ` (connection ${index + 1})`}`;
      const row = isStop ? `<b>${name} ❌</b>` : name;
      return [row, span(timing.durationMs), `<code>${bar(timing, totalMs)}</code>`];
    }),
  );
  const header = ['Stage', 'Took', `Within ${span(totalMs)}`];
  return [details(`Timing (${span(totalMs)})`, table(rows, header))];
}

/** Seconds where milliseconds would only be long. */
function span(ms: number): string {
  return ms < 10_000 ? milliseconds(ms) : `${(ms / 1000).toFixed(1)} s`;
}

function bar({ startMs, durationMs }: StageTiming, totalMs: number): string {
  const before = Math.min(WIDTH - 1, Math.floor((startMs / totalMs) * WIDTH));
  const length = Math.min(WIDTH - before, Math.max(1, Math.round((durationMs / totalMs) * WIDTH)));
  return SPACE.repeat(before) + '█'.repeat(length) + SPACE.repeat(WIDTH - before - length);
}

/**
 * The stages of each connection of one attempt: a server has several addresses, and one that does not answer a large
 * ClientHello gets a second connection. What came before the first connection belongs to it.
 */
export function byConnection(stages: readonly StageTiming[]): StageTiming[][] {
  const connections: StageTiming[][] = [];
  let hasConnected = false;
  for (const timing of stages) {
    const isFirst = timing.stage === 'connect' || timing.stage === 'proxy';
    const isNext = isFirst && hasConnected;
    hasConnected ||= isFirst;
    const current = isNext ? undefined : connections.at(-1);
    if (current) current.push(timing);
    else connections.push([timing]);
  }
  return connections;
}
