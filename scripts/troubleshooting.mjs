// Writes docs/troubleshooting.md. The data is TypeScript, so it is compiled into lib/ first.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { renderTroubleshooting, wordsOfCauses } from './render-troubleshooting.mjs';

const SAMPLES = '__tests__/diagnosis/samples';
/** Replies that a check never meets, since it never sends DATA. People still search for their words. */
const AFTER_DATA = 'scripts/replies-after-data.json';

const compiler = ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'];
const { status } = spawnSync(process.execPath, compiler, { stdio: 'inherit' });
if (status !== 0) process.exit(status ?? 1); // the compiler has said where
const { KNOWLEDGE } = await import('../lib/diagnosis/known.js');
const { WORDS } = await import('../lib/diagnosis/words/all.js');
const { REFINED_WORDS } = await import('../lib/diagnosis/words/refined.js');

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
    afterData: JSON.parse(readFileSync(AFTER_DATA, 'utf8')),
    samples,
    words: wordsOfCauses(WORDS, REFINED_WORDS),
  }),
);
