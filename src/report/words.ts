import { endpoint } from '../diagnosis/explanation.ts';
import { anchorOf, causeOf, explain } from '../diagnosis/explain.ts';
import { meetsExpectation } from '../expectation.ts';
import { type Reply, replyText } from '../smtp/reply.ts';
import type { Result } from '../smtp/result.ts';
import { printable } from './printable.ts';

/** Own sentences may hold a certificate's name or an input, so they pass through printable as well. */
const MAX_SENTENCE = 1000;

/** The texts that every report shows, safe and in one form. */
export interface Wording {
  readonly passed: boolean;
  /** `rejected (535 5.7.8) at auth` */
  readonly headline: string;
  readonly endpoint: string;
  readonly username: string;
  readonly cause: string;
  /** Where docs/troubleshooting.md says more. */
  readonly anchor: string;
  readonly meaning: string;
  readonly nextStep: string;
  /** The other side's own words, empty when it said nothing of interest. */
  readonly serverSaid: string;
}

export function wordResult(result: Result): Wording {
  const { meaning, nextStep } = explain(result);
  return {
    passed: meetsExpectation(result),
    headline: headline(result),
    endpoint: printable(endpoint(result)),
    username: printable(result.account.username),
    cause: causeOf(result),
    anchor: anchorOf(result),
    meaning: printable(meaning, MAX_SENTENCE),
    nextStep: printable(nextStep, MAX_SENTENCE),
    serverSaid: serverSaid(result),
  };
}

function headline({ verdict, reply, stage }: Result): string {
  const code = reply ? ` (${codes(reply)})` : '';
  const where = stage && verdict !== 'accepted' ? ` at ${stage}` : '';
  return `${verdict}${code}${where}`;
}

/** `535 5.7.8`: reply code and enhanced status code. */
function codes({ code, enhanced }: Reply): string {
  return enhanced === undefined ? String(code) : `${code} ${enhanced}`;
}

function serverSaid({ reply, trouble }: Result): string {
  if (reply) return printable(`${codes(reply)} ${replyText(reply)}`.trim());
  return trouble?.detail === undefined ? '' : printable(trouble.detail, MAX_SENTENCE);
}

/** Whole milliseconds; a stage of 0.4 ms took time too. */
export function milliseconds(value: number): string {
  return `${Math.max(1, Math.round(value))} ms`;
}

const DAY_MS = 86_400_000;

/** Days until `date`, negative when it is past. */
export function daysLeft(date: Date, now = Date.now()): number {
  return Math.floor((date.getTime() - now) / DAY_MS);
}
