import { printable } from '../safety/printable.ts';
import type { Report } from './json.ts';

/** A metric, and its value for an account; undefined where there is none. */
interface Metric {
  readonly name: string;
  readonly help: string;
  /** The end of the name, as OpenMetrics wants it. */
  readonly unit?: string;
  readonly value: (report: Report, now: number) => number | undefined;
  readonly labels?: (report: Report) => Labels;
}

type Labels = readonly (readonly [name: string, value: string])[];

const METRICS: readonly Metric[] = [
  {
    name: 'smtp_auth_check_passed',
    help: 'Whether the server gave the expected answer.',
    value: ({ passed }) => (passed ? 1 : 0),
  },
  {
    name: 'smtp_auth_check_result',
    help: 'The verdict and its cause; always 1.',
    value: () => 1,
    labels: ({ verdict, cause }) => [
      ['verdict', verdict],
      ['cause', cause],
    ],
  },
  {
    name: 'smtp_auth_check_duration_seconds',
    help: 'How long the last attempt took.',
    unit: 'seconds',
    value: ({ durationMs }) => durationMs / 1000,
  },
  {
    name: 'smtp_auth_check_attempts',
    help: 'Connections begun for this account.',
    value: ({ attempts }) => attempts,
  },
  {
    name: 'smtp_auth_check_certificate_expiry_timestamp_seconds',
    help: "When the server's certificate expires.",
    unit: 'seconds',
    value: ({ certificateExpires }) =>
      certificateExpires === null ? undefined : Date.parse(certificateExpires) / 1000,
  },
  {
    name: 'smtp_auth_check_timestamp_seconds',
    help: 'When the results were written.',
    unit: 'seconds',
    value: (_, now) => now / 1000,
  },
];

/**
 * The results for Prometheus: a text that is OpenMetrics and also the older text format, which the textfile collector of
 * the node exporter reads. So there are gauges only, and no timestamps but as values. Texts are made safe once more, since
 * reports may come from files.
 *
 * @param now milliseconds since 1970
 */
export function renderPrometheus(reports: readonly Report[], now = Date.now()): string {
  const accounts = nameAccounts(reports);
  const families = METRICS.map(({ name, help, unit, value, labels }) => {
    const series = reports.flatMap((report, index) => {
      const number = value(report, now);
      if (number === undefined) return [];
      const all = [...(accounts[index] ?? []), ...(labels?.(report) ?? [])];
      return [`${name}{${all.map(renderLabel).join(',')}} ${number}`];
    });
    const head = [`# HELP ${name} ${help}`, `# TYPE ${name} gauge`];
    if (unit !== undefined) head.push(`# UNIT ${name} ${unit}`);
    return series.length === 0 ? [] : [...head, ...series];
  });
  return `${[...families.flat(), '# EOF'].join('\n')}\n`;
}

/** What identifies each account. One that is listed again gets a number, since a series must not be there twice. */
function nameAccounts(reports: readonly Report[]): Labels[] {
  const seen = new Map<string, number>();
  return reports.map(({ host, port, name }) => {
    const labels: Labels = [
      ['host', printable(host)],
      ['port', String(port)],
      ['username', printable(name)],
    ];
    const key = JSON.stringify(labels);
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return count === 1 ? labels : [...labels, ['entry', String(count)]];
  });
}

/** OpenMetrics, "Escaping": backslash, quotation mark and line feed. */
function renderLabel([name, value]: readonly [string, string]): string {
  const escaped = value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');
  return `${name}="${escaped}"`;
}
