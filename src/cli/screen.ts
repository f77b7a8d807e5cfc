import { isatty } from 'node:tty';
import type { Checked } from '../model/diagnosis.ts';
import { countStatuses, statusOf } from '../report/status.ts';
import { renderLine, renderTerminal, type TerminalOptions } from '../report/terminal.ts';
import { reasonOf } from '../report/titles.ts';
import { EMPTY_SHARD } from '../report/wording.ts';
import { flagNaming, speakFlags } from './flag-naming.ts';
import type { CliOptions } from './options.ts';
import { ProgressLine } from './progress.ts';

/** What a person sees while the checks run: the results as they become known, and how far a list is. */
export class Screen {
  readonly total: number;
  readonly #options: CliOptions;
  readonly #progress: ProgressLine | undefined;

  /** @param total how many results there will be */
  constructor(total: number, options: CliOptions) {
    this.total = total;
    this.#options = options;
    this.#progress = watch(total, options);
  }

  /** Shows a result: what failed is told in full when all are known, a single one and one that passed at once. */
  show(result: Checked): void {
    this.#progress?.note(result);
    if (isForProgram(this.#options)) return;
    const options = terminalOptions(this.#options);
    const isLater = this.total > 1 && statusOf(result) !== 'passed';
    process.stdout.write(isLater ? renderLine(result, options) : renderTerminal(result, options));
  }

  end(): void {
    this.#progress?.end();
  }
}

/** What failed, in full, and a last line that says everything. Of a single account everything has been said. */
export function renderEnd(results: readonly Checked[], options: TerminalOptions): string {
  if (results.length === 0) return `${EMPTY_SHARD}\n`;
  if (results.length === 1) return '';
  const unmet = results.filter((result) => statusOf(result) !== 'passed');
  const texts = unmet.map((result) => `\n${renderTerminal(result, options)}`);
  const gap = unmet.length > 0 ? '\n' : '';
  return `${texts.join('')}${gap}${lastLine(results)}\n`;
}

/** `3 accounts: 2 as expected, 1 failed (1 wrong user name or password)` */
function lastLine(results: readonly Checked[]): string {
  const { passed, tolerated, failed } = countStatuses(results);
  const more = tolerated > 0 ? `, ${tolerated} tolerated by --fail-on` : '';
  const reasons = new Map<string, number>();
  for (const result of results) {
    if (statusOf(result) !== 'failed') continue;
    const reason = reasonOf(result);
    reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  }
  const list = [...reasons].sort(([, a], [, b]) => b - a).map(([reason, n]) => `${n} ${reason}`);
  const why = list.length === 0 ? '' : ` (${list.join(', ')})`;
  return `${results.length} accounts: ${passed} as expected, ${failed} failed${why}${more}`;
}

/** How results are shown to a person. */
export function terminalOptions(options: CliOptions): TerminalOptions {
  const naming = flagNaming(options);
  const { columns, isTTY } = process.stdout;
  return {
    colour: wantsColour(),
    verbose: options.output === 'verbose',
    ...(isTTY && columns > 0 && { width: columns }),
    speak: (sentence) => speakFlags(sentence, naming),
  };
}

function isForProgram({ output }: CliOptions): boolean {
  return output === 'json' || output === 'nagios' || output === 'quiet';
}

/** Standard error is looked at without opening it, which takes longer than the rest of the start. */
function watch(total: number, { output }: CliOptions): ProgressLine | undefined {
  const isWatched = output !== 'quiet' && isatty(2) && process.env['TERM'] !== 'dumb';
  if (!isWatched) return undefined;
  return new ProgressLine(total, process.stderr);
}

/** Colour for a person only; no-color.org: NO_COLOR counts when it is not empty. */
function wantsColour(): boolean {
  const { NO_COLOR: no = '', TERM: terminal } = process.env;
  return process.stdout.isTTY && no === '' && terminal !== 'dumb';
}
