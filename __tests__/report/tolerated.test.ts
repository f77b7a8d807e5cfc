import { renderJunit } from '../../src/report/junit.ts';
import { toReport } from '../../src/report/json.ts';
import { toOutputs } from '../../src/report/outputs.ts';
import { renderPublication } from '../../src/report/publication.ts';
import { renderTerminal } from '../../src/report/terminal.ts';
import { collectFindings } from '../../src/action/tracking/findings.ts';
import { VERDICTS } from '../../src/model/verdict.ts';
import { makeResult } from '../support/fleet-results.ts';

/** What every report says of a result that is not the expected one and that `fail-on` leaves out. */

const failOn = ['rejected', 'tls'] as const;
const TIMEOUT = makeResult({ problem: 'timed-out', failOn });
const REFUSED = makeResult({ reply: '535 5.7.8 no', failOn });
const WORKS = makeResult({ failOn });

const WHY = 'This does not fail the run, because "fail-on" does not name "timeout".';

test('of one account the annotation is a warning with the same text, and says why', async () => {
  const { annotations, conclusion, summary } = await renderPublication([TIMEOUT], undefined);
  const { diagnosis, account } = makeResult({ problem: 'timed-out' });
  expect(account.failOn).not.toEqual(failOn);
  expect(annotations).toEqual([
    expect.objectContaining({ level: 'warning', title: 'SMTP login failed: timed out' }),
  ]);
  expect(annotations[0]?.message).toContain(diagnosis.nextStep);
  expect(annotations[0]?.message).toContain(WHY);
  expect(conclusion).toBe('Result: timeout at auth.');
  expect(summary).toContain('<h2>⚠️ SMTP login failed: timed out</h2>');
  expect(summary).toContain('does not fail the run');
});

test('of many accounts what fails comes first, and what does not is a warning', async () => {
  const results = [TIMEOUT, TIMEOUT, WORKS, REFUSED];
  const { annotations, conclusion, summary } = await renderPublication(results, undefined);
  expect(annotations.map(({ level, title }) => [level, title])).toEqual([
    ['error', 'SMTP login rejected: the cause is not certain (535 5.7.8)'],
    ['warning', 'SMTP login failed: timed out (2 accounts)'],
  ]);
  expect(conclusion).toBe('Checked 4 accounts: 1 as expected, 1 failed, 2 tolerated by "fail-on".');
  expect(summary).toContain('<h2>❌ SMTP logins: 1 of 4 accounts failed</h2>');
  expect(summary).toContain('<h3>Timed out: 2 accounts, tolerated by &quot;fail-on&quot;</h3>');
});

test('a list in which nothing fails says that not everything is as expected', async () => {
  const { annotations, summary } = await renderPublication([TIMEOUT, WORKS], undefined);
  expect(annotations.map(({ level }) => level)).toEqual(['warning']);
  expect(summary).toContain(
    '<h2>⚠️ SMTP logins: 1 of 2 accounts not as expected, tolerated by &quot;fail-on&quot;</h2>',
  );
});

test('the outputs are the same as without "fail-on"', () => {
  const outputs = toOutputs([TIMEOUT, WORKS]);
  const strict = { ...TIMEOUT, account: { ...TIMEOUT.account, failOn: VERDICTS } };
  const { results: _, ...others } = toOutputs([strict, WORKS]);
  expect(outputs).toMatchObject({ ...others, verdict: 'timeout', failed: '1', accepted: '1' });
  expect(JSON.parse(outputs.results)).toMatchObject([
    { passed: false, tolerated: true, verdict: 'timeout' },
    { passed: true, tolerated: false, verdict: 'accepted' },
  ]);
  expect(toReport(REFUSED)).toMatchObject({ passed: false, tolerated: false });
});

test('in JUnit it is skipped, which no CI system takes for a failure', () => {
  const xml = [...renderJunit([TIMEOUT, WORKS, REFUSED])].join('');
  expect(xml).toMatch(
    /<testsuites name="smtp-auth-check" tests="3" failures="1" errors="0" skipped="1"/,
  );
  expect(xml).toContain('<skipped message="timeout at auth. This does not fail the run');
  expect(xml).not.toContain('<error');
});

test('a terminal shows WARN, with meaning, next step and why it does not fail', () => {
  const text = renderTerminal(TIMEOUT, { colour: false, verbose: false });
  expect(text).toMatch(/^WARN {2}timeout at auth: /);
  expect(text).toContain(TIMEOUT.diagnosis.nextStep);
  expect(text).toContain(WHY);
  expect(renderTerminal(REFUSED, { colour: false, verbose: false })).toMatch(/^FAIL/);
});

test('a tracking issue is neither opened nor closed for it', () => {
  expect(collectFindings([TIMEOUT], 'acme/mail', true)).toEqual([]);
  const other = makeResult({ problem: 'timed-out' });
  expect(collectFindings([other, TIMEOUT], 'acme/mail', true).map(({ result }) => result)).toEqual([
    other,
  ]);
});
