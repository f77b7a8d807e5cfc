import type { Checked } from '../model/diagnosis.ts';
import { VERDICTS } from '../model/verdict.ts';
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

/**
 * For several results the single-valued outputs are those of the worst one. They are empty when this
 * shard has no account: nothing was checked, so no verdict is given.
 */
export function toOutputs(results: readonly Checked[]): Record<Output, string> {
  return {
    ...worstOutputs(results),
    total: String(results.length),
    accepted: String(results.filter((result) => result.diagnosis.verdict === 'accepted').length),
    failed: String(results.filter((result) => !result.diagnosis.passed).length),
    results: renderResults(results),
  };
}

type ResultOutput = Exclude<Output, 'total' | 'accepted' | 'failed' | 'results'>;

function worstOutputs(results: readonly Checked[]): Record<ResultOutput, string> {
  const [first] = results;
  if (!first) return NO_RESULT;
  const worst = results.reduce((a, b) => (rank(b) > rank(a) ? b : a), first);
  const { diagnosis, stage, reply, mechanism, tls, durationMs } = worst;
  return {
    verdict: diagnosis.verdict,
    cause: diagnosis.cause,
    stage: stage ?? '',
    code: reply ? String(reply.code) : '',
    'enhanced-code': reply?.enhanced ?? '',
    mechanism: mechanism ?? '',
    'tls-version': tls?.version ?? '',
    'tls-cipher': tls?.cipher ?? '',
    'certificate-expires': tls?.validTo.toISOString() ?? '',
    'duration-ms': String(Math.round(durationMs)),
  };
}

const NO_RESULT: Record<ResultOutput, string> = {
  verdict: '',
  cause: '',
  stage: '',
  code: '',
  'enhanced-code': '',
  mechanism: '',
  'tls-version': '',
  'tls-cipher': '',
  'certificate-expires': '',
  'duration-ms': '',
};

/** GitHub takes at most 1 MiB of outputs from a job ("Usage limits"), so the others need room too. */
const MAX_RESULTS_BYTES = 900_000;

/** The results as JSON; where that is too long, those that failed, and of these as many as fit. */
function renderResults(results: readonly Checked[]): string {
  const all = fitting(results);
  if (all.length === results.length) return `[${all.join(',')}]`;
  return `[${fitting(results.filter((result) => !result.diagnosis.passed)).join(',')}]`;
}

/** As many of the first results as fit, each as JSON. */
function fitting(results: readonly Checked[]): string[] {
  let left = MAX_RESULTS_BYTES;
  const texts: string[] = [];
  for (const result of results) {
    const text = JSON.stringify(toReport(result));
    left -= Buffer.byteLength(text) + 1;
    if (left < 0) break;
    texts.push(text);
  }
  return texts;
}

function rank({ diagnosis }: Checked): number {
  return VERDICTS.indexOf(diagnosis.verdict);
}
