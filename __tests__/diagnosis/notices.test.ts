import { lookAhead } from '../../src/diagnosis/notices.ts';
import { createRefusal, createResult, TLS } from '../support/results.ts';

const NOW = Date.parse('2026-11-24T12:00:00Z');
const titles = (...parameters: Parameters<typeof lookAhead>): string[] =>
  lookAhead(...parameters).map(({ title }) => title);

test('a sound login has nothing ahead of it', () => {
  expect(lookAhead(createResult(), NOW)).toEqual([]);
});

describe('the certificate', () => {
  const result = createResult({ tls: { ...TLS, validTo: new Date('2026-12-01T12:00:00Z') } });

  test('is warned about when it ends within the days asked for', () => {
    expect(lookAhead(result, NOW)).toEqual([
      {
        level: 'warning',
        title: 'SMTP server certificate ends soon',
        message: expect.stringContaining('ends in 7 days (2026-12-01)') as string,
      },
    ]);
  });

  test.each([
    ['with the warning switched off', { account: { certificateWarnDays: 0 } }],
    ['before the days asked for', { account: { certificateWarnDays: 7 } }],
    ['when it was not trusted', { tls: { ...TLS, verified: false } }],
  ])('is not warned about %s', (_name, changes) => {
    expect(lookAhead(createResult({ tls: result.tls ?? TLS, ...changes }), NOW)).toEqual([]);
  });
});

describe('Microsoft 365 with a password', () => {
  const account = { host: 'smtp.office365.com' };

  test('is warned about on success, with the dates and the way out', () => {
    const [notice] = lookAhead(createResult({ account }), NOW);
    expect(notice).toMatchObject({ level: 'warning' });
    expect(notice?.message).toMatch(/end of December 2026.*second half of 2027.*XOAUTH2/);
  });

  test('is not mentioned with an access token, after a refusal, or at other hosts', () => {
    expect(titles(createResult({ account, mechanism: 'XOAUTH2' }), NOW)).toEqual([]);
    expect(titles(createRefusal('535 5.7.3 No', { account }), NOW)).toEqual([]);
    const banner = 'x.outlook.office365.com Microsoft ESMTP MAIL Service ready';
    expect(titles(createResult({ banner }), NOW)).toEqual([]);
  });
});

test('a server that offers login before TLS, or no TLS 1.3, gets a note and no warning', () => {
  const result = createResult({ authBeforeTls: true, tls: { ...TLS, version: 'TLSv1.2' } });
  expect(lookAhead(result, NOW).map(({ level, title }) => [level, title])).toEqual([
    ['note', 'Login is offered without TLS'],
    ['note', 'TLS 1.2 only'],
  ]);
});
