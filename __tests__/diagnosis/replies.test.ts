import { providersOf } from '../../src/diagnosis/known-hosts.ts';
import { COMPANIES, findRows, type Found, type Said } from '../../src/diagnosis/match.ts';
import type { ReplyRow } from '../../src/diagnosis/schema.ts';
import type { Checked } from '../../src/model/diagnosis.ts';
import { createRefusal, createResult, parseReply, redacted, TLS } from '../support/results.ts';
import {
  COMPANY_NAMES,
  FAMILIES,
  OF_COMPANIES,
  readSamples,
  type Sample,
  saidIn,
} from './samples.ts';

/** What real servers said, judged as a check judges it. */

const SAMPLES = readSamples();

function rowOf(id: string): ReplyRow {
  const row = FAMILIES.flatMap(({ replies }) => replies).find((candidate) => candidate.id === id);
  if (!row) throw new Error(`no row has the id ${id}`);
  return row;
}

/** A sample at the stage where it comes; `tls-required` is only true without verified TLS. */
function judge({ host, banner, stage = 'auth', reply }: Sample, row: ReplyRow): Checked {
  const isLogin = stage === 'auth';
  const isAfterLogin = stage === 'mail';
  const command = isLogin ? 'AUTH' : isAfterLogin ? 'MAIL' : undefined;
  return createResult({
    account: { host },
    failure: { problem: 'refused', ...(command && { command }) },
    ...(isAfterLogin && { acceptance: { reply: parseReply('235 2.7.0 Accepted') } }),
    stage,
    reply: parseReply(reply),
    banner: redacted(banner ?? 'mail.example.test ESMTP'),
    ...(row.cause === 'tls-required' && { tls: { ...TLS, verified: false } }),
    authSent: isLogin || isAfterLogin,
    credentialSent: isLogin || isAfterLogin,
  });
}

/** What keeps a sample from its row, for the person who wrote one of them. */
function whyNot(row: ReplyRow, said: Said): string {
  const family = FAMILIES.find(({ replies }) => replies.includes(row));
  const owners = providersOf(said.host).map((owner) => owner.id);
  const isAway = OF_COMPANIES.has(row.id) && !owners.includes(family?.id ?? '');
  const faults = isAway ? [`${said.host} is not a host of ${family?.id}`] : misfits(row, said);
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

function foundIn(said: Said): Found[] {
  const { byOwnWords, byWords, byCompanyNumber, byNumber } = findRows(said);
  const found = [byOwnWords, byWords, byCompanyNumber, byNumber];
  return found.filter((one) => one !== undefined);
}

describe('a sample', () => {
  test.each([...SAMPLES])('%s is judged as its row says', (id, sample) => {
    const row = rowOf(id);
    const { cause, anchor } = judge(sample, row).diagnosis;
    const why = anchor === id ? '' : whyNot(row, saidIn(sample));
    expect({ anchor, why }).toEqual({ anchor: id, why: '' });
    // After the login only some causes are told apart; anything else is the sender's.
    const isAfterLogin = sample.stage === 'mail';
    expect(isAfterLogin ? [row.cause, 'sender-refused'] : [row.cause]).toContain(cause);
  });

  test('gets no advice of another company at any other host', () => {
    const speaking = COMPANIES.filter(({ replies }) => replies.length > 0);
    const hosts = speaking.map(({ hosts: [first = ''] }) => first.replaceAll('*', 'x1'));
    for (const sample of SAMPLES.values()) {
      for (const host of [...hosts, 'mail.example.test']) {
        for (const { row, family, isAdviceSafe } of foundIn({ ...saidIn(sample), host })) {
          if (!OF_COMPANIES.has(row.id) || !isAdviceSafe) continue;
          expect(providersOf(host).map(({ id }) => id)).toContain(family.id);
        }
      }
    }
  });

  test.each([
    ['smtp.gmail.com ESMTP a1b2c3d4e5-sm123 - gsmtp', 'gmail'],
    ['AM0PR01CA0001.outlook.office365.com Microsoft ESMTP MAIL Service ready', 'microsoft'],
    ['BJXPR01CA011.partner.outlook.cn Microsoft ESMTP MAIL Service ready', 'microsoft'],
    ['kundenserver.de (mreue106) Nemesis ESMTP Service ready', 'ionos'],
    ['newxmesmtplogicsvrszb1.qq.com XMail Esmtp QQ Mail Server.', 'qq'],
    ['163.com Anti-spam GT for Coremail System (163com[20141201])', 'netease'],
    ['smtp.naver.com ESMTP a1b2c3d4e5 - nsmtp', 'naver'],
  ])(
    'of a company that only the greeting names has its cause and not its advice: %s',
    (banner, company) => {
      const rows = COMPANIES.find(({ id }) => id === company)?.replies ?? [];
      for (const { id, stage = 'auth', cause } of rows) {
        const sample = SAMPLES.get(id);
        if (!sample || stage !== 'auth' || cause === 'tls-required') continue;
        const { diagnosis } = createRefusal(sample.reply, { banner: redacted(banner) });
        expect({ id, cause: diagnosis.cause }).toEqual({ id, cause });
        expect(`${diagnosis.meaning} ${diagnosis.nextStep}`).not.toMatch(COMPANY_NAMES);
      }
    },
  );

  test('with words that one company alone uses keeps its cause at an unknown host', () => {
    for (const { id, cause, stage = 'auth' } of COMPANIES.flatMap(({ replies }) => replies)) {
      const sample = SAMPLES.get(id);
      if (!rowOf(id).isUnique || stage === 'mail' || !sample) continue;
      const { diagnosis } = createRefusal(sample.reply);
      expect({ id, cause: diagnosis.cause }).toEqual({ id, cause });
      expect(`${diagnosis.meaning} ${diagnosis.nextStep}`).not.toMatch(COMPANY_NAMES);
    }
  });

  test('of a company is not shadowed by a greeting that names another one', () => {
    const sample = SAMPLES.get('ses-wrong-credentials');
    if (!sample) throw new Error('no sample');
    const said = { ...saidIn(sample), banner: 'smtp.gmail.com ESMTP x - gsmtp' };
    expect(findRows(said).byOwnWords?.row.id).toBe('ses-wrong-credentials');
  });
});
