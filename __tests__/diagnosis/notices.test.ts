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

describe('Microsoft 365 with a password', () => {
  const account = { host: 'smtp.office365.com' };
  const TOKEN = { kind: 'access-token', isAscii: true } as const;

  test('is warned about on success, with the dates and the way out', () => {
    const [notice] = ahead(createResult({ account }));
    expect(notice).toMatchObject({ level: 'warning' });
    expect(notice?.message).toMatch(/end of December 2026.*second half of 2027.*XOAUTH2/);
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
