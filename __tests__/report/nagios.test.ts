import fc from 'fast-check';
import type { Checked } from '../../src/model/diagnosis.ts';
import { answerNagios } from '../../src/report/nagios.ts';
import { createFailure, createRefusal, createResult, redacted, TLS } from '../support/results.ts';
import { HAS_PERL, parsePerformance } from './foreign.ts';

const answer = (...results: Checked[]): ReturnType<typeof answerNagios> =>
  answerNagios(results, results.length, true);

describe('the answer for a monitoring system', () => {
  it.each([
    ['an accepted login', createResult(), 0, 'OK'],
    ['a rejected one', createRefusal('535 5.7.8 No'), 2, 'CRITICAL'],
    ['a timeout', createFailure('timed-out'), 2, 'CRITICAL'],
    ['a server that asks to wait', createRefusal('454 4.7.0 Try again later'), 1, 'WARNING'],
    ['a wrong input', createFailure('input-invalid'), 3, 'UNKNOWN'],
    ['a fault of this program', createFailure('internal-error'), 3, 'UNKNOWN'],
    [
      'a verdict that fail-on leaves out',
      createFailure('timed-out', { account: { failOn: ['rejected'] } }),
      1,
      'WARNING',
    ],
    [
      'a certificate that expires soon',
      createResult({ tls: { ...TLS, validTo: new Date(Date.now() + 3 * 86_400_000) } }),
      1,
      'WARNING',
    ],
  ])('for %s', (_, result, status, state) => {
    const { text, status: given } = answer(result);
    expect(given).toBe(status);
    expect(text).toMatch(new RegExp(`^SMTP LOGIN ${state} - [^\\n|]+\\|[^\\n|]+\\n$`));
  });

  it('is never OK for a result without proof, or when one is missing', () => {
    const { acceptance: _, ...unproven } = createResult();
    expect(answer(unproven).status).not.toBe(0);
    expect(answerNagios([createResult()], 2, true).status).toBe(3);
    expect(answerNagios([], 0, true).status).toBe(3);
    expect(answerNagios([createResult()], 1, false).status).toBe(1);
  });

  it('has the worst state of a list, and a line for each account that needs attention', () => {
    const { status, text } = answer(
      createResult(),
      createFailure('input-invalid'),
      createRefusal('535 5.7.8 No', { account: { username: 'dead@example.test' } }),
    );
    expect(status).toBe(2);
    expect(text.split('\n')).toEqual([
      expect.stringMatching(
        /^SMTP LOGIN CRITICAL - 3 accounts: 1 as expected, 2 failed, 0 tolerated\|/,
      ),
      expect.stringMatching(/^CRITICAL - rejected \(535 5\.7\.8\) at auth: dead@example\.test at/),
      expect.stringMatching(/^UNKNOWN - /),
      '',
    ]);
  });

  it('fits into what Nagios reads, whatever the length of the list', () => {
    const results = Array.from({ length: 500 }, () => createRefusal('535 5.7.8 No'));
    const { text } = answer(...results);
    expect(Buffer.byteLength(text)).toBeLessThan(8192);
    expect(text).toMatch(/\nand \d+ more\n$/);
  });

  it('has no bar and no line break of the server, whatever it says', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (username, said) => {
        const reply = { code: 550, lines: [redacted(said)] };
        const result = createRefusal('550 x', { reply, account: { username } });
        const { text } = answer(result);
        expect(text.split('|')).toHaveLength(2);
        expect(text.split('\n')).toHaveLength(2);
      }),
    );
  });
});

// Where the library is missing, the name of the skipped tests says so.
const describeWithPerl = HAS_PERL ? describe : describe.skip;

describeWithPerl('the performance data (needs libmonitoring-plugin-perl)', () => {
  it('is read by Monitoring::Plugin', () => {
    const data = answer(createResult()).text.split('|')[1]?.trim() ?? '';
    const read = parsePerformance(data);
    expect(read.get('time')).toBe('0.412s');
    expect([...read.keys()]).toEqual(
      expect.arrayContaining(['connect', 'greeting', 'ehlo', 'starttls', 'tls', 'auth']),
    );
    expect(Number(read.get('certificate_days'))).toBeGreaterThan(1000);
  });

  it('of a list is read too', () => {
    const { text } = answer(createResult(), createFailure('timed-out'));
    const read = parsePerformance(text.split('\n')[0]?.split('|')[1] ?? '');
    expect(Object.fromEntries(read)).toMatchObject({ accounts: '2', passed: '1', failed: '1' });
  });
});
