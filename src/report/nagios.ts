import type { Checked } from '../model/diagnosis.ts';
import { failsRun, runPasses } from '../model/proof.ts';
import { annotateWarnings } from './annotations.ts';
import { countStatuses } from './status.ts';
import { daysLeft, wordResult } from './wording.ts';

/**
 * The answer of a monitoring plugin, by the Monitoring Plugins Development Guidelines
 * (https://www.monitoring-plugins.org/doc/guidelines.html): a status, one line with performance data, and for a list a
 * line more for each account that needs attention.
 */
export interface NagiosAnswer {
  readonly status: NagiosStatus;
  readonly text: string;
}

/** Best first: a list has the worst one of its accounts. UNKNOWN is 3 and still less urgent than CRITICAL. */
const STATES = ['OK', 'WARNING', 'UNKNOWN', 'CRITICAL'] as const;

type State = (typeof STATES)[number];

const STATUS = { OK: 0, WARNING: 1, CRITICAL: 2, UNKNOWN: 3 } as const satisfies Record<
  State,
  number
>;

export type NagiosStatus = (typeof STATUS)[State];

/** Nagios reads 8 KiB of a plugin (MAX_PLUGIN_OUTPUT_LENGTH). */
const MAX_BYTES = 8000;

/**
 * @param results of a single account with all its stages
 * @param accounts how many results there should be
 * @param isWritten whether every report that was asked for was written
 */
export function answerNagios(
  results: readonly Checked[],
  accounts: number,
  isWritten: boolean,
): NagiosAnswer {
  const states = results.map(stateOf);
  // The last word belongs to the proof of the whole run, as for every exit status of this program.
  const whole: State[] = runPasses(results, accounts) || results.some(failsRun) ? [] : ['UNKNOWN'];
  if (results.length === 0) whole.push('UNKNOWN');
  if (!isWritten) whole.push('WARNING');
  const state = worstOf([...states, ...whole]);
  const [only] = results;
  const text = only && results.length === 1 ? single(state, only) : list(state, results, states);
  return { status: STATUS[state], text };
}

function worstOf(states: readonly State[]): State {
  return STATES[Math.max(0, ...states.map((state) => STATES.indexOf(state)))] ?? 'UNKNOWN';
}

/**
 * Wrong inputs and faults of this program are UNKNOWN; a server that asks to wait is a WARNING. Everything else that
 * fails is CRITICAL, a timeout too: the guidelines keep UNKNOWN for what is inside of the plugin.
 */
function stateOf(result: Checked): State {
  const { verdict } = result.diagnosis;
  if (!failsRun(result)) {
    const isQuiet = result.diagnosis.passed && annotateWarnings(result).length === 0;
    return isQuiet ? 'OK' : 'WARNING';
  }
  if (verdict === 'config' || verdict === 'cancelled') return 'UNKNOWN';
  return verdict === 'temporary' ? 'WARNING' : 'CRITICAL';
}

function single(state: State, result: Checked): string {
  return `SMTP LOGIN ${state} - ${describe(result)}|${performance(result)}\n`;
}

function list(state: State, results: readonly Checked[], states: readonly State[]): string {
  const { passed, tolerated, failed } = countStatuses(results);
  const head = `SMTP LOGIN ${state} - ${results.length} accounts: ${passed} as expected, ${failed} failed, ${tolerated} tolerated`;
  const lines = [`${head}|${performanceOfList(results)}`];
  let left = MAX_BYTES - Buffer.byteLength(lines[0] ?? '');
  let omitted = 0;
  // The worst first, since a monitoring system cuts the end.
  const order = states.map((each, index) => [STATES.indexOf(each), index] as const);
  for (const [rank, index] of order.sort(([a], [b]) => b - a)) {
    const result = results[index];
    if (!result || rank === 0) continue;
    const line = `${STATES[rank] ?? ''} - ${describe(result)}`;
    left -= Buffer.byteLength(line) + 1;
    if (left > 0) lines.push(line);
    else omitted += 1;
  }
  return `${lines.join('\n')}${omitted > 0 ? `\nand ${omitted} more` : ''}\n`;
}

function describe(result: Checked): string {
  const words = wordResult(result);
  const who = words.name === '' ? words.endpoint : `${words.name} at ${words.endpoint}`;
  const why = words.status === 'passed' ? [] : [words.meaning, `Next step: ${words.nextStep}`];
  const warnings = annotateWarnings(result).map(({ message }) => `Warning: ${message}`);
  return escape([`${words.headline}: ${who}.`, ...words.faults, ...why, ...warnings].join(' '));
}

/** A bar begins the performance data, wherever it stands; a line ends the text. */
function escape(text: string): string {
  return text.replaceAll('|', '\\x7c').replaceAll(/\s*[\r\n]\s*/g, ' ');
}

/** The time of each stage in seconds, and the days that the server's certificate has left. */
function performance(result: Checked): string {
  const times = new Map<string, number>();
  for (const { stage, durationMs } of result.stages) {
    times.set(stage, (times.get(stage) ?? 0) + durationMs);
  }
  const stages = [...times].map(([stage, ms]) => `${stage}=${seconds(ms)}s;;;0`);
  return [`time=${seconds(result.durationMs)}s;;;0`, ...stages, ...certificate([result])].join(' ');
}

function performanceOfList(results: readonly Checked[]): string {
  const { passed, tolerated, failed } = countStatuses(results);
  const most = results.length;
  const slowest = Math.max(0, ...results.map(({ durationMs }) => durationMs));
  return [
    `accounts=${most};;;0`,
    ...[`passed=${passed};;;0;${most}`, `failed=${failed};;;0;${most}`],
    `tolerated=${tolerated};;;0;${most}`,
    `slowest=${seconds(slowest)}s;;;0`,
    ...certificate(results),
  ].join(' ');
}

/** Of the certificate that expires first. */
function certificate(results: readonly Checked[]): string[] {
  const days = results.flatMap(({ tls }) => (tls ? [daysLeft(tls.validTo)] : []));
  return days.length === 0 ? [] : [`certificate_days=${Math.min(...days)};;`];
}

function seconds(ms: number): string {
  return (ms / 1000).toFixed(3);
}
