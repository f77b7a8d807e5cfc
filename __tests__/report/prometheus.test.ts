import fc from 'fast-check';
import type { Checked } from '../../src/model/diagnosis.ts';
import { toReport } from '../../src/report/json.ts';
import { renderPrometheus } from '../../src/report/prometheus.ts';
import { createFailure, createRefusal, createResult, TLS } from '../support/results.ts';
import { HAS_PYTHON, parseMetrics, type Sample } from './foreign.ts';

const NOW = Date.parse('2026-11-29T12:00:00Z');
const render = (results: readonly Checked[]): string =>
  renderPrometheus(results.map(toReport), NOW);

// Where the client is missing, the name of the skipped tests says so.
const describeWithPython = HAS_PYTHON ? describe : describe.skip;

const valuesOf = (samples: readonly Sample[], name: string): number[] =>
  samples.filter(([each]) => each === `smtp_auth_check_${name}`).map(([, , value]) => value);

describeWithPython(
  'report-prometheus for the Python client (needs python3-prometheus-client)',
  () => {
    it('is read by both parsers of the Python client', () => {
      const samples = parseMetrics(
        render([createResult(), createRefusal('535 5.7.8 No'), createFailure('input-invalid')]),
      );
      expect(valuesOf(samples, 'passed')).toEqual([1, 0, 0]);
      expect(valuesOf(samples, 'duration_seconds')[0]).toBe(0.412);
      expect(valuesOf(samples, 'timestamp_seconds')).toEqual(
        [NOW, NOW, NOW].map((ms) => ms / 1000),
      );
      expect(valuesOf(samples, 'certificate_expiry_timestamp_seconds')[0]).toBe(
        TLS.validTo.getTime() / 1000,
      );
      const [, labels] = samples.find(([name]) => name === 'smtp_auth_check_result') ?? [];
      expect(labels).toEqual({
        ...{ host: 'mail.example.test', port: '587', username: 'user@example.test' },
        ...{ verdict: 'accepted', cause: 'none' },
      });
    });

    it('keeps the labels of hostile names whole', () => {
      const names = ['a"b', 'c\\d', 'e\\nf', '} 1', '😀', '# EOF', '{a="b"}'];
      const results = names.map((username) => createResult({ account: { username } }));
      const samples = parseMetrics(render(results));
      const read = samples.filter(([name]) => name === 'smtp_auth_check_passed');
      expect(read.map(([, { username }]) => username)).toEqual(names);
    });
  },
);

describe('report-prometheus', () => {
  it('has each series once, when an account is listed twice', () => {
    const lines = render([createResult(), createResult()]).split('\n');
    const series = lines.filter((line) => line !== '' && !line.startsWith('#'));
    const keys = series.map((line) => line.slice(0, line.lastIndexOf('}')));
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('has one line for each series, whatever a name holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (username) => {
        const text = render([createResult({ account: { username } })]);
        const lines = text.trimEnd().split('\n');
        expect(lines.filter((line) => !/^(#|smtp_auth_check_\w+\{)/.test(line))).toEqual([]);
        expect(text).toMatch(/\n# EOF\n$/);
      }),
    );
  });

  it('has no control character of a name that a report file brings', () => {
    const report = { ...toReport(createResult()), name: 'a\u001b[31m\nb', host: 'h\r\n' };
    // eslint-disable-next-line no-control-regex -- what must not be there
    expect(renderPrometheus([report], NOW)).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
  });

  it('has no metric without a value', () => {
    expect(render([createFailure('timed-out')])).not.toContain('NaN');
    expect(render([])).toBe('# EOF\n');
  });
});
