import { readFileSync } from 'node:fs';
import {
  renderTroubleshooting,
  type ReplyAfterData,
  SPECIMEN,
  wordsOfCauses,
  wordsOfReplies,
} from '../../scripts/render-troubleshooting.mjs';
import { tokenRefusals } from '../../scripts/token-refusals.mjs';
import { COMPANIES } from '../../src/diagnosis/match.ts';
import { SERVERS } from '../../src/diagnosis/servers/all.ts';
import { BARE_NUMBERS } from '../../src/diagnosis/servers/bare-numbers.ts';
import { PLAIN_WORDS } from '../../src/diagnosis/servers/plain-words.ts';
import * as verdicts from '../../src/diagnosis/verdicts.ts';
import { WORDS } from '../../src/diagnosis/words/all.ts';
import * as tokenWords from '../../src/diagnosis/words/token.ts';
import * as entra from '../../src/diagnosis/words/token-entra.ts';
import { OBSERVED_CAUSES, REPLY_CAUSES } from '../../src/model/cause.ts';
import * as tokenReply from '../../src/token/endpoint-reply.ts';
import { DOCUMENTED } from '../token/documented.ts';
import { readSamples } from './samples.ts';

const AFTER_DATA = JSON.parse(
  readFileSync(new URL('../../scripts/replies-after-data.json', import.meta.url), 'utf8'),
) as ReplyAfterData[];
const PAGE = readFileSync(new URL('../../docs/troubleshooting.md', import.meta.url), 'utf8');

const TOKENS = tokenRefusals(DOCUMENTED, SPECIMEN, {
  ...tokenReply,
  ...verdicts,
  ...tokenWords,
  ...entra,
});
const SOFTWARE = [...SERVERS, ...PLAIN_WORDS, ...BARE_NUMBERS];
const FAMILIES = [...COMPANIES, ...SOFTWARE];
const CAUSES: readonly string[] = [...REPLY_CAUSES, ...OBSERVED_CAUSES];

test('docs/troubleshooting.md is what "npm run troubleshooting" makes', () => {
  const page = renderTroubleshooting({
    providers: COMPANIES,
    servers: SOFTWARE,
    afterData: AFTER_DATA,
    samples: readSamples(),
    tokens: TOKENS,
    causes: wordsOfCauses(WORDS),
    replies: wordsOfReplies(WORDS),
  });
  expect(PAGE).toBe(page);
});

test('every cause and every row has its anchor there, once', () => {
  const anchors = [...PAGE.matchAll(/<a id="([^"]+)">/g)].map(([, id]) => id);
  const known = FAMILIES.flatMap(({ replies }) => replies);
  const rows = [...known, ...AFTER_DATA];
  const tokens = TOKENS.flatMap((token) => token.anchors);
  expect([...anchors].sort()).toEqual([...rows.map(({ id }) => id), ...tokens, ...CAUSES].sort());
});

test('every reply after DATA belongs to a known family, has sources, and names a known cause', () => {
  const ids = FAMILIES.map(({ id }) => id);
  for (const { family, cause, sources } of AFTER_DATA) {
    expect(ids).toContain(family);
    expect(CAUSES).toContain(cause);
    expect(sources).not.toEqual([]);
    for (const source of sources) expect(new URL(source).protocol).toBe('https:');
  }
});
