// Writes docs/troubleshooting.ja.md. scripts/troubleshooting.mjs runs it.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { renderJapanese } from './render-troubleshooting-ja.mjs';
import './typescript.mjs';

const SAMPLES = '__tests__/diagnosis/samples';
const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));

const { COMPANIES } = await import('../src/diagnosis/match.ts');
const { VERDICT_OF_CAUSE } = await import('../src/diagnosis/verdicts.ts');

/** @param refusals those of token endpoints, as the English page has them */
export function writeJapanese(refusals) {
  const { exampleFamilies, ...texts } = readJson('scripts/troubleshooting-ja.json');
  const page = renderJapanese({
    ...texts,
    refusals,
    verdictOf: VERDICT_OF_CAUSE,
    families: COMPANIES.filter(({ id }) => exampleFamilies.includes(id)),
    samples: new Map(
      readdirSync(SAMPLES).flatMap((file) => Object.entries(readJson(`${SAMPLES}/${file}`))),
    ),
  });
  writeFileSync('docs/troubleshooting.ja.md', page);
}
