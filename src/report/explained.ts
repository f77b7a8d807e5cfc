import type { Checked } from '../model/diagnosis.ts';
import { toReport } from './json.ts';
import { field, type TerminalOptions } from './terminal.ts';
import { wordResult } from './wording.ts';

/** Whose server a refusal was taken for, where nobody said which one it is. */
export interface Assumed {
  readonly name: string;
  readonly host: string;
}

/** A refusal that was not met but pasted, as data: the fields of a report that such a text can fill. */
export function toExplanationReport(
  result: Checked,
  assumed: Assumed | undefined,
): Record<string, unknown> {
  const { verdict, cause, stage, code, enhancedCode, serverSaid, meaning, nextStep } =
    toReport(result);
  const host = result.account.host === '' ? null : result.account.host;
  return {
    ...{ verdict, cause, stage, code, enhancedCode, serverSaid, meaning, nextStep, host },
    hostIsAssumed: assumed !== undefined,
    anchor: result.diagnosis.anchor,
  };
}

/** The same for a person at a terminal. */
export function renderExplained(
  result: Checked,
  assumed: Assumed | undefined,
  options: TerminalOptions,
): string {
  const words = wordResult(result);
  const line = (label: string, text: string): string => field(label, text, options);
  const assumption = assumed
    ? [line('Assumed:', `${assumed.name} (${assumed.host}), whose words these are; ${HOST}`)]
    : [];
  return [
    words.title,
    line('Meaning:', words.meaning),
    line('Next step:', words.nextStep),
    ...(words.serverSaid === '' ? [] : [line('Server said:', words.serverSaid)]),
    line('Verdict:', `${result.diagnosis.verdict}, cause ${words.cause}`),
    ...assumption,
    '',
  ].join('\n');
}

const HOST = 'if it is another server, give --host';
