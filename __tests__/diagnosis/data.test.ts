import { readdirSync, readFileSync } from 'node:fs';
import safeRegex from 'safe-regex2';
import { providersOf } from '../../src/diagnosis/known-hosts.ts';
import { COMPANIES } from '../../src/diagnosis/match.ts';
import { PROVIDERS } from '../../src/diagnosis/providers/all.ts';
import { SHAPED } from '../../src/diagnosis/providers/shaped.ts';
import { REPLIES } from '../../src/diagnosis/replies/all.ts';
import type { Company, ReplyRow, ShapeRule } from '../../src/diagnosis/schema.ts';
import { WORDS } from '../../src/diagnosis/words/all.ts';
import { OBSERVED_CAUSES, REPLY_CAUSES } from '../../src/model/cause.ts';
import { SPECIMEN } from '../../scripts/render-troubleshooting.mjs';
import { COMPANY_NAMES, FAMILIES, OF_COMPANIES, readSamples, ROWS, SOFTWARE } from './samples.ts';

/** What every entry of the data has to be like. */

const SAMPLES = readSamples();
const CAUSES: readonly string[] = REPLY_CAUSES;

/** Of software nothing is known but what it says. */
function shapesOf(family: (typeof FAMILIES)[number]): readonly ShapeRule[] {
  return (family as Partial<Company>).shapes ?? [];
}

const INDEXES = ['all', 'shaped'];

/** The files of a folder of data, without their extension and without the indexes. */
function filesOf(folder: string): string[] {
  return readdirSync(folder)
    .map((file) => file.replace(/\.\w+$/, ''))
    .filter((name) => !INDEXES.includes(name))
    .sort();
}

/** The rows that have a sample in the file of this name; none without the file. */
function samplesIn(name: string): string[] {
  if (!filesOf('__tests__/diagnosis/samples').includes(name)) return [];
  const file = readFileSync(`__tests__/diagnosis/samples/${name}.json`, 'utf8');
  return Object.keys(JSON.parse(file) as object).sort();
}

/** The next steps with an access token, of an application and of a user. */
function tokenSteps(step: ReplyRow['tokenNextStep']): (string | undefined)[] {
  if (typeof step !== 'function') return [step];
  return (['client-credentials', 'refresh-token'] as const).map((grant) => step({ grant }));
}

describe('rows', () => {
  test('name every family, row and cause once', () => {
    const ids = [...FAMILIES.map(({ id }) => `family ${id}`), ...ROWS.map(({ id }) => id)];
    expect(new Set(ids).size).toBe(ids.length);
    const unknown = ROWS.filter(({ cause }) => !CAUSES.includes(cause)).map(
      ({ id, cause }) => `${id}: "${cause}" is not a cause; docs/troubleshooting.md#causes has all`,
    );
    expect(unknown).toEqual([]);
    // The id becomes an anchor beside those of the causes.
    const taken = new Set<string>([...CAUSES, ...OBSERVED_CAUSES]);
    expect(ROWS.filter(({ id }) => taken.has(id) || !/^[a-z0-9-]+$/.test(id))).toEqual([]);
  });

  test('look for something: a row without code and words would fit everything', () => {
    const isEmpty = ({ code, text }: ReplyRow): boolean => code === undefined && text === undefined;
    expect(ROWS.filter(isEmpty)).toEqual([]);
  });

  test('speak in whole sentences that are not too long', () => {
    for (const { id, meaning, nextStep, tokenNextStep } of ROWS) {
      for (const sentence of [meaning, nextStep, ...tokenSteps(tokenNextStep)]) {
        if (sentence === undefined) continue;
        expect(`${id}: ${sentence}`).toMatch(/[.…]$/);
        expect({ id, isLong: sentence.length >= 260 }).toEqual({ id, isLong: false });
      }
    }
  });

  test('have one sample each', () => {
    const ids = ROWS.map(({ id }) => id);
    expect({
      'rows without a sample in __tests__/diagnosis/samples/': ids.filter((id) => !SAMPLES.has(id)),
      'samples whose id no row has': [...SAMPLES.keys()].filter((id) => !ids.includes(id)),
    }).toEqual({
      'rows without a sample in __tests__/diagnosis/samples/': [],
      'samples whose id no row has': [],
    });
  });

  test('have words that are called unique only if no other reply has them', () => {
    const unique = ROWS.filter(({ isUnique }) => isUnique);
    expect(unique.length).toBeGreaterThan(10);
    for (const { id, text } of unique) {
      expect(OF_COMPANIES.has(id)).toBe(true);
      const others = [...SAMPLES].filter(([other, { reply }]) => other !== id && text?.test(reply));
      expect({ id, others: others.map(([other]) => other) }).toEqual({ id, others: [] });
    }
  });

  test('of server software and of the causes name no company', () => {
    const rows = SOFTWARE.flatMap(({ replies }) => replies);
    const words = Object.values(WORDS).map((word) => word(SPECIMEN));
    for (const { meaning = '', nextStep = '' } of [...rows, ...words]) {
      expect(`${meaning} ${nextStep}`).not.toMatch(COMPANY_NAMES);
    }
  });
});

describe('companies', () => {
  test('have files of one name in every folder, which is their id', () => {
    const providers = filesOf('src/diagnosis/providers');
    expect(PROVIDERS.map(({ id }) => id).sort()).toEqual(providers);
    expect(Object.keys(REPLIES).sort()).toEqual(filesOf('src/diagnosis/replies'));
    expect(filesOf('src/diagnosis/servers').filter((name) => providers.includes(name))).toEqual([]);
    for (const { id, replies } of COMPANIES) {
      expect(samplesIn(id)).toEqual(replies.map((row) => row.id).sort());
    }
  });

  test('and samples cite public https addresses', () => {
    for (const [id, { sources }] of SAMPLES) {
      expect({ id, count: sources.length }).not.toEqual({ id, count: 0 });
      for (const source of sources) expect(new URL(source).protocol).toBe('https:');
    }
    for (const { id } of PROVIDERS) {
      const file = readFileSync(`src/diagnosis/providers/${id}.ts`, 'utf8');
      const [comment = ''] = /\/\*\*.*?\*\//s.exec(file) ?? [];
      expect(`${id}: ${comment}`).toMatch(/https:\/\/\S+/);
    }
  });

  test('write hosts in lower case, without a pattern that would own a whole public suffix', () => {
    const patterns = PROVIDERS.flatMap(({ hosts, notForSending = [] }) => [
      ...hosts,
      ...notForSending,
    ]);
    for (const host of patterns) {
      expect(host).toMatch(/^[a-z0-9*-]+(\.[a-z0-9*-]+){1,6}$/);
      const labels = host.split('.').filter((label) => label !== '*');
      const isSecondLevel = /(^|\.)(ac|co|com|edu|go|gob|gov|ne|net|or|org)\.[a-z]{2}$/.test(host);
      expect({ host, isTooWide: labels.length < (isSecondLevel ? 3 : 2) }).toEqual({
        host,
        isTooWide: false,
      });
    }
  });

  test('with a shape for their credentials are in the list that is read before anything is sent', () => {
    expect(PROVIDERS.filter(({ shapes }) => shapes !== undefined)).toEqual(SHAPED);
  });

  test('own their hosts alone', () => {
    const doubles = PROVIDERS.flatMap(({ hosts, id }) =>
      hosts.flatMap((pattern) => {
        const owners = providersOf(pattern.replaceAll('*', 'x1')).map((owner) => owner.id);
        return owners.length === 1 ? [] : [`${pattern} of ${id}: ${owners.sort().join(', ')}`];
      }),
    );
    expect(doubles).toEqual([]);
  });

  test('never let a host both send and not send, nor share one that does not send', () => {
    const faults = PROVIDERS.flatMap(({ id, notForSending = [] }) =>
      notForSending.flatMap((pattern) => {
        const host = pattern.replaceAll('*', 'x1');
        const senders = providersOf(host).map((owner) => `${pattern} sends for ${owner.id}`);
        const others = PROVIDERS.filter(
          (other) => other.id !== id && other.notForSending?.includes(pattern),
        );
        return [...senders, ...others.map((other) => `${pattern} is of ${id} and ${other.id}`)];
      }),
    );
    expect(faults).toEqual([]);
  });
});

describe('patterns', () => {
  const PATTERNS = FAMILIES.flatMap((family) => [
    family.banner,
    ...shapesOf(family).flatMap(({ should, shouldNot }) => [should, shouldNot]),
    ...family.replies.map(({ text }) => text),
  ]).filter((pattern) => pattern !== undefined);

  const HOSTILE = [
    'a'.repeat(65536),
    ' '.repeat(65536),
    'IP '.repeat(20000),
    'too many login '.repeat(4000),
    'account is '.repeat(6000),
    'access token '.repeat(5000),
    'expired access_token'.repeat(3000),
    'client host '.repeat(5000),
    'send hello '.repeat(6000),
    'abcd '.repeat(13000),
    'blocklist'.repeat(7000),
    'authentication failed: '.repeat(3000),
    '\u00a0'.repeat(65536),
  ];

  test('keep no state, and no text can make one slow', () => {
    for (const pattern of PATTERNS) {
      expect(pattern.flags.replace(/[iu]/g, '')).toBe('');
      const startedAt = performance.now();
      for (const text of HOSTILE) pattern.test(text);
      expect({ pattern, isSlow: performance.now() - startedAt > 1000 }).toEqual({
        pattern,
        isSlow: false,
      });
    }
  });

  test('of companies and software have no repetition inside a repetition', () => {
    const words = new Set(
      FAMILIES.find(({ id }) => id === 'words')?.replies.map((row) => row.text),
    );
    for (const pattern of PATTERNS) {
      // The rows for every language are too long for this rule of thumb; the test above bounds them.
      if (words.has(pattern)) continue;
      expect({ pattern, safe: safeRegex(pattern, { limit: 60 }) }).toEqual({ pattern, safe: true });
    }
  });
});
