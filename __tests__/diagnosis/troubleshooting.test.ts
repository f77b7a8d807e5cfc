import { readFileSync } from 'node:fs';
import { renderTroubleshooting, wordsOfCauses } from '../../scripts/render-troubleshooting.mjs';
import { REFINEMENTS } from '../../src/diagnosis/causes.ts';
import { WORDS } from '../../src/diagnosis/words/all.ts';
import { KNOWLEDGE } from '../../src/diagnosis/known.ts';
import { REFINED_WORDS } from '../../src/diagnosis/words/refined.ts';
import { PROBLEMS } from '../../src/model/failure.ts';
import { readSamples } from './samples.ts';

const PAGE = readFileSync(new URL('../../docs/troubleshooting.md', import.meta.url), 'utf8');

test('docs/troubleshooting.md is what "npm run troubleshooting" makes', () => {
  const page = renderTroubleshooting({
    providers: KNOWLEDGE.companies,
    servers: KNOWLEDGE.servers,
    samples: readSamples(),
    words: wordsOfCauses(WORDS, REFINED_WORDS),
  });
  expect(PAGE).toBe(page);
});

test('every cause and every row has its anchor there, once', () => {
  const anchors = [...PAGE.matchAll(/<a id="([^"]+)">/g)].map(([, id]) => id);
  const rows = [...KNOWLEDGE.companies, ...KNOWLEDGE.servers].flatMap(({ replies }) => replies);
  const causes = new Set<string>([...Object.keys(PROBLEMS), ...REFINEMENTS]);
  expect([...anchors].sort()).toEqual([...rows.map(({ id }) => id), ...causes].sort());
});
