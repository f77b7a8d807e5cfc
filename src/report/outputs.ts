import { causeOf } from '../diagnosis/explain.ts';
import { meetsExpectation } from '../expectation.ts';
import { type Result, VERDICTS } from '../smtp/result.ts';
import { toReport } from './json.ts';

/** The outputs of the action, in the order of action.yml. All but `results` are enumerated or numeric. */
export const OUTPUTS = [
  'verdict',
  'cause',
  'stage',
  'code',
  'enhanced-code',
  'mechanism',
  'tls-version',
  'tls-cipher',
  'certificate-expires',
  'duration-ms',
  'total',
  'accepted',
  'failed',
  'results',
] as const;

export type Output = (typeof OUTPUTS)[number];

/** For several results the single-valued outputs are those of the worst one. */
export function toOutputs(results: readonly [Result, ...Result[]]): Record<Output, string> {
  const worst = results.reduce((a, b) => (rank(b) > rank(a) ? b : a));
  const { verdict, stage, reply, mechanism, tls, durationMs } = worst;
  return {
    verdict,
    cause: causeOf(worst),
    stage: stage ?? '',
    code: reply ? String(reply.code) : '',
    'enhanced-code': reply?.enhanced ?? '',
    mechanism: mechanism ?? '',
    'tls-version': tls?.version ?? '',
    'tls-cipher': tls?.cipher ?? '',
    'certificate-expires': tls?.validTo.toISOString() ?? '',
    'duration-ms': String(Math.round(durationMs)),
    total: String(results.length),
    accepted: String(results.filter((result) => result.verdict === 'accepted').length),
    failed: String(results.filter((result) => !meetsExpectation(result)).length),
    results: JSON.stringify(results.map(toReport)),
  };
}

function rank({ verdict }: Result): number {
  return VERDICTS.indexOf(verdict);
}
