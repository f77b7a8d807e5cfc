import { renderJapanese } from '../../scripts/render-troubleshooting-ja.mjs';
import type { Explanation } from '../../src/diagnosis/explanation.ts';
import { COMPANIES } from '../../src/diagnosis/match.ts';
import { VERDICT_OF_CAUSE } from '../../src/diagnosis/verdicts.ts';
import { OBSERVED_CAUSES, REPLY_CAUSES } from '../../src/model/cause.ts';
import { VERDICTS } from '../../src/model/verdict.ts';
import { readSamples } from '../diagnosis/samples.ts';
import { read } from './blocks.ts';

interface Texts {
  readonly exampleFamilies: readonly string[];
  readonly verdicts: Readonly<Record<string, Explanation>>;
  readonly causes: Readonly<Record<string, Explanation>>;
}
const { exampleFamilies, verdicts, causes } = JSON.parse(
  read('scripts/troubleshooting-ja.json'),
) as Texts;
const page = read('docs/troubleshooting.ja.md');

describe('docs/troubleshooting.ja.md', () => {
  it('explains every verdict and every cause, and no other', () => {
    expect(Object.keys(verdicts)).toEqual([...VERDICTS]);
    expect(Object.keys(causes).sort()).toEqual([...REPLY_CAUSES, ...OBSERVED_CAUSES].sort());
  });

  it('is what "npm run troubleshooting" writes', () => {
    const families = COMPANIES.filter(({ id }) => exampleFamilies.includes(id));
    expect(families).toHaveLength(exampleFamilies.length);
    const verdictOf = VERDICT_OF_CAUSE;
    const samples = readSamples();
    expect(page).toBe(renderJapanese({ verdicts, causes, verdictOf, families, samples }));
  });

  it('has the anchors of the causes on the English page, so that links work in both', () => {
    const anchors = [...page.matchAll(/<a id="([^"]+)">/g)].map(([, id]) => id);
    expect(new Set(anchors).size).toBe(anchors.length);
    expect(anchors).toEqual(expect.arrayContaining(Object.keys(causes)));
  });

  const texts = Object.entries({ ...verdicts, ...causes });
  it.each(texts)('%s is told in whole Japanese sentences', (_, { meaning, nextStep }) => {
    for (const text of [meaning, nextStep]) {
      expect(text).toMatch(/^[^\n]{5,260}。$/u);
      expect(text).toMatch(/[\p{Script=Hiragana}]/u);
    }
  });
});
