import { spawnSync } from 'node:child_process';

/** Programs of others that read our reports. Debian: libmonitoring-plugin-perl, python3-prometheus-client. */

/** A label of performance data with its value and unit, as the Monitoring Plugins project's own library reads it. */
const PERL = `use Monitoring::Plugin::Performance;
print join("\\n", map { $_->label . "=" . $_->value . $_->uom } Monitoring::Plugin::Performance->parse_perfstring($ARGV[0]));`;

/** Every sample as the two parsers of the Python client read it; both must agree. */
const PYTHON = `import sys, json
from prometheus_client import parser
from prometheus_client.openmetrics import parser as openmetrics
text = sys.stdin.read()
read = lambda p: [[s.name, s.labels, s.value] for f in p.text_string_to_metric_families(text) for s in f.samples]
old, new = read(parser), read(openmetrics)
assert old == new, (old, new)
print(json.dumps(new))`;

function works(program: string, ...args: string[]): boolean {
  return spawnSync(program, args).status === 0;
}

export const HAS_PERL = works('perl', '-MMonitoring::Plugin::Performance', '-e', '1');
/** The Python that has the client: a version manager may stand before Debian's own. */
const PYTHON3 = ['python3', '/usr/bin/python3'].find((program) =>
  works(program, '-c', 'import prometheus_client'),
);
export const HAS_PYTHON = PYTHON3 !== undefined;

function run(program: string, args: readonly string[], input = ''): string {
  const { status, stdout, stderr } = spawnSync(program, args, { input, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return stdout;
}

export function parsePerformance(text: string): Map<string, string> {
  const lines = run('perl', ['-e', PERL, text]).split('\n');
  return new Map(lines.map((line) => line.split('=') as [string, string]));
}

export type Sample = [name: string, labels: Record<string, string>, value: number];

export function parseMetrics(text: string): Sample[] {
  return JSON.parse(run(PYTHON3 ?? '', ['-c', PYTHON], text)) as Sample[];
}
