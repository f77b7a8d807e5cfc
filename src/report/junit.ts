import { hostKey } from '../smtp/account.ts';
import { meetsExpectation } from '../expectation.ts';
import type { Result } from '../smtp/result.ts';
import { printable } from './printable.ts';
import { wordResult } from './words.ts';

/**
 * The results as JUnit XML, in the form that Jenkins' schema, GitLab and the usual test reporters take: a
 * suite for each host and a case for each account. A refused credential is a failure; a login that could
 * not be judged is an error.
 */
export async function renderJunit(results: readonly Result[]): Promise<string> {
  const { default: xml } = await import('xmlbuilder');
  const root = xml.create('testsuites', { version: '1.0', encoding: 'UTF-8' });
  describe(root, 'smtp-auth-check', results);
  for (const [host, members] of groupByHost(results)) {
    const suite = root.element('testsuite');
    describe(suite, host === '' ? 'no server' : printable(host), members);
    members.forEach((result) => {
      addCase(suite, result);
    });
  }
  return `${root.end({ pretty: true })}\n`;
}

type Element = import('xmlbuilder').XMLElement;

function describe(element: Element, name: string, results: readonly Result[]): void {
  const failed = results.filter((result) => !meetsExpectation(result));
  const refused = failed.filter(isJudged).length;
  element
    .attribute('name', name)
    .attribute('tests', results.length)
    .attribute('failures', refused)
    .attribute('errors', failed.length - refused)
    .attribute('time', seconds(results.reduce((sum, { durationMs }) => sum + durationMs, 0)));
}

function addCase(suite: Element, result: Result): void {
  const { passed, endpoint, username, headline, cause, meaning, nextStep, serverSaid } =
    wordResult(result);
  const testcase = suite.element('testcase', {
    name: `${username === '' ? 'no user name' : username} at ${endpoint}`,
    classname: endpoint,
    time: seconds(result.durationMs),
  });
  if (passed) return;
  const text = [meaning, ...(serverSaid === '' ? [] : [serverSaid]), `Next step: ${nextStep}`];
  testcase
    .element(isJudged(result) ? 'failure' : 'error', { type: cause, message: headline })
    .text(text.join('\n'));
}

/** Whether the server judged the credential, so that the answer is one about the account. */
function isJudged({ verdict }: Result): boolean {
  return verdict === 'rejected' || verdict === 'accepted';
}

function seconds(durationMs: number): string {
  return (durationMs / 1000).toFixed(3);
}

function groupByHost(results: readonly Result[]): Map<string, Result[]> {
  const hosts = new Map<string, Result[]>();
  for (const result of results) {
    const host = hostKey(result.account.host);
    const members = hosts.get(host) ?? [];
    members.push(result);
    hosts.set(host, members);
  }
  return hosts;
}
