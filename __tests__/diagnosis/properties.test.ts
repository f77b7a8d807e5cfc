import fc from 'fast-check';
import { providersOf } from '../../src/diagnosis/known-hosts.ts';
import { COMPANIES } from '../../src/diagnosis/match.ts';
import { SERVERS } from '../../src/diagnosis/servers/all.ts';
import { PLAIN_WORDS } from '../../src/diagnosis/servers/plain-words.ts';
import { readRefusal } from '../../src/diagnosis/vocabulary.ts';
import type { Checked } from '../../src/model/diagnosis.ts';
import { STAGES } from '../../src/model/verdict.ts';
import { createObservation, createResult, parseReply, redacted, TLS } from '../support/results.ts';
import { REAL_REFUSALS } from './real-refusals.ts';
import { COMPANY_NAMES, OF_COMPANIES, readSamples } from './samples.ts';

/** What holds whatever a server says. */

const HOSTS = [
  'mail.example.test',
  ...COMPANIES.map(({ hosts: [first = ''] }) => first.replaceAll('*', 'x1')),
];
const BANNERS = [
  'mail.example.test ESMTP',
  'mail.example.test ESMTP Postfix',
  'smtp.gmail.com ESMTP a1b2c3d4e5-sm123 - gsmtp',
  'x.outlook.office365.com Microsoft ESMTP MAIL Service ready',
];
const SENTENCES = [
  ...REAL_REFUSALS.map(({ reply }) => reply.replace(/^\d{3} ?(\d\.\d+\.\d+ ?)?/, '')),
  ...[...readSamples().values()].map(({ reply }) => reply.replace(/^\d{3} ?/, '')),
];

const words = fc
  .array(
    fc.constantFrom(
      ...['invalid', 'password', 'user', 'login', 'authentication', 'failed', 'account', 'limit'],
      ...['disabled', 'try', 'later', 'spam', 'policy', 'please', 'the', 'is', 'not', 'SMTP', 'IP'],
      ...['密码', '错误', '認証', '失敗', 'пароль', 'неверный', 'mot de passe', 'incorrect', '--'],
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(' '));
const text = fc.oneof(
  words,
  fc.constantFrom(...SENTENCES),
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.tuple(fc.constantFrom(...SENTENCES), words).map((parts) => parts.join(' ')),
);
const code = fc.oneof(
  fc.constantFrom(421, 432, 435, 450, 451, 454, 500, 501, 530, 534, 535, 538, 550, 554),
  fc.integer({ min: 200, max: 599 }),
);
const enhanced = fc.option(fc.constantFrom('5.7.8', '5.7.0', '4.7.0', '5.7.13', '5.5.4', '4.3.0'), {
  nil: undefined,
});
const reply = fc
  .record({ code, enhanced, text })
  .map((said) => `${said.code} ${said.enhanced ? `${said.enhanced} ` : ''}${said.text}`);
const host = fc.constantFrom(...HOSTS);
const banner = fc.constantFrom(...BANNERS);

interface Case {
  readonly reply: string;
  readonly host: string;
  readonly banner: string;
}
const atLogin = fc.record({ reply, host, banner });

function judge({ reply: line, host: at, banner: greeting }: Case): Checked {
  return createResult({
    account: { host: at, expect: 'rejected' },
    banner: redacted(greeting),
    failure: { problem: 'refused', command: 'AUTH' },
    reply: parseReply(line),
  });
}

const RUNS = { numRuns: 400 };

test('"expect: rejected" passes only on plain words, or on a bare 535 5.7.8', () => {
  fc.assert(
    fc.property(atLogin, (given) => {
      const { diagnosis, reply: said } = judge(given);
      expect(diagnosis.passed).toBe(diagnosis.provesDead);
      if (!diagnosis.passed) return;
      const spoken = said?.lines.join(' ').replace(/^\d\.\d+\.\d+/, '') ?? '';
      const isBare = spoken.trim() === '' && said?.code === 535 && said.enhanced === '5.7.8';
      expect(isBare || ['plain', 'failed'].includes(readRefusal(spoken) ?? '')).toBe(true);
      expect(said?.code).toBeGreaterThanOrEqual(500);
      expect(diagnosis.verdict).toBe('rejected');
    }),
    RUNS,
  );
});

test('the cases of these tests reach both sides of every decision', () => {
  const seen = fc.sample(atLogin, 1500).map((given) => judge(given).diagnosis);
  for (const decision of ['passed', 'mayRetry', 'throttlesHost'] as const) {
    expect(new Set(seen.map((diagnosis) => diagnosis[decision]))).toEqual(new Set([true, false]));
  }
});

test('"expect: rejected" never passes on a word outside the vocabulary, whatever stands around it', () => {
  const stranger = fc.constantFrom(
    'limit',
    'Disabled',
    'later',
    'quota',
    'xyzzy',
    '停用',
    'gesperrt',
  );
  const sentence = fc.constantFrom(...SENTENCES);
  fc.assert(
    fc.property(atLogin, sentence, stranger, fc.boolean(), (given, said, word, isBefore) => {
      const line = `535 5.7.8 ${isBefore ? `${word} ${said}` : `${said} ${word}`}`;
      expect(judge({ ...given, reply: line }).diagnosis.passed).toBe(false);
    }),
    RUNS,
  );
});

test('nobody gets a second AUTH after a reply that speaks of the credential', () => {
  fc.assert(
    fc.property(atLogin, (given) => {
      const { diagnosis, reply: said } = judge(given);
      if (readRefusal(given.reply.slice(4)) !== undefined) expect(diagnosis.mayRetry).toBe(false);
      if (!diagnosis.mayRetry) return;
      expect(diagnosis).toMatchObject({ verdict: 'temporary', cause: 'temporary-failure' });
      expect(Math.floor((said?.code ?? 0) / 100)).toBe(4);
    }),
    RUNS,
  );
});

test('a host is left alone only for throttling, or when it closes the service', () => {
  fc.assert(
    fc.property(atLogin, (given) => {
      const { diagnosis, reply: said } = judge(given);
      const isClosing = said?.code === 421 && diagnosis.cause === 'temporary-failure';
      expect(diagnosis.throttlesHost).toBe(diagnosis.cause === 'throttled' || isClosing);
    }),
    RUNS,
  );
});

test('no row asks for TLS but one that says that TLS is missing', () => {
  const rows = [...COMPANIES, ...SERVERS].flatMap(({ replies }) => replies);
  const asking = rows.filter(({ nextStep = '' }) => /implicit-tls|starttls/.test(nextStep));
  expect(new Set(asking.map(({ cause }) => cause))).toEqual(new Set(['tls-required']));
});

test('inside verified TLS no advice asks for TLS', () => {
  fc.assert(
    fc.property(atLogin, (given) => {
      const { verdict, meaning, nextStep } = judge(given).diagnosis;
      expect(verdict).not.toBe('tls');
      expect(`${meaning} ${nextStep}`).not.toMatch(/implicit-tls|"starttls|only allowed over/);
    }),
    RUNS,
  );
});

test('no advice names another company than the owner of the host', () => {
  fc.assert(
    fc.property(atLogin, (given) => {
      const { anchor, meaning, nextStep } = judge(given).diagnosis;
      const owners = providersOf(given.host).map(({ id }) => id);
      if (owners.length === 0) expect(`${meaning} ${nextStep}`).not.toMatch(COMPANY_NAMES);
      const own = COMPANIES.filter(({ id }) => owners.includes(id)).flatMap(
        ({ replies }) => replies,
      );
      if (OF_COMPANIES.has(anchor)) expect(own.map(({ id }) => id)).toContain(anchor);
    }),
    RUNS,
  );
});

test('the judgement of anything is whole and never throws', () => {
  const observation = fc.record({
    reply: fc.option(reply, { nil: undefined }),
    stage: fc.constantFrom(...STAGES),
    command: fc.constantFrom('EHLO', 'STARTTLS', 'AUTH', 'MAIL', 'RCPT', undefined),
    isAccepted: fc.boolean(),
    authSent: fc.boolean(),
    credentialSent: fc.boolean(),
    hasTls: fc.boolean(),
    kind: fc.constantFrom('password', 'access-token', 'token-request', 'client-certificate'),
    mechanism: fc.constantFrom('LOGIN', 'XOAUTH2', 'EXTERNAL', 'constructor'),
    expects: fc.constantFrom('accepted', 'rejected'),
    host,
    banner,
  });
  const { acceptance } = createObservation();
  fc.assert(
    fc.property(observation, ({ command, kind, isAccepted, hasTls, expects, ...given }) => {
      const { diagnosis } = createResult({
        account: { host: given.host, expect: expects, credential: { kind, isAscii: false } },
        banner: redacted(given.banner),
        failure: { problem: 'refused', ...(command && { command }) },
        ...(given.reply !== undefined && { reply: parseReply(given.reply) }),
        ...(isAccepted && acceptance && { acceptance }),
        stage: given.stage,
        authSent: given.authSent,
        credentialSent: given.credentialSent,
        mechanism: given.mechanism,
        tls: { ...TLS, verified: hasTls },
      });
      expect(diagnosis.meaning).toMatch(/\.$/);
      expect(diagnosis.nextStep).toMatch(/[.…]$/);
      expect(diagnosis.verdict).not.toBe('accepted');
      if (!given.credentialSent || isAccepted || command !== 'AUTH') {
        expect(diagnosis.provesDead).toBe(false);
      }
      if (given.authSent && given.reply === undefined) expect(diagnosis.mayRetry).toBe(false);
    }),
    RUNS,
  );
});

/** The best of three, since other work of the machine is not the pattern's. */
function fastestMs(run: () => unknown): number {
  const times = [0, 1, 2].map(() => {
    const startedAt = performance.now();
    run();
    return performance.now() - startedAt;
  });
  return Math.min(...times);
}

const KIB_64 = 65_536;
const fill = (part: string): string =>
  part.repeat(Math.ceil(KIB_64 / part.length)).slice(0, KIB_64);

describe.each(
  PLAIN_WORDS.flatMap(({ replies }) =>
    replies.flatMap(({ id, text: found }) => (found ? [{ id, found }] : [])),
  ),
)('the pattern of $id', ({ found }) => {
  test('reads 64 KiB of any repetition of its own words below 50 ms', () => {
    const own = [...new Set(found.source.match(/[\p{L}]{2,}/gu) ?? [])];
    const parts = ['a', ' ', 'x ', '1 ', '\u00a0', ...own, ...own.map((word) => `${word} `)];
    const slow = parts.filter((part) => fastestMs(() => found.test(fill(part))) >= 50);
    expect(slow).toEqual([]);
  });
});

test.each(['a', ' ', 'account is ', 'IP 1 ', 'too many ', 'limit of ', 'invalid user ', 'smtp '])(
  'a reply of 64 KiB of %j is judged below 50 ms',
  (part) => {
    const given = { host: 'smtp.gmail.com', banner: fill('x'), reply: `535 5.7.8 ${fill(part)}` };
    judge(given);
    expect(fastestMs(() => judge(given))).toBeLessThan(50);
  },
);
