import { readdirSync, readFileSync } from 'node:fs';
import safeRegex from 'safe-regex2';
import { REFINEMENTS } from '../../src/diagnosis/causes.ts';
import { explain } from '../../src/diagnosis/judge.ts';
import type { Company, ReplyRow, ShapeRule } from '../../src/diagnosis/schema.ts';
import { findRow, type Said } from '../../src/diagnosis/match.ts';
import { PROVIDERS, providersOf } from '../../src/diagnosis/providers/all.ts';
import { KNOWLEDGE } from '../../src/diagnosis/known.ts';
import { REPLIES } from '../../src/diagnosis/replies/all.ts';
import { REFINED_WORDS } from '../../src/diagnosis/words/refined.ts';
import { PROBLEMS } from '../../src/model/failure.ts';
import { createRefusal } from '../support/results.ts';
import { readSamples, saidIn } from './samples.ts';

/** Of software nothing is known but what it says. */
function shapesOf(family: (typeof FAMILIES)[number]): readonly ShapeRule[] {
  return (family as Partial<Company>).shapes ?? [];
}

const FAMILIES = [...KNOWLEDGE.companies, ...KNOWLEDGE.servers];
const ROWS: readonly ReplyRow[] = FAMILIES.flatMap(({ replies }) => replies);
const SAMPLES = readSamples();
const OF_COMPANIES = new Set(
  KNOWLEDGE.companies.flatMap(({ replies }) => replies.map(({ id }) => id)),
);

/** The files of a folder of data, without their extension and without the index. */
function filesOf(folder: string): string[] {
  return readdirSync(folder)
    .map((file) => file.replace(/\.\w+$/, ''))
    .filter((name) => name !== 'all')
    .sort();
}

function fileOf(company: string): string {
  return readFileSync(`src/diagnosis/providers/${company}.ts`, 'utf8');
}

/** The rows that have a sample in the file of this name; none without the file. */
function samplesIn(name: string): string[] {
  if (!filesOf('__tests__/diagnosis/samples').includes(name)) return [];
  const file = readFileSync(`__tests__/diagnosis/samples/${name}.json`, 'utf8');
  return Object.keys(JSON.parse(file) as object).sort();
}

/** What keeps a sample from its row, for whoever wrote one of them. */
function whyNot(id: string, said: Said): string {
  const family = FAMILIES.find(({ replies }) => replies.some((row) => row.id === id));
  const row = family?.replies.find((candidate) => candidate.id === id);
  if (!family || !row) return 'no row has this id';
  const owners = providersOf(said.host).map((owner) => owner.id);
  const isAway = OF_COMPANIES.has(id) && !owners.includes(family.id);
  const faults = isAway ? [`${said.host} is no host of ${family.id}`] : misfits(row, said);
  return faults.join('; ') || 'an entry before it fits too; put the telling one first';
}

function misfits({ stage = 'auth', code, enhanced, text }: ReplyRow, said: Said): string[] {
  const faults: string[] = [];
  if (stage !== 'any' && stage !== said.stage) faults.push(`its stage is ${said.stage}`);
  if (code !== undefined && code !== said.code) faults.push(`its code is ${said.code}`);
  if (enhanced !== undefined && enhanced !== said.enhanced) {
    faults.push(`its enhanced code is ${said.enhanced ?? 'missing'}`);
  }
  if (text?.test(said.text) === false) faults.push(`${String(text)} is not in its words`);
  return faults;
}

/** Words by which a sentence would speak of one company. */
const COMPANY =
  /microsoft|outlook|exchange online|entra|google|gmail|amazon|\baws\b|\bses\b|brevo|sendgrid|mailgun|mailjet|mandrill|mailtrap|postmark|oracle|resend|sparkpost|zoho|yahoo|apple|icloud|proton|gmx|naver|netease|tencent|qq\b|yandex|mail\.ru|alibaba|sakura|xserver|ionos|infomaniak|godaddy/i;

describe('the data', () => {
  test('names every family, row and cause once', () => {
    const ids = [...FAMILIES.map(({ id }) => `family ${id}`), ...ROWS.map(({ id }) => id)];
    expect(new Set(ids).size).toBe(ids.length);
    const causes = [...Object.keys(PROBLEMS), ...REFINEMENTS];
    const unknown = ROWS.filter(({ cause }) => !causes.includes(cause)).map(
      ({ id, cause }) => `${id}: "${cause}" is no cause; docs/troubleshooting.md#causes has all`,
    );
    expect(unknown).toEqual([]);
    // The id becomes an anchor beside those of the causes.
    expect(ROWS.filter(({ id }) => causes.includes(id) || !/^[a-z0-9-]+$/.test(id))).toEqual([]);
  });

  test('keeps each company in a file of its own, named after its id in every folder', () => {
    const providers = filesOf('src/diagnosis/providers');
    expect(PROVIDERS.map(({ id }) => id).sort()).toEqual(providers);
    expect(Object.keys(REPLIES).sort()).toEqual(filesOf('src/diagnosis/replies'));
    expect(filesOf('src/diagnosis/servers').filter((name) => providers.includes(name))).toEqual([]);
    for (const { id, replies } of KNOWLEDGE.companies) {
      expect(samplesIn(id)).toEqual(replies.map((row) => row.id).sort());
    }
  });

  test('has no reply of a company that is not known', () => {
    const ids = new Set(KNOWLEDGE.companies.map(({ id }) => id));
    expect(Object.keys(REPLIES).filter((id) => !ids.has(id))).toEqual([]);
  });

  test('has no row that could never be told apart from silence', () => {
    const isEmpty = ({ code, text }: ReplyRow): boolean => code === undefined && text === undefined;
    expect(ROWS.filter(isEmpty)).toEqual([]);
  });

  test('says something about every row: in its own words or in those of its cause', () => {
    for (const { id, meaning, nextStep } of ROWS) {
      for (const sentence of [meaning, nextStep]) {
        if (sentence === undefined) continue;
        expect(`${id}: ${sentence}`).toMatch(/[.…]$/);
        expect(sentence.length).toBeLessThan(260);
      }
    }
  });

  test('cites public https addresses, for every sample and every company', () => {
    for (const [id, { sources }] of SAMPLES) {
      expect({ id, count: sources.length }).not.toEqual({ id, count: 0 });
      for (const source of sources) expect(new URL(source).protocol).toBe('https:');
    }
    for (const { id } of PROVIDERS) {
      const [comment = ''] = /\/\*\*.*?\*\//s.exec(fileOf(id)) ?? [];
      expect({ id, comment }).toEqual({
        id,
        comment: expect.stringMatching(/https:\/\/\S+/) as string,
      });
    }
  });

  test('writes hosts in lower case, without a pattern that would own a whole public suffix', () => {
    for (const host of KNOWLEDGE.companies.flatMap(({ hosts }) => hosts)) {
      expect(host).toMatch(/^[a-z0-9*-]+(\.[a-z0-9*-]+){1,6}$/);
      const labels = host.split('.').filter((label) => label !== '*');
      const isSecondLevel = /(^|\.)(ac|co|com|edu|go|gob|gov|ne|net|or|org)\.[a-z]{2}$/.test(host);
      expect({ host, isTooWide: labels.length < (isSecondLevel ? 3 : 2) }).toEqual({
        host,
        isTooWide: false,
      });
    }
  });

  test('gives a host to one company', () => {
    const doubles = KNOWLEDGE.companies.flatMap(({ hosts, id }) =>
      hosts.flatMap((pattern) => {
        const owners = providersOf(pattern.replaceAll('*', 'x1')).map((owner) => owner.id);
        return owners.length === 1 ? [] : [`${pattern} of ${id}: ${owners.sort().join(', ')}`];
      }),
    );
    expect(doubles).toEqual([]);
  });

  test('never lets a host both send and not send, and no incoming host belongs to two companies', () => {
    const faults = KNOWLEDGE.companies.flatMap(({ id, notForSending = [] }) =>
      notForSending.flatMap((pattern) => {
        const host = pattern.replaceAll('*', 'x1');
        const senders = providersOf(host).map((owner) => `${pattern} sends for ${owner.id}`);
        const others = KNOWLEDGE.companies.filter(
          (other) => other.id !== id && other.notForSending?.includes(pattern),
        );
        return [...senders, ...others.map((other) => `${pattern} is of ${id} and ${other.id}`)];
      }),
    );
    expect(faults).toEqual([]);
  });

  test('calls words unique only if no other reply has them', () => {
    const unique = ROWS.filter(({ isUnique }) => isUnique);
    expect(unique.length).toBeGreaterThan(10);
    for (const { id, text } of unique) {
      expect(OF_COMPANIES.has(id)).toBe(true);
      const others = [...SAMPLES].filter(([other, { reply }]) => other !== id && text?.test(reply));
      expect({ id, others: others.map(([other]) => other) }).toEqual({ id, others: [] });
    }
  });

  const patterns: RegExp[] = FAMILIES.flatMap((family) => [
    family.banner,
    ...shapesOf(family).flatMap(({ should, shouldNot }) => [should, shouldNot]),
    ...family.replies.map(({ text }) => text),
  ]).filter((pattern) => pattern !== undefined);

  test('holds patterns that no text can make slow, and none that keeps a state', () => {
    const hostile = [
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
      '\u00a0'.repeat(65536),
    ];
    for (const pattern of patterns) {
      expect(pattern.flags.replace('i', '')).toBe('');
      expect({ pattern, safe: safeRegex(pattern, { limit: 60 }) }).toEqual({ pattern, safe: true });
      const startedAt = performance.now();
      for (const text of hostile) pattern.test(text);
      expect({ pattern, isSlow: performance.now() - startedAt > 1000 }).toEqual({
        pattern,
        isSlow: false,
      });
    }
  });
});

describe('the samples', () => {
  test('are one for each row', () => {
    const ids = ROWS.map(({ id }) => id);
    expect({
      'rows without a sample in __tests__/diagnosis/samples/': ids.filter((id) => !SAMPLES.has(id)),
      'samples whose id no row has': [...SAMPLES.keys()].filter((id) => !ids.includes(id)),
    }).toEqual({
      'rows without a sample in __tests__/diagnosis/samples/': [],
      'samples whose id no row has': [],
    });
  });

  test.each([...SAMPLES])('%s is found', (id, sample) => {
    const found = findRow(saidIn(sample))?.row.id;
    expect({ found, why: found === id ? '' : whyNot(id, saidIn(sample)) }).toEqual({
      found: id,
      why: '',
    });
  });

  test('take no advice of another company at any other host', () => {
    const hosts = KNOWLEDGE.companies.map(({ hosts: [first = ''] }) => first.replaceAll('*', 'x1'));
    for (const sample of SAMPLES.values()) {
      for (const host of [...hosts, 'mail.example.test']) {
        const found = findRow({ ...saidIn(sample), host });
        if (!found || !OF_COMPANIES.has(found.row.id) || !found.isAdviceSafe) continue;
        expect(providersOf(host).map(({ id }) => id)).toContain(found.family.id);
      }
    }
  });

  test.each([
    ['smtp.gmail.com ESMTP a1b2c3d4e5-sm123 - gsmtp', 'gmail'],
    ['AM0PR01CA0001.outlook.office365.com Microsoft ESMTP MAIL Service ready', 'microsoft'],
    ['kundenserver.de (mreue106) Nemesis ESMTP Service ready', 'ionos'],
  ])('lend no advice of a company that only the greeting names: %s', (banner, company) => {
    const rows = KNOWLEDGE.companies.find(({ id }) => id === company)?.replies ?? [];
    for (const { id, stage = 'auth', cause } of rows) {
      const sample = SAMPLES.get(id);
      if (!sample || stage !== 'auth') continue;
      const result = createRefusal(sample.reply, { banner });
      const said = { ...saidIn(sample), host: 'mail.example.test', banner };
      expect(findRow(said)).toMatchObject({ row: { id, cause }, isAdviceSafe: false });
      const { meaning, nextStep } = explain(result);
      expect(`${meaning} ${nextStep}`).not.toMatch(COMPANY);
    }
  });

  test('of a company are not shadowed by a greeting that names another one', () => {
    const sample = SAMPLES.get('ses-wrong-credentials');
    if (!sample) throw new Error('no sample');
    const said = { ...saidIn(sample), banner: 'smtp.gmail.com ESMTP x - gsmtp' };
    expect(findRow(said)?.row.id).toBe('ses-wrong-credentials');
  });
});

test('the advice of server software and of the causes names no company', () => {
  const rows = KNOWLEDGE.servers.flatMap(({ replies }) => replies);
  const words = Object.values(REFINED_WORDS).map((word) => word());
  for (const { meaning = '', nextStep = '' } of [...rows, ...words]) {
    expect(`${meaning} ${nextStep}`).not.toMatch(COMPANY);
  }
});
