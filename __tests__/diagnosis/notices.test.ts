import { lookAhead } from '../../src/diagnosis/notices.ts';
import type { Checked, Notice } from '../../src/model/diagnosis.ts';
import { createRefusal, createResult, redacted, TLS } from '../support/results.ts';

const NOW = Date.parse('2026-11-24T12:00:00Z');

function ahead(result: Checked): Notice[] {
  return lookAhead(result, { isAccepted: result.diagnosis.verdict === 'accepted', now: NOW });
}

const titles = (result: Checked): string[] => ahead(result).map(({ title }) => title);

test('a sound login has nothing ahead of it', () => {
  expect(ahead(createResult())).toEqual([]);
});

describe('the certificate', () => {
  const result = createResult({ tls: { ...TLS, validTo: new Date('2026-12-01T12:00:00Z') } });

  test('is warned about when it ends within the days asked for', () => {
    expect(ahead(result)).toEqual([
      {
        level: 'warning',
        title: 'SMTP server certificate expires soon',
        message: expect.stringContaining('expires in 7 days (2026-12-01)') as string,
      },
    ]);
  });

  test.each([
    ['with the warning switched off', { account: { certificateWarnDays: 0 } }],
    ['before the days asked for', { account: { certificateWarnDays: 7 } }],
    ['when it was not trusted', { tls: { ...TLS, verified: false } }],
  ])('is not warned about %s', (_name, changes) => {
    expect(ahead(createResult({ tls: result.tls ?? TLS, ...changes }))).toEqual([]);
  });
});

describe.each([
  [398, 14, 'an old one of a year'],
  [90, 14, "Let's Encrypt's of 90 days"],
  [64, 10, "Let's Encrypt's of 64 days"],
  [47, 7, 'a public one of 47 days'],
  [45, 7, "Let's Encrypt's of 45 days"],
  [160 / 24, 1, "Let's Encrypt's of 160 hours"],
  [6, 1, 'one of 6 days'],
  [1, 0, 'one of a day'],
])('a certificate of %d days is warned about %d days before its end', (lifetime, days) => {
  const DAY_MS = 86_400_000;

  /** With the second that RFC 5280 counts in left out, as certificate authorities do. */
  function ending(inDays: number): Checked {
    const validTo = new Date(NOW + inDays * DAY_MS);
    const validFrom = new Date(validTo.getTime() - lifetime * DAY_MS + 1000);
    return createResult({ tls: { ...TLS, validFrom, validTo } });
  }

  test('and not before', () => {
    expect(titles(ending(days - 0.01)).length).toBe(days > 0 ? 1 : 0);
    expect(titles(ending(days + 0.01))).toEqual([]);
  });
});

describe('certificate-fail-days', () => {
  const validTo = new Date(Date.now() + 5.5 * 86_400_000);
  const tls = { ...TLS, validTo };
  const account = { certificateFailDays: 7 };

  test('makes an accepted login fail with the verdict tls, and says that it was accepted', () => {
    const { diagnosis } = createResult({ tls, account });
    expect(diagnosis).toMatchObject({
      verdict: 'tls',
      cause: 'certificate-expires-soon',
      passed: false,
      mayRetry: false,
      notices: [],
    });
    expect(diagnosis.meaning).toMatch(
      /^The login was accepted\. .* expires on 20\d\d-\d\d-\d\d, which is less than 7 days away/,
    );
  });

  test.each([
    ['with more days left', { tls, account: { certificateFailDays: 5 } }],
    ['switched off', { tls, account: { certificateFailDays: 0 } }],
    ['where the certificate was not verified', { tls: { ...tls, verified: false }, account }],
  ])('changes nothing %s', (_, overrides) => {
    expect(createResult(overrides).diagnosis).toMatchObject({ verdict: 'accepted', passed: true });
  });

  test('does not hide a refused credential, and does not touch "expect: rejected"', () => {
    expect(createRefusal('535 5.7.8 no', { tls, account }).diagnosis.verdict).toBe('rejected');
    const dead = { ...account, expect: 'rejected' } as const;
    const refused = createRefusal('535 5.7.8 Invalid password', { tls, account: dead });
    expect(refused.diagnosis).toMatchObject({ verdict: 'rejected', passed: true });
    expect(createResult({ tls, account: dead }).diagnosis).toMatchObject({
      verdict: 'accepted',
      passed: false,
    });
  });
});

describe('Microsoft 365 with a password', () => {
  const account = { host: 'smtp.office365.com' };
  const TOKEN = { kind: 'access-token', isAscii: true } as const;

  test('is warned about on success, with the dates and the way out', () => {
    const [notice] = ahead(createResult({ account }));
    expect(notice).toMatchObject({ level: 'warning' });
    expect(notice?.message).toMatch(/end of December 2026.*second half of 2027.*XOAUTH2/);
  });

  test('is told by the date: from 2027 on as something that has happened', () => {
    const [notice] = lookAhead(createResult({ account }), {
      isAccepted: true,
      now: Date.parse('2027-01-01T00:00:00Z'),
    });
    expect(notice?.message).toMatch(/^Password login is still on for this mailbox.*XOAUTH2/);
  });

  test('is not mentioned with an access token, after a refusal, or at other hosts', () => {
    expect(titles(createResult({ account: { ...account, credential: TOKEN } }))).toEqual([]);
    expect(titles(createRefusal('535 5.7.3 No', { account }))).toEqual([]);
    const banner = redacted('x.outlook.office365.com Microsoft ESMTP MAIL Service ready');
    expect(titles(createResult({ banner }))).toEqual([]);
  });
});

test('a server that offers login before TLS, or no TLS 1.3, gets a note and no warning', () => {
  const result = createResult({ authBeforeTls: true, tls: { ...TLS, version: 'TLSv1.2' } });
  expect(ahead(result).map(({ level, title }) => [level, title])).toEqual([
    ['note', 'Login is offered without TLS'],
    ['note', 'TLS 1.2 only'],
  ]);
});
