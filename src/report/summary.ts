import type { Checked } from '../model/diagnosis.ts';
import { type TlsFacts } from '../model/observation.ts';
import type { Stage } from '../model/verdict.ts';
import { printable } from '../safety/printable.ts';
import { isComplete, renderDiagram } from './diagram.ts';
import {
  code,
  details,
  heading,
  html,
  link,
  markdownDetails,
  paragraph,
  preformatted,
  prose,
  table,
} from './html.ts';
import { renderAttempt } from './log.ts';
import { ICONS, toleranceOf } from './status.ts';
import { renderTimeline } from './timeline.ts';
import { daysLeft, wordResult, type Wording } from './wording.ts';

const MAX_NAMES = 10;
const MAX_OFFERED = 20;

export interface SummaryOptions {
  /** Address of docs/troubleshooting.md; without it nothing is linked. */
  readonly docs?: string | undefined;
}

/**
 * The job summary of one result, for a reader in a hurry: the verdict, what it means and what to do next. A picture of
 * the exchange, where the time went, facts and transcript are folded. All but the picture is HTML without blank lines,
 * which GitHub does not read as Markdown.
 */
export function renderSummary(result: Checked, options: SummaryOptions = {}): string {
  const words = wordResult(result);
  return [
    heading(`${ICONS[words.status]} ${words.title}`),
    ...opening(words, result, options),
    ...notices(result),
    ...attempts(result),
    ...picture(result),
    ...renderTimeline(result),
    ...facts(words, result),
    ...transcript(result),
    '',
  ].join('\n');
}

/** Where the picture says more than the words: the exchange got to TLS or to the login and stopped there. */
const SHOWN_OPEN: ReadonlySet<Stage> = new Set(['starttls', 'tls', 'auth']);

function picture(result: Checked): string[] {
  const { diagnosis, stage } = result;
  const isOpen = !isComplete(diagnosis) && stage !== undefined && SHOWN_OPEN.has(stage);
  const diagram = renderDiagram(result);
  return diagram.length === 0 ? [] : markdownDetails('What happened', diagram, isOpen);
}

function opening(words: Wording, result: Checked, { docs }: SummaryOptions): string[] {
  if (words.faults.length > 0) return [...wrongInputs(words, result), classes(words, result, docs)];
  const name = words.name === '' ? '' : `${code(words.name)} at `;
  const who = paragraph(`${name}${code(words.endpoint)}`);
  if (words.status === 'passed') return [who, paragraph(html(words.meaning))];
  return [
    who,
    paragraph(`<b>What it means:</b> ${html(words.meaning)}`),
    nextStep(words),
    ...(words.serverSaid === ''
      ? []
      : [paragraph(`<b>${words.saidBy}:</b> ${code(words.serverSaid)}`)]),
    ...(words.status === 'tolerated' ? [paragraph(prose(toleranceOf(result)))] : []),
    classes(words, result, docs),
  ];
}

function nextStep(words: Wording): string {
  return paragraph(`<b>👉 Next step:</b> ${html(words.nextStep)}`);
}

/** A wrong input says itself how to correct it; what makes a secret empty does not show in its name. */
function wrongInputs(words: Wording, { diagnosis }: Checked): string[] {
  const [first = '', ...others] = words.faults.map(prose);
  const list = [first, ...others].map((fault) => `<li>${fault}</li>`).join('');
  return [
    others.length === 0 ? paragraph(first) : `<ul>${list}</ul>`,
    ...(diagnosis.cause === 'secret-empty' ? [nextStep(words)] : []),
  ];
}

function classes({ cause, anchor }: Wording, { diagnosis, stage }: Checked, docs?: string): string {
  const parts = [
    `Verdict ${code(diagnosis.verdict)}`,
    `cause ${code(cause)}`,
    ...(stage === undefined ? [] : [`stage ${code(stage)}`]),
    ...(docs === undefined ? [] : [link(`${docs}#${anchor}`, 'more about it')]),
  ];
  return paragraph(parts.join(' · '));
}

function notices(result: Checked): string[] {
  return [
    ...result.inputWarnings.map(({ message }) => paragraph(`🔔 ${html(message)}`)),
    ...result.diagnosis.notices.map(({ level, title, message }) => {
      const icon = level === 'warning' ? '🔔' : '💡';
      return paragraph(`${icon} <b>${html(title)}.</b> ${html(printable(message, 1000))}`);
    }),
  ];
}

function attempts({ earlierAttempts }: Checked): string[] {
  return earlierAttempts.map((earlier, index) => paragraph(html(renderAttempt(earlier, index))));
}

function facts(words: Wording, result: Checked): string[] {
  if (result.stages.length === 0) return [];
  return [details('Details', table([...accountRows(words, result), ...channelRows(result)]))];
}

/** A text that the other side had a hand in, made safe and marked as such. */
function outside(text: string): string {
  return code(printable(text));
}

function accountRows(
  words: Wording,
  { account, address, mechanism, offered }: Checked,
): string[][] {
  const shown = offered.slice(0, MAX_OFFERED).join(', ');
  const more = offered.length > MAX_OFFERED ? ` and ${offered.length - MAX_OFFERED} more` : '';
  return [
    ['Server', code(words.endpoint) + (address === undefined ? '' : ` (${outside(address)})`)],
    ...(account.proxy === undefined ? [] : [['Proxy', outside(account.proxy)]]),
    [account.name === undefined ? 'User name' : 'Account', code(words.name)],
    ['Mechanism', mechanism === undefined ? 'none' : outside(mechanism)],
    ['Mechanisms offered', shown === '' ? 'none' : outside(shown) + more],
    ...(account.expect === 'rejected' ? [['Expected', 'rejected']] : []),
  ];
}

function channelRows({ tls, account }: Checked): string[][] {
  if (!tls) return [['TLS', account.tlsMode === 'none' ? 'none ("starttls: never")' : 'none']];
  return [
    ['TLS', `${outside(tls.version)}, ${outside(tls.cipher)}`],
    ['Certificate', tls.verified ? validity(tls) : `<b>not trusted</b>; ${validity(tls)}`],
    ['Certificate names', certificateNames(tls)],
    ['Issuer', outside(tls.issuer)],
    ['SHA-256', code(tls.fingerprint)],
  ];
}

function validity({ validTo }: TlsFacts): string {
  const days = daysLeft(validTo);
  const left = days < 0 ? `expired ${-days} days ago` : `${days} days left`;
  return `valid until ${validTo.toISOString().slice(0, 10)}, ${left}`;
}

function certificateNames({ names }: TlsFacts): string {
  if (names.length === 0) return 'none';
  const more = names.length > MAX_NAMES ? ` and ${names.length - MAX_NAMES} more` : '';
  return names.slice(0, MAX_NAMES).map(outside).join(', ') + more;
}

function transcript({ transcript: lines }: Checked): string[] {
  if (lines.length === 0) return [];
  const text = lines.map(({ speaker, text }) => `${speaker}: ${printable(text)}`).join('\n');
  return [details('Transcript', preformatted(text))];
}
