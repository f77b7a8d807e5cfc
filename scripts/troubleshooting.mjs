// Writes docs/troubleshooting.md from the data of src/diagnosis, and the Japanese edition.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import {
  renderTroubleshooting,
  SPECIMEN,
  wordsOfCauses,
  wordsOfReplies,
} from './render-troubleshooting.mjs';
import { writeJapanese } from './troubleshooting-ja.mjs';
import { tokenRefusals } from './token-refusals.mjs';
import './typescript.mjs';

const SAMPLES = '__tests__/diagnosis/samples';
/** Replies that a check never meets, since it never sends DATA. People still search for their words. */
const AFTER_DATA = 'scripts/replies-after-data.json';

const { COMPANIES } = await import('../src/diagnosis/match.ts');
const { SERVERS } = await import('../src/diagnosis/servers/all.ts');
const { BARE_NUMBERS } = await import('../src/diagnosis/servers/bare-numbers.ts');
const { PLAIN_WORDS } = await import('../src/diagnosis/servers/plain-words.ts');
const { DOCUMENTED } = await import('../__tests__/token/documented.ts');
const judge = {
  ...(await import('../src/token/endpoint-reply.ts')),
  ...(await import('../src/diagnosis/verdicts.ts')),
  ...(await import('../src/diagnosis/words/token.ts')),
  ...(await import('../src/diagnosis/words/token-entra.ts')),
};
const { WORDS } = await import('../src/diagnosis/words/all.ts');

const samples = new Map(
  readdirSync(SAMPLES).flatMap((file) =>
    Object.entries(JSON.parse(readFileSync(`${SAMPLES}/${file}`, 'utf8'))),
  ),
);
const tokens = tokenRefusals(DOCUMENTED, SPECIMEN, judge);
writeFileSync(
  'docs/troubleshooting.md',
  renderTroubleshooting({
    providers: COMPANIES,
    servers: [...SERVERS, ...PLAIN_WORDS, ...BARE_NUMBERS],
    afterData: JSON.parse(readFileSync(AFTER_DATA, 'utf8')),
    samples,
    tokens,
    causes: wordsOfCauses(WORDS),
    replies: wordsOfReplies(WORDS),
  }),
);
writeJapanese(tokens);
