// Writes docs/troubleshooting.md from the data of src/diagnosis.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { renderTroubleshooting, wordsOfCauses } from './render-troubleshooting.mjs';
import './typescript.mjs';

const SAMPLES = '__tests__/diagnosis/samples';
/** Replies that a check never meets, since it never sends DATA. People still search for their words. */
const AFTER_DATA = 'scripts/replies-after-data.json';

const { KNOWLEDGE } = await import('../src/diagnosis/known.ts');
const { WORDS } = await import('../src/diagnosis/words/all.ts');
const { REFINED_WORDS } = await import('../src/diagnosis/words/refined.ts');

const samples = new Map(
  readdirSync(SAMPLES).flatMap((file) =>
    Object.entries(JSON.parse(readFileSync(`${SAMPLES}/${file}`, 'utf8'))),
  ),
);
writeFileSync(
  'docs/troubleshooting.md',
  renderTroubleshooting({
    providers: KNOWLEDGE.companies,
    servers: KNOWLEDGE.servers,
    afterData: JSON.parse(readFileSync(AFTER_DATA, 'utf8')),
    samples,
    words: wordsOfCauses(WORDS, REFINED_WORDS),
  }),
);
