import type { Checked } from '../../model/diagnosis.ts';
import { type Annotation, annotateWarnings } from '../annotations.ts';
import { accounts, formatCount, type FailureGroup, groupFailures, isEntryFault } from './groups.ts';
import { printable } from '../../safety/printable.ts';
import { toleranceOf } from '../status.ts';
import { wordResult } from '../wording.ts';

/** The runner keeps ten annotations of each kind per step (ExecutionContext.cs); ten in all are read. */
export const MAX_ANNOTATIONS = 10;
/** The runner cuts a message at 4,096 characters; what is to be read stands well before. */
const MAX_NAMED = 10;

/** Annotations of many results: one error for each cause and host (a warning where
 * `fail-on` leaves it out), one warning for each thing to come. */
export function annotateFleet(results: readonly Checked[]): Annotation[] {
  const errors = groupFailures(results).map((group) => ({
    annotation: toAnnotation(group, results),
    count: group.members.length,
  }));
  const all = [...errors, ...groupWarnings(results)];
  if (all.length <= MAX_ANNOTATIONS) return all.map(({ annotation }) => annotation);
  const shown = all.slice(0, MAX_ANNOTATIONS - 1);
  const hidden = all.slice(MAX_ANNOTATIONS - 1);
  const count = hidden.reduce((sum, entry) => sum + entry.count, 0);
  const message = `${hidden.length} more causes and hosts, with ${accounts(count)}, are in the job summary.`;
  const level = hidden[0]?.annotation.level ?? 'error';
  return [
    ...shown.map(({ annotation }) => annotation),
    { level, title: 'SMTP login: and more', message },
  ];
}

/** The first line says who, what and the next step: a raw log prints no titles. */
function toAnnotation(group: FailureGroup, results: readonly Checked[]): Annotation {
  const { example, members } = group;
  const named = members.slice(0, MAX_NAMED).flatMap((position) => results[position] ?? []);
  const hidden = members.length - named.length;
  const more = hidden > 0 ? [`And ${formatCount(hidden)} more.`] : [];
  const title = titleOfGroup(group);
  // What is wrong with an entry differs from entry to entry; what a server answers to one, it answers to all.
  const lines = isEntryFault(example) ? faultLines(named) : sharedLines(group, named);
  const level = group.status === 'tolerated' ? 'warning' : 'error';
  return { level, title, message: [...lines, ...more].join('\n') };
}

function titleOfGroup({ example, members }: FailureGroup): string {
  const count = members.length === 1 ? '' : ` (${accounts(members.length)})`;
  if (isEntryFault(example)) return `SMTP check not started: wrong entries in the list${count}`;
  return `${wordResult(example).title}${count}`;
}

function faultLines(wrong: readonly Checked[]): string[] {
  const [first = '', ...others] = wrong.flatMap((result) => wordResult(result).faults);
  return [`SMTP check not started: ${first}`, ...others];
}

function sharedLines(
  { host, status, example, members }: FailureGroup,
  named: readonly Checked[],
): string[] {
  const { meaning, nextStep, serverSaid, saidBy } = wordResult(example);
  const where = host === '' ? '' : ` at ${printable(host)}`;
  return [
    `${accounts(members.length)}${where}: ${meaning} Next step: ${nextStep}`,
    ...(serverSaid === '' ? [] : [`${saidBy}: ${serverSaid}`]),
    ...(status === 'tolerated' ? [toleranceOf(example)] : []),
    `Accounts: ${named.map((result) => wordResult(result).name || 'no user name').join(', ')}`,
  ];
}

/** Warnings with the same title and text are one; those with the same title only are counted. */
function groupWarnings(results: readonly Checked[]): { annotation: Annotation; count: number }[] {
  const groups = new Map<string, { annotation: Annotation; texts: Set<string>; count: number }>();
  for (const annotation of results.flatMap(annotateWarnings)) {
    const key = `${annotation.level} ${annotation.title}`;
    const group = groups.get(key) ?? { annotation, texts: new Set(), count: 0 };
    group.texts.add(annotation.message);
    group.count += 1;
    groups.set(key, group);
  }
  return [...groups.values()].map(({ annotation, texts, count }) => {
    const shown = [...texts].slice(0, MAX_NAMED);
    const more = texts.size > shown.length ? [`And ${texts.size - shown.length} more.`] : [];
    return { annotation: { ...annotation, message: [...shown, ...more].join('\n') }, count };
  });
}
