import fc from 'fast-check';
import { renderPrometheus } from '../../src/report/prometheus.ts';
import { createFailure, createRefusal, createResult, TLS } from '../support/results.ts';
import { HAS_PYTHON, parseMetrics, type Sample } from './foreign.ts';

const NOW = Date.parse('2026-11-29T12:00:00Z');
// Where the client is missing, the name of the skipped tests says so.
const describeWithPython = HAS_PYTHON ? describe : describe.skip;

const valuesOf = (samples: readonly Sample[], name: string): number[] =>
  samples.filter(([each]) => each === `smtp_auth_check_${name}`).map(([, , value]) => value);

describeWithPython(
  'report-prometheus for the Python client (needs python3-prometheus-client)',
  () => {
    it('is read by both parsers of the Python client', () => {
      const samples = parseMetrics(
        renderPrometheus(
          [createResult(), createRefusal('535 5.7.8 No'), createFailure('input-invalid')],
          NOW,
        ),
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
      const samples = parseMetrics(renderPrometheus(results, NOW));
      const read = samples.filter(([name]) => name === 'smtp_auth_check_passed');
      expect(read.map(([, { username }]) => username)).toEqual(names);
    });
  },
);

describe('report-prometheus', () => {
  it('has each series once, when an account is listed twice', () => {
    const lines = renderPrometheus([createResult(), createResult()], NOW).split('\n');
    const series = lines.filter((line) => line !== '' && !line.startsWith('#'));
    const keys = series.map((line) => line.slice(0, line.lastIndexOf('}')));
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('has one line for each series, whatever a name holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (username) => {
        const text = renderPrometheus([createResult({ account: { username } })], NOW);
        for (const line of text.trimEnd().split('\n'))
          expect(line).toMatch(/^(#|smtp_auth_check_\w+\{)/);
        expect(text).toMatch(/\n# EOF\n$/);
      }),
    );
  });

  it('has no metric without a value', () => {
    expect(renderPrometheus([createFailure('timed-out')], NOW)).not.toContain('NaN');
    expect(renderPrometheus([], NOW)).toBe('# EOF\n');
  });
});
