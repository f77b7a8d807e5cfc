import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { renderJson } from '../../src/report/files.ts';
import { toReport } from '../../src/report/json.ts';
import { parseReports } from '../../src/report/parse.ts';
import { makeNightly, makeResult } from '../support/fleet-results.ts';
import { createFailure, createRefusal, createResult } from '../support/results.ts';

const schema = JSON.parse(readFileSync('docs/results.schema.json', 'utf8')) as object;
const isValid = new Ajv2020({ allErrors: false, validateFormats: false }).compile(schema);

const isParsed = (document: unknown): boolean => {
  try {
    parseReports(JSON.stringify(document));
    return true;
  } catch {
    return false;
  }
};

const REPORTS = [
  createResult(),
  createResult({ account: { expect: 'rejected' } }),
  createRefusal('535 5.7.8 no'),
  createFailure('input-invalid', { stages: [], account: { host: '', port: 0, username: '' } }),
  createFailure('token-unavailable', { stage: 'token' }),
].map(toReport);

test('reads what this program writes', () => {
  const results = [...makeNightly(200), makeResult()];
  const text = [...renderJson(results)].join('');
  expect(parseReports(text)).toEqual(results.map(toReport));
  expect(parseReports('[]')).toEqual([]);
  expect(isValid(REPORTS)).toBe(true);
  expect(isParsed(REPORTS)).toBe(true);
});

test.each([
  ['cut off', '[{"host":', 'the JSON is cut off or damaged.'],
  ['an object', '{"passed":true}', 'the JSON is not a list of results.'],
  ['a list of something else', '[true]', 'result 1 is not an object.'],
  ['a list of lists', '[[]]', 'result 1 is not an object.'],
  ['an object that says only "passed"', '[{"passed":true}]', 'result 1 has no "host".'],
])('refuses what is %s, and says where', (_, text, message) => {
  expect(() => parseReports(text)).toThrow(message);
});

test('refuses a truth value in quotation marks, and a pass whose verdict cannot pass', () => {
  const [good] = REPORTS;
  expect(isParsed([good])).toBe(true);
  expect(isParsed([{ ...good, passed: 'false' }])).toBe(false);
  expect(isParsed([{ ...good, verdict: 'timeout' }])).toBe(false);
  expect(isParsed([{ ...good, verdict: 'timeout', passed: false }])).toBe(true);
  expect(isParsed([{ ...good, verdict: 'timeout', passed: false, tolerated: true }])).toBe(true);
  expect(isParsed([{ ...good, tolerated: true }])).toBe(false);
  expect(isParsed([{ ...good, verdict: 'config', passed: false, tolerated: true }])).toBe(false);
});

test('property: accepts no document that the schema refuses, and hardly less than it accepts', () => {
  const names = [...Object.keys(REPORTS[0] ?? {}), 'extra', '__proto__', 'constructor'];
  const value = fc.oneof(
    fc.constantFrom<unknown>(null, '', 0, -1, 1.5, 235, 600, 70_000, true, [], {}, 'accepted'),
    fc.constantFrom<unknown>('token', '5.7.8', '9.9.9', '2026-01-01T00:00:00.000Z', 'Ä'),
    fc.string(),
  );
  const change = fc.record({ name: fc.constantFrom(...names), value, drop: fc.boolean() });
  fc.assert(
    fc.property(fc.constantFrom(...REPORTS), change, (report, { name, value: given, drop }) => {
      const members = new Map<string, unknown>(Object.entries(report));
      if (drop) members.delete(name);
      else members.set(name, given);
      const document = [Object.fromEntries(members)];
      const wanted = isValid(JSON.parse(JSON.stringify(document)));
      // The schema does not know which date or pass makes no sense.
      const isStricter = ['certificateExpires', 'passed', 'tolerated', 'verdict'].includes(name);
      expect(isParsed(document) && !wanted).toBe(false);
      expect(wanted && !isParsed(document) && !isStricter).toBe(false);
    }),
    { numRuns: 1000 },
  );
});
