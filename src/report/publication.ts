import type { Checked } from '../model/diagnosis.ts';
import { annotate, type Publication } from './annotations.ts';
import { renderSummary } from './summary.ts';
import { wordResult } from './wording.ts';

/**
 * @param docs address of docs/troubleshooting.md, where it is known
 */
export async function renderPublication(
  results: readonly Checked[],
  docs: string | undefined,
): Promise<Publication> {
  const [only] = results;
  if (!only || results.length > 1) {
    const { renderFleet } = await import('./list/publication.ts');
    return renderFleet(results);
  }
  const { status, meaning, headline } = wordResult(only);
  return {
    annotations: annotate(only, docs),
    conclusion: status === 'passed' ? meaning : `Result: ${headline}.`,
    summary: renderSummary(only, { docs }),
  };
}
