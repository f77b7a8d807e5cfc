import type { Observation } from '../../src/model/observation.ts';

/** An observation with its ending in one word: `accepted`, or the problem that stopped the conversation. */
export type Ended = Observation & { readonly outcome: string };

/** Adds the word. A failure counts before an acceptance, since it came after it. */
export function ended(observation: Observation): Ended {
  const { acceptance, failure } = observation;
  return { ...observation, outcome: failure?.problem ?? (acceptance ? 'accepted' : 'nothing') };
}
