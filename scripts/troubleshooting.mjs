// Writes docs/troubleshooting.md. The data is TypeScript, so it is compiled into lib/ first.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { renderTroubleshooting, wordsOfCauses } from './render-troubleshooting.mjs';

const SAMPLES = '__tests__/diagnosis/samples';

execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'], {
  stdio: 'inherit',
});
const { KNOWLEDGE } = await import('../lib/diagnosis/known.js');
const { WORDS } = await import('../lib/diagnosis/words.js');
const { REFINED_WORDS } = await import('../lib/diagnosis/refined.js');

const samples = new Map(
  readdirSync(SAMPLES).flatMap((file) =>
    Object.entries(JSON.parse(readFileSync(`${SAMPLES}/${file}`, 'utf8'))),
  ),
);
mkdirSync('docs', { recursive: true });
writeFileSync(
  'docs/troubleshooting.md',
  renderTroubleshooting({
    providers: KNOWLEDGE.companies,
    servers: KNOWLEDGE.servers,
    samples,
    words: wordsOfCauses(WORDS, REFINED_WORDS),
  }),
);
