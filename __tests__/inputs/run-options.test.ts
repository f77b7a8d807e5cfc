import { type RawRun, RUN_DEFAULTS } from '../../src/inputs/names.ts';
import { InputError } from '../../src/inputs/reader.ts';
import { parseRunOptions } from '../../src/inputs/run-options.ts';

function faults(given: Partial<RawRun>): readonly string[] {
  try {
    parseRunOptions({ ...RUN_DEFAULTS, ...given });
    return [];
  } catch (error) {
    return error instanceof InputError ? error.faults.map(({ message }) => message) : [];
  }
}

/** Bug: the second report took the place of the first one, and a report that of the list with its passwords. */
test.each<[Partial<RawRun>, string]>([
  [
    { 'report-json': 'out/report', 'report-junit': './out/report' },
    'Input "report-junit" names the same file as "report-json", and would overwrite it.',
  ],
  [
    { 'report-json': 'out//report', 'report-junit': 'out/old/../report' },
    'Input "report-junit" names the same file as "report-json", and would overwrite it.',
  ],
  [
    { accounts: 'accounts.yml', 'report-prometheus': 'accounts.yml' },
    'Input "report-prometheus" names the same file as "accounts", and would overwrite it.',
  ],
])('%j is refused', (given, message) => {
  expect(faults(given)).toEqual([message]);
});

test('reports in different files, and reports that nobody wants, are no conflict', () => {
  const paths = { 'report-json': 'a.json', 'report-junit': 'a.xml', 'report-prometheus': 'a.prom' };
  expect(faults({ accounts: 'a.yml', ...paths })).toEqual([]);
  expect(faults({ 'report-json': '/dev/null', 'report-junit': '/dev/null' })).toEqual([]);
});
