import { SPECIMEN } from '../../scripts/render-troubleshooting.mjs';
import { renderJapanese } from '../../scripts/render-troubleshooting-ja.mjs';
import { tokenRefusals } from '../../scripts/token-refusals.mjs';
import type { Explanation } from '../../src/diagnosis/explanation.ts';
import { COMPANIES } from '../../src/diagnosis/match.ts';
import * as judged from '../../src/diagnosis/verdicts.ts';
import * as tokenWords from '../../src/diagnosis/words/token.ts';
import * as entra from '../../src/diagnosis/words/token-entra.ts';
import { OBSERVED_CAUSES, REPLY_CAUSES } from '../../src/model/cause.ts';
import { VERDICTS } from '../../src/model/verdict.ts';
import * as tokenReply from '../../src/token/endpoint-reply.ts';
import { DOCUMENTED } from '../token/documented.ts';
import { readSamples } from '../diagnosis/samples.ts';
import { read } from './blocks.ts';

interface Texts {
  readonly exampleFamilies: readonly string[];
  readonly verdicts: Readonly<Record<string, Explanation>>;
  readonly causes: Readonly<Record<string, Explanation>>;
  readonly tokens: Readonly<Record<string, Explanation>>;
}
const { exampleFamilies, verdicts, causes, tokens } = JSON.parse(
  read('scripts/troubleshooting-ja.json'),
) as Texts;
const REFUSALS = tokenRefusals(DOCUMENTED, SPECIMEN, {
  ...tokenReply,
  ...judged,
  ...tokenWords,
  ...entra,
});

/** The command with the claims of the job is printed in the report; the page names it. */
const withoutJob = (text: string): string => text.replace(/--parameters '.*'/, '');

const page = read('docs/troubleshooting.ja.md');

describe('docs/troubleshooting.ja.md', () => {
  it('explains every verdict and every cause, and no other', () => {
    expect(Object.keys(verdicts)).toEqual([...VERDICTS]);
    expect(Object.keys(causes).sort()).toEqual([...REPLY_CAUSES, ...OBSERVED_CAUSES].sort());
  });

  it('is what "npm run troubleshooting" writes', () => {
    const families = COMPANIES.filter(({ id }) => exampleFamilies.includes(id));
    expect(families).toHaveLength(exampleFamilies.length);
    const verdictOf = judged.VERDICT_OF_CAUSE;
    const data = { verdicts, causes, verdictOf, families, tokens, refusals: REFUSALS };
    expect(page).toBe(renderJapanese({ ...data, samples: readSamples() }));
  });

  it('explains every documented refusal of a token endpoint, and no other', () => {
    expect(Object.keys(tokens)).toEqual(DOCUMENTED.map(({ id }) => id));
  });

  it('has the same next step where the English page has the same, and another where it has another', () => {
    const byStep = (texts: readonly string[]): number[] => texts.map((text) => texts.indexOf(text));
    const japanese = REFUSALS.map(({ id }) => tokens[id]?.nextStep ?? '');
    const english = REFUSALS.map(({ nextStep }) => withoutJob(nextStep));
    expect(byStep(japanese)).toEqual(byStep(english));
  });

  it('has the anchors of these refusals on the English page', () => {
    const own = new Set([...page.matchAll(/<a id="([^"]+)">/g)].map(([, id]) => id));
    const anchors = REFUSALS.flatMap(({ anchors: each }) => each);
    expect(anchors.filter((id) => !own.has(id))).toEqual([]);
  });

  it('keeps inputs, commands and addresses of the English next step', () => {
    for (const { id, nextStep } of REFUSALS) {
      const names =
        withoutJob(nextStep).match(/https:\/\/[\w./-]+\w|SMTP\.\w+|--append|--cert|timedatectl/g) ??
        [];
      const text = tokens[id]?.nextStep ?? '';
      expect({ id, missing: names.filter((name) => !text.includes(name)) }).toEqual({
        id,
        missing: [],
      });
    }
  });

  it('has the anchors of the causes on the English page, so that links work in both', () => {
    const anchors = [...page.matchAll(/<a id="([^"]+)">/g)].map(([, id]) => id);
    expect(new Set(anchors).size).toBe(anchors.length);
    expect(anchors).toEqual(expect.arrayContaining(Object.keys(causes)));
  });

  const texts = Object.entries({ ...verdicts, ...causes, ...tokens });
  it.each(texts)('%s is told in whole Japanese sentences', (_, { meaning, nextStep }) => {
    for (const text of [meaning, nextStep]) {
      expect(text).toMatch(/^[^\n]{5,260}。$/u);
      expect(text).toMatch(/[\p{Script=Hiragana}]/u);
    }
  });
});
