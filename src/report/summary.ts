import type { Result, TlsFacts } from '../smtp/result.ts';
import { code, details, heading, html, paragraph, preformatted, table } from './html.ts';
import { renderTry } from './log.ts';
import { printable } from './printable.ts';
import { daysLeft, milliseconds, wordResult, type Wording } from './words.ts';

const MAX_NAMES = 10;
const MAX_OFFERED = 20;

/**
 * The job summary of one result: the verdict and the next step first, then the facts, then the
 * transcript, folded. It is HTML without blank lines, which GitHub does not read as Markdown.
 */
export function renderSummary(result: Result): string {
  const words = wordResult(result);
  return [
    heading(`${words.passed ? '✅' : '❌'} SMTP login ${words.headline}`),
    ...opening(words, result),
    table([...accountRows(words, result), ...channelRows(result)]),
    ...timeline(result),
    ...transcript(result),
    '',
  ].join('\n');
}

function opening(words: Wording, result: Result): string[] {
  const said = result.reply ? 'The server said' : 'Reason';
  return [
    paragraph(html(words.meaning)),
    ...(words.serverSaid !== '' && !words.passed
      ? [paragraph(`${said}: ${code(words.serverSaid)}`)]
      : []),
    ...(words.passed ? [] : [paragraph(`<b>Next step:</b> ${html(words.nextStep)}`)]),
  ];
}

function accountRows(words: Wording, { account, address, mechanism, offered }: Result): string[][] {
  const shown = offered.slice(0, MAX_OFFERED).join(', ');
  const more = offered.length > MAX_OFFERED ? ` and ${offered.length - MAX_OFFERED} more` : '';
  return [
    ['Server', code(words.endpoint) + (address === undefined ? '' : ` (${code(address)})`)],
    ['User name', code(words.username)],
    ['Mechanism', mechanism === undefined ? 'none' : code(mechanism)],
    ['Mechanisms offered', shown === '' ? 'none' : code(shown) + more],
    ...(account.expect === 'rejected' ? [['Expected', 'rejected']] : []),
  ];
}

function channelRows({ tls, account }: Result): string[][] {
  if (!tls) return [['TLS', account.tlsMode === 'none' ? 'none, by your own choice' : 'none']];
  return [
    ['TLS', `${code(tls.version)}, ${code(tls.cipher)}`],
    ['Certificate', tls.verified ? validity(tls) : `<b>not trusted</b>; ${validity(tls)}`],
    ['Certificate names', certificateNames(tls)],
    ['Issuer', code(printable(tls.issuer))],
  ];
}

function validity({ validTo }: TlsFacts): string {
  const days = daysLeft(validTo);
  const left = days < 0 ? `ended ${-days} days ago` : `${days} days left`;
  return `valid until ${validTo.toISOString().slice(0, 10)}, ${left}`;
}

function certificateNames({ names }: TlsFacts): string {
  if (names.length === 0) return 'none';
  const more = names.length > MAX_NAMES ? ` and ${names.length - MAX_NAMES} more` : '';
  return (
    names
      .slice(0, MAX_NAMES)
      .map((name) => code(printable(name)))
      .join(', ') + more
  );
}

function timeline({ stages, earlierTries }: Result): string[] {
  if (stages.length === 0) return [];
  const tries = earlierTries.map((earlier, index) => paragraph(html(renderTry(earlier, index))));
  const rows = stages.map(({ stage, startMs, durationMs }) => [
    stage,
    milliseconds(startMs),
    milliseconds(durationMs),
  ]);
  return [...tries, table(rows, ['Stage', 'Began at', 'Took'])];
}

function transcript({ transcript: lines }: Result): string[] {
  if (lines.length === 0) return [];
  const text = lines.map(({ speaker, text }) => `${speaker}: ${printable(text)}`).join('\n');
  return [details('Transcript', preformatted(text))];
}
