import { ALWAYS_FAIL } from '../model/proof.ts';
import { STAGES, VERDICTS } from '../model/verdict.ts';
import type { Report } from './json.ts';

/** A text that is not a report. Its message is a sentence that says where, and repeats nothing of the text. */
export class ReportError extends Error {
  override readonly name = 'ReportError';
}

/** Whether a value is what it should be. */
type Check = (value: unknown) => boolean;

const isText: Check = (value) => typeof value === 'string';
const isFilled: Check = (value) => typeof value === 'string' && value !== '';
const isFlag: Check = (value) => typeof value === 'boolean';
const matches =
  (pattern: RegExp): Check =>
  (value) =>
    typeof value === 'string' && pattern.test(value);
const isOneOf =
  (values: readonly string[]): Check =>
  (value) =>
    typeof value === 'string' && values.includes(value);
const isWhole =
  (min: number, max = Infinity): Check =>
  (value) =>
    Number.isInteger(value) && Number(value) >= min && Number(value) <= max;
const orNull =
  (check: Check): Check =>
  (value) =>
    value === null || check(value);

/** What docs/results.schema.json says of each member; a test compares the two. */
const MEMBERS: Readonly<Record<keyof Report, Check>> = {
  host: isText,
  port: isWhole(0, 65535),
  proxy: orNull(isText),
  name: isText,
  username: isText,
  verdict: isOneOf(VERDICTS),
  passed: isFlag,
  tolerated: isFlag,
  cause: matches(/^[a-z0-9-]+$/),
  stage: orNull(isOneOf(STAGES)),
  code: orNull(isWhole(200, 599)),
  enhancedCode: orNull(matches(/^[245]\.\d{1,3}\.\d{1,3}$/)),
  serverSaid: isText,
  meaning: isFilled,
  nextStep: isFilled,
  mechanism: orNull(isText),
  tlsVersion: orNull(isText),
  tlsCipher: orNull(isText),
  certificateExpires: orNull(matches(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/)),
  durationMs: isWhole(0),
  attempts: isWhole(0, 11),
};

/**
 * Reads a document that `renderJson` wrote.
 *
 * @throws ReportError for everything else
 */
export function parseReports(text: string): Report[] {
  const document = parseJson(text);
  if (!Array.isArray(document)) throw new ReportError('the JSON is not a list of results.');
  document.forEach((item: unknown, index) => {
    const fault = faultOf(item);
    if (fault !== undefined) throw new ReportError(`result ${index + 1} ${fault}.`);
  });
  return document as Report[];
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ReportError('the JSON is cut off or damaged.');
  }
}

function faultOf(item: unknown): string | undefined {
  if (typeof item !== 'object' || item === null || Array.isArray(item)) return 'is not an object';
  const members = new Map<string, unknown>(Object.entries(item));
  for (const [name, check] of Object.entries(MEMBERS)) {
    if (!members.has(name)) return `has no "${name}"`;
    if (!check(members.get(name))) return `has a wrong "${name}"`;
  }
  if (members.size > Object.keys(MEMBERS).length) return 'has a member that is not documented';
  return contradictionOf(item as Report);
}

/** Only these can be what was expected. */
const CAN_PASS: ReadonlySet<string> = new Set(['accepted', 'rejected']);

/** What keeps a result green must be possible. */
function contradictionOf({ passed, tolerated, verdict }: Report): string | undefined {
  if (passed && !CAN_PASS.has(verdict)) return 'passed, but its verdict cannot pass';
  if (!tolerated) return undefined;
  return passed || ALWAYS_FAIL.has(verdict) ? 'is tolerated, but it cannot be' : undefined;
}
