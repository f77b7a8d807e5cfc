// Writes docs/troubleshooting.md. The data is TypeScript, so it is compiled into lib/ first.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { renderTroubleshooting, wordsOfCauses } from './render-troubleshooting.mjs';

const SAMPLES = '__tests__/diagnosis/samples';

const compiler = ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'];
const { status } = spawnSync(process.execPath, compiler, { stdio: 'inherit' });
if (status !== 0) process.exit(status ?? 1); // the compiler has said where
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
