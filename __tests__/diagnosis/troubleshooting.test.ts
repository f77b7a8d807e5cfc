import { readFileSync } from 'node:fs';
import {
  renderTroubleshooting,
  type ReplyAfterData,
  wordsOfCauses,
} from '../../scripts/render-troubleshooting.mjs';
import { REFINEMENTS } from '../../src/diagnosis/causes.ts';
import { WORDS } from '../../src/diagnosis/words/all.ts';
import { KNOWLEDGE } from '../../src/diagnosis/known.ts';
import { REFINED_WORDS } from '../../src/diagnosis/words/refined.ts';
import { PROBLEMS } from '../../src/model/failure.ts';
import { readSamples } from './samples.ts';

const AFTER_DATA = JSON.parse(
  readFileSync(new URL('../../scripts/replies-after-data.json', import.meta.url), 'utf8'),
) as ReplyAfterData[];
const PAGE = readFileSync(new URL('../../docs/troubleshooting.md', import.meta.url), 'utf8');

const FAMILIES = [...KNOWLEDGE.companies, ...KNOWLEDGE.servers];

test('docs/troubleshooting.md is what "npm run troubleshooting" makes', () => {
  const page = renderTroubleshooting({
    providers: KNOWLEDGE.companies,
    servers: KNOWLEDGE.servers,
    afterData: AFTER_DATA,
    samples: readSamples(),
    words: wordsOfCauses(WORDS, REFINED_WORDS),
  });
  expect(PAGE).toBe(page);
});

test('every cause and every row has its anchor there, once', () => {
  const anchors = [...PAGE.matchAll(/<a id="([^"]+)">/g)].map(([, id]) => id);
  const known = FAMILIES.flatMap(({ replies }) => replies);
  const rows = [...known, ...AFTER_DATA];
  const causes = new Set<string>([...Object.keys(PROBLEMS), ...REFINEMENTS]);
  expect([...anchors].sort()).toEqual([...rows.map(({ id }) => id), ...causes].sort());
});

test('every reply after DATA belongs to a known family, has sources, and names a known cause', () => {
  const ids = FAMILIES.map(({ id }) => id);
  const causes = [...Object.keys(PROBLEMS), ...REFINEMENTS];
  for (const { family, cause, sources } of AFTER_DATA) {
    expect(ids).toContain(family);
    expect(causes).toContain(cause);
    expect(sources).not.toEqual([]);
    for (const source of sources) expect(new URL(source).protocol).toBe('https:');
  }
});
