import { pbkdf2Sync } from 'node:crypto';
import { hostKey } from '../../model/account.ts';
import type { Checked } from '../../model/diagnosis.ts';
import { html } from '../../report/html.ts';
import { printable } from '../../safety/printable.ts';
import { wordResult } from '../../report/wording.ts';
import type { Subject } from '../../model/subject.ts';

/** The label by which the issues are found again. */
export const LABEL = 'smtp-auth-check';

/** What an issue says, ready for the API. */
export interface IssueText {
  readonly title: string;
  readonly body: string;
}

/** A title has 256 characters at most, and the longest host name 253; a cause and a name of 60 need room too. */
const MAX_ENDPOINT = 120;

/** Slows down guessing of user names by their marker, and costs a run of thousands a few seconds at most. */
const ITERATIONS = 1000;

/**
 * Names an account without revealing its user name, which may be a secret: the API does not mask as the
 * log does. The same account has the same name in each run of a repository.
 *
 * @returns 32 hex digits
 */
export function accountId(account: Subject, repository: string): string {
  const { host, port, name, username, expect } = account;
  const salt = JSON.stringify([LABEL, repository.toLowerCase(), hostKey(host), port, expect]);
  // The user name of a named account is hidden, and so the same for all of them.
  const given = name === undefined ? username : `name ${name}`;
  return pbkdf2Sync(given, salt, ITERATIONS, 16, 'sha256').toString('hex');
}

/** The first lines of a body, invisible when rendered, by which the next run knows what was said. */
export function readMarker(body: string): { id: string; cause: string } | undefined {
  const [, id, cause] = MARKER.exec(body) ?? [];
  return id !== undefined && cause !== undefined ? { id, cause } : undefined;
}

const MARKER = /^<!-- smtp-auth-check account=([0-9a-f]{32}) cause=([a-z0-9-]+) -->/;

export interface IssueContext {
  readonly id: string;
  /** The account's number in the run's summary, from 1. */
  readonly number: number;
  readonly runUrl: string;
}

/** The issue of a failing account. It has the name of the account, where that has one, and never the user name. */
export function renderIssue(result: Checked, { id, number, runUrl }: IssueContext): IssueText {
  const { endpoint, cause, verdict, meaning, nextStep, serverSaid } = {
    ...wordResult(result),
    verdict: result.diagnosis.verdict,
  };
  const { name } = result.account;
  const who = name === undefined ? '' : ` <b>${defuse(printable(name))}</b>`;
  const user = name === undefined ? '; the log there names the user' : '';
  const of = name === undefined ? '' : ` of ${printable(name)}`;
  const body = [
    `<!-- smtp-auth-check account=${id} cause=${cause} -->`,
    `<p><b>${html(verdict)}</b>, cause <code>${html(cause)}</code>: ${defuse(meaning)}</p>`,
    ...(serverSaid === '' ? [] : [`<pre>${defuse(serverSaid)}</pre>`]),
    `<p><b>Next step:</b> ${defuse(nextStep)}</p>`,
    `<p>Server <code>${defuse(endpoint)}</code>, account${who}, number ${number} in <a href="${html(runUrl)}">the run that found it</a>${user}.</p>`,
    '<p>This issue is kept by smtp-auth-check: it follows the cause, and is closed when the login works again.</p>',
  ];
  return {
    title: `SMTP login fails: ${cause}${of} at ${printable(endpoint, MAX_ENDPOINT)} (${id.slice(0, 8)})`,
    body: body.join('\n'),
  };
}

/** The comment when the cause has changed. */
export function renderChange(before: string, after: string, runUrl: string): string {
  return `<p>The cause has changed from <code>${html(before)}</code> to <code>${html(after)}</code> in <a href="${html(runUrl)}">this run</a>. The text above is up to date.</p>`;
}

/** The comment before the issue is closed. */
export function renderRecovery(runUrl: string): string {
  return `<p>The account gave the expected result in <a href="${html(runUrl)}">this run</a>, so this issue is closed.</p>`;
}

/** The comment when two runs at once opened an issue each. */
export function renderDuplicate(kept: number): string {
  return `<p>Two runs at once opened an issue for this account; the other one, #${kept}, is kept.</p>`;
}

/**
 * A text from outside, as HTML in which GitHub finds no mention, no reference to an issue and no address
 * to link: each of them is broken by a comment, which a reader does not see.
 */
function defuse(text: string): string {
  return html(text)
    .replaceAll('@', '@<!-- -->')
    .replaceAll('#', '#<!-- -->')
    .replaceAll('://', ':<!-- -->//')
    .replace(/\b(GH-|www\.)/gi, '$1<!-- -->');
}
