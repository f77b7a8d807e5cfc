import type { Cause } from '../model/cause.ts';
import type { Checked } from '../model/diagnosis.ts';
import type { InputFault } from '../model/failure.ts';
import { replyCodes, replyText } from '../model/reply.ts';
import { endpoint } from '../model/subject.ts';
import { printable } from '../safety/printable.ts';
import { type Status, statusOf } from './status.ts';
import { titleOf } from './titles.ts';

/** Own sentences may hold a certificate's name or an input, so they pass through printable as well. */
export const MAX_SENTENCE = 1000;

/** Of a part of a list in which there is no account. */
export const EMPTY_SHARD = 'This shard has no accounts, so there was nothing to check.';

/** The texts that every report shows, safe and in one form. */
export interface Wording {
  readonly status: Status;
  /** `rejected (535 5.7.8) at auth` */
  readonly headline: string;
  /** `SMTP login rejected: wrong credentials (535 5.7.8)`; holds no name, which a title could not mask. */
  readonly title: string;
  readonly endpoint: string;
  /** The account's name, or its user name where it has none; may be empty. */
  readonly name: string;
  readonly cause: string;
  /** Where docs/troubleshooting.md says more. */
  readonly anchor: string;
  /** What happened; the machine's name for it comes last, in brackets. */
  readonly meaning: string;
  readonly nextStep: string;
  /** The other side's own words, empty when it said nothing of interest. */
  readonly serverSaid: string;
  /** Says who said them: `The server said`. */
  readonly saidBy: string;
  /** What is wrong with the inputs, a sentence each; empty unless that is why nothing was tried. */
  readonly faults: readonly string[];
}

export function wordResult(result: Checked): Wording {
  const { cause, anchor, meaning, nextStep, onGitHub = '' } = result.diagnosis;
  return {
    status: statusOf(result),
    headline: headline(result),
    title: printable(titleOf(result)),
    endpoint: printable(endpoint(result)),
    name: printable(result.account.name ?? result.account.username),
    cause,
    anchor,
    meaning: printable(`${meaning}${constant(result)}`, MAX_SENTENCE),
    nextStep: printable(`${nextStep} ${onGitHub}`.trim(), MAX_SENTENCE),
    serverSaid: serverSaid(result),
    saidBy: saidBy(result),
    faults: faultsOf(result).map(({ message }) => printable(message, MAX_SENTENCE)),
  };
}

function faultsOf({ failure }: Checked): readonly InputFault[] {
  return failure?.faults ?? [];
}

function headline({ diagnosis: { verdict }, reply, stage }: Checked): string {
  const code = reply ? ` (${replyCodes(reply)})` : '';
  const where = stage && verdict !== 'accepted' ? ` at ${stage}` : '';
  return `${verdict}${code}${where}`;
}

/** Causes in which the peer said something that was not a reply. */
const UNREADABLE: ReadonlySet<Cause> = new Set(['not-smtp', 'malformed-reply']);

function serverSaid(result: Checked): string {
  const { reply, failure, diagnosis } = result;
  if (reply) return printable(`${replyCodes(reply)} ${replyText(reply)}`.trim());
  const isSaid = UNREADABLE.has(diagnosis.cause) || isOfTokenEndpoint(result);
  return isSaid ? printable(failure?.detail ?? '', MAX_SENTENCE) : '';
}

function saidBy(result: Checked): string {
  if (!isOfTokenEndpoint(result)) return 'The server said';
  const { party } = result.failure?.token ?? {};
  return party === 'github' ? 'Reply of GitHub' : 'Reply of the token endpoint';
}

/** An HTTP status means that the token endpoint answered. */
function isOfTokenEndpoint({ failure }: Checked): boolean {
  return failure?.token?.status !== undefined;
}

/** The machine's name for what happened, such as ` (ECONNREFUSED)`, or our own words for it. */
function constant(result: Checked): string {
  const { reply, failure, diagnosis } = result;
  if (reply || failure?.faults || UNREADABLE.has(diagnosis.cause)) return '';
  const own = isOfTokenEndpoint(result) ? '' : (failure?.detail ?? '');
  const name = failure?.code ?? own;
  return name === '' || diagnosis.meaning.includes(`(${name})`) ? '' : ` (${name})`;
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
