import type { StageTiming } from '../model/observation.ts';

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
