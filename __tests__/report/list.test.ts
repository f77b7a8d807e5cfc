import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { validateXML } from 'xmllint-wasm';
import { renderJson } from '../../src/report/files.ts';
import { annotateFleet, MAX_ANNOTATIONS } from '../../src/report/list/annotations.ts';
import { MAX_SUMMARY_BYTES, renderFleetSummary } from '../../src/report/list/summary.ts';
import { groupFailures } from '../../src/report/list/groups.ts';
import { renderJunit } from '../../src/report/junit.ts';
import { toOutputs } from '../../src/report/outputs.ts';
import type { Checked } from '../../src/model/diagnosis.ts';
import { makeNightly, makeResult, type ResultOptions, SKIPPED } from '../support/fleet-results.ts';

const schema = JSON.parse(readFileSync('docs/results.schema.json', 'utf8')) as object;
const ajv = new Ajv2020({ strict: false, formats: { 'date-time': true } });
const fitsSchema = ajv.compile(schema);
const xsd = readFileSync('__tests__/fixtures/jenkins-junit.xsd', 'utf8');

async function xmlFaults(xml: string): Promise<string[]> {
  const { errors } = await validateXML({
    xml: { fileName: 'junit.xml', contents: xml },
    schema: { fileName: 'jenkins-junit.xsd', contents: xsd },
  });
  return errors.map(({ message }) => message);
}

const json = (results: readonly Checked[]): string => [...renderJson(results)].join('');

/** Results of every kind, with texts from outside that try to be something else. */
const hostile = fc
  .record({
    host: fc.constantFrom('smtp.example.com', 'xn--e1afmkfd.example', '192.0.2.1', '2001:db8::1'),
    username: fc.string({ unit: 'binary', maxLength: 300 }),
    text: fc.string({ unit: 'binary' }),
    kind: fc.constantFrom('accepted', 'refused', 'timed-out', 'input-invalid', 'skipped'),
  })
  .map(({ text, kind, ...rest }) => makeResult({ ...rest, ...endingOf(kind, text) }));

function endingOf(kind: string, text: string): ResultOptions {
  if (kind === 'refused') return { reply: `535 5.7.8 ${text}` };
  if (kind === 'timed-out') return { problem: 'timed-out', detail: text };
  if (kind === 'skipped') return { skipped: { ...SKIPPED, said: text } };
  const fault = { input: 'port', kind: 'invalid', message: text, title: '' } as const;
  return kind === 'input-invalid' ? { faults: [fault] } : {};
}

describe('the summary of many accounts', () => {
  test('of a shard without accounts says so, and counts nothing', () => {
    const summary = renderFleetSummary([]);
    expect(summary).toContain('this shard has no accounts');
    expect(summary).not.toMatch(/<table>|0 accounts/);
  });

  test('has a readable 5,000 within its limit, with the counts', () => {
    const results = makeNightly(5000);
    const summary = renderFleetSummary(results);
    expect(Buffer.byteLength(summary)).toBeLessThanOrEqual(MAX_SUMMARY_BYTES);
    expect(summary).toContain('557 of 5,000 accounts failed');
    expect(summary).toContain('All 5,000 accounts');
    expect(summary.indexOf('Next step')).toBeLessThan(3000);
  });

  test('has one line for a throttled host, and names it', () => {
    const summary = renderFleetSummary(makeNightly(5000));
    const [failures = ''] = summary.split('<details>');
    expect(failures.match(/smtp4\.mail\.example\.com/g)).toHaveLength(1);
    expect(failures).toContain(
      '</code> and 245 more at <code>smtp4.mail.example.com</code></li></ul>\n<p>The server said: <code>454 4.7.0 Too many',
    );
  });

  test('names each wrong entry', () => {
    const summary = renderFleetSummary(makeNightly(1000));
    expect(summary).toContain('Entry 12, key <code>port</code>');
    expect(summary).toContain('Entry 512, key <code>port</code>');
  });

  test.each([100_000, 30_000, 12_000])(
    'within %d bytes drops accounts, never the counts',
    (max) => {
      const results = makeNightly(3000);
      const summary = renderFleetSummary(results, max);
      expect(Buffer.byteLength(summary)).toBeLessThanOrEqual(max);
      expect(summary).toContain('of 3,000 accounts failed');
      expect(summary).toMatch(/Omitted to stay within .*size limit: .*2,665 accounts that passed/);
    },
  );

  test('stays within its limit when every account is a group of its own with long texts', () => {
    const long = `535 5.7.8 ${'<&"é'.repeat(400)}`;
    const results = Array.from({ length: 1500 }, (_, n) =>
      makeResult({
        host: `${'h'.repeat(60)}${n}.example`,
        username: '<"'.repeat(200),
        reply: long,
      }),
    );
    const summary = renderFleetSummary(results);
    expect(Buffer.byteLength(summary)).toBeLessThanOrEqual(MAX_SUMMARY_BYTES);
    expect(summary).toContain('and 1,480 accounts at other hosts');
  });

  test('holds no markup, blank line or command from outside', () => {
    fc.assert(
      fc.property(fc.array(hostile, { minLength: 2, maxLength: 20 }), (results) => {
        const summary = renderFleetSummary(results);
        expect(summary).not.toMatch(/\n\s*\n|##\[|\r/);
        expect(
          summary.replace(
            /<\/?(h2|h3|table|tr|th|td|b|br|p|code|details|summary|ul|li)( align="left")?>/g,
            '',
          ),
        ).not.toMatch(/[<>]/);
      }),
    );
  });
});

describe('annotations of many accounts', () => {
  test('are at most ten, errors by cause and host, the rest counted', () => {
    const annotations = annotateFleet(makeNightly(5000));
    expect(annotations).toHaveLength(MAX_ANNOTATIONS);
    expect(annotations[0]?.message).toMatch(
      /^250 accounts at smtp4.* Next step: Wait .*\nThe server said: 454 4.7.0 Too many login attempts/,
    );
    expect(annotations.at(-1)?.message).toMatch(
      /^\d+ more causes and hosts, with \d+ accounts, are in the job summary/,
    );
  });

  test('name every wrong entry in one', () => {
    const details = ['Entry 2, key "port": wrong.', 'Entry 5, key "pasword": unknown.'];
    const wrong = details.map((message, n) =>
      makeResult({
        host: `h${n}.example`,
        faults: [{ input: 'port', kind: 'invalid', message, title: '' }],
      }),
    );
    const [error, ...others] = annotateFleet([makeResult(), ...wrong]);
    expect(others).toEqual([]);
    for (const detail of details) expect(error?.message).toContain(detail);
  });

  test('warn once of a certificate that ends soon, however many accounts use it', () => {
    const results = Array.from({ length: 30 }, () => makeResult({ certificateEndsInDays: 3 }));
    expect(annotateFleet(results)).toHaveLength(1);
  });
});

describe('report-json', () => {
  test('fits its schema, whatever the server says', () => {
    fc.assert(
      fc.property(fc.array(hostile, { maxLength: 10 }), (results) => {
        expect(fitsSchema(JSON.parse(json(results)))).toBe(true);
      }),
    );
    expect(JSON.parse(json([]))).toEqual([]);
  });

  test('the schema refuses what is not a result', () => {
    const [good] = JSON.parse(json([makeResult()])) as [Record<string, unknown>];
    expect(fitsSchema([{ ...good, verdict: 'fine' }])).toBe(false);
    expect(fitsSchema([{ ...good, password: 'x' }])).toBe(false);
    expect(fitsSchema(good)).toBe(false);
  });

  test('of an account that was skipped says that it was not tried', () => {
    const [report] = JSON.parse(json([makeResult({ skipped: SKIPPED })])) as [{ attempts: number }];
    expect(report.attempts).toBe(0);
  });
});

describe('report-junit', () => {
  test('fits the schema of Jenkins', async () => {
    const xml = [...renderJunit(makeNightly(300))].join('');
    expect(await xmlFaults(xml)).toEqual([]);
    expect(await xmlFaults(xml.replace('<testcase name=', '<testcase title='))).not.toEqual([]);
  });

  test('is XML whatever the server says', async () => {
    const samples = fc.sample(hostile, 200);
    expect(await xmlFaults([...renderJunit(samples)].join(''))).toEqual([]);
  });

  test('tells refused credentials from logins that could not be judged', () => {
    const pieces = renderJunit([
      makeResult(),
      makeResult({ reply: '535 5.7.8 no & <b>' }),
      makeResult({ problem: 'timed-out' }),
      makeResult({ reply: '535 5.7.8 Invalid password', expect: 'rejected' }),
      makeResult({ expect: 'rejected' }),
    ]);
    const xml = [...pieces].join('');
    expect(xml).toMatch(/<testsuites name="smtp-auth-check" tests="5" failures="2" errors="1"/);
    expect(xml).toContain(
      '<failure type="credential-refused" message="rejected (535 5.7.8) at auth">',
    );
    expect(xml).toContain('<error type="timed-out"');
    expect(xml).toContain('no &amp; &lt;b&gt;');
  });
});

describe('outputs of many accounts', () => {
  test('are those of the worst, with the counts', () => {
    const outputs = toOutputs([
      makeResult(),
      makeResult({ reply: '535 5.7.8 no' }),
      makeResult({ problem: 'timed-out' }),
    ]);
    expect(outputs).toMatchObject({ verdict: 'timeout', total: '3', accepted: '1', failed: '2' });
  });

  test('"results" has all while they fit, then those that failed', () => {
    expect(JSON.parse(toOutputs(makeNightly(200)).results)).toHaveLength(200);
    const { results } = toOutputs(makeNightly(5000));
    const reports = JSON.parse(results) as { passed: boolean }[];
    expect(Buffer.byteLength(results)).toBeLessThan(900_001);
    expect(reports.map(({ passed }) => passed)).toEqual(Array.from({ length: 557 }, () => false));
    expect(fitsSchema(reports)).toBe(true);
  });

  test('of an empty shard give no verdict', () => {
    expect(toOutputs([])).toMatchObject({ verdict: '', total: '0', failed: '0', results: '[]' });
  });
});

test('failures are grouped by cause and host, with an example that was tried', () => {
  const skipped = makeResult({ skipped: SKIPPED });
  const tried = makeResult({ reply: '454 4.7.0 slow down' });
  const [group, ...others] = groupFailures([skipped, makeResult(), tried, skipped]);
  expect(others).toEqual([]);
  expect(group).toMatchObject({ cause: 'throttled', host: 'smtp.example.com', members: [0, 2, 3] });
  expect(group?.example).toBe(tried);
});
