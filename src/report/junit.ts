import XmlBuilder from 'fast-xml-builder';
import { hostKey } from '../model/account.ts';
import type { Checked } from '../model/diagnosis.ts';
import { printable } from '../safety/printable.ts';
import { countStatuses, statusOf, toleranceOf } from './status.ts';
import { wordResult } from './wording.ts';

/** An element as the library takes it: attributes begin with `@`. */
type Element = Readonly<Record<string, unknown>>;

/**
 * The results as JUnit XML, in the form that Jenkins' schema, GitLab and the usual test reporters take: a
 * suite for each host and a case for each account. A refused credential is a failure; a login that could
 * not be judged is an error, and what `fail-on` leaves out is skipped. It comes in pieces, since the tree of
 * thousands of cases would be larger than all results.
 */
export function* renderJunit(results: readonly Checked[]): Generator<string> {
  const builder = new XmlBuilder({
    attributeNamePrefix: '@',
    ignoreAttributes: false,
    suppressEmptyNode: true,
    format: true,
  });
  const open = (element: Element): string => builder.build(element).replace(/\/>\s*$/, '>\n');
  yield builder.build({ '?xml': { '@version': '1.0', '@encoding': 'UTF-8' } });
  yield open({ testsuites: describe('smtp-auth-check', results) });
  for (const [host, members] of groupByHost(results)) {
    yield open({ testsuite: describe(host === '' ? 'no server' : printable(host), members) });
    for (const result of members) yield builder.build({ testcase: toCase(result) });
    yield '</testsuite>\n';
  }
  yield '</testsuites>\n';
}

function describe(name: string, results: readonly Checked[]): Element {
  const failed = results.filter((result) => statusOf(result) === 'failed');
  const skipped = countStatuses(results).tolerated;
  const refused = failed.filter(isJudged).length;
  return {
    '@name': name,
    '@tests': results.length,
    '@failures': refused,
    '@errors': failed.length - refused,
    ...(skipped > 0 && { '@skipped': skipped }),
    '@time': seconds(results.reduce((sum, { durationMs }) => sum + durationMs, 0)),
  };
}

function toCase(result: Checked): Element {
  const { status, endpoint, name, headline, cause, meaning, nextStep, serverSaid, saidBy } =
    wordResult(result);
  const testcase = {
    '@name': `${name === '' ? 'no user name' : name} at ${endpoint}`,
    '@classname': endpoint,
    '@time': seconds(result.durationMs),
  };
  if (status === 'passed') return testcase;
  // Neither a failure nor an error, since both turn a CI system red.
  if (status === 'tolerated')
    return { ...testcase, skipped: { '@message': `${headline}. ${toleranceOf(result)}` } };
  const text = [meaning, `Next step: ${nextStep}`];
  if (serverSaid !== '') text.push(`${saidBy}: ${serverSaid}`);
  const fault = { '@type': cause, '@message': headline, '#text': text.join('\n') };
  return { ...testcase, [isJudged(result) ? 'failure' : 'error']: fault };
}

/** Whether the server judged the credential, so that the answer is one about the account. */
function isJudged({ diagnosis: { verdict } }: Checked): boolean {
  return verdict === 'rejected' || verdict === 'accepted';
}

function seconds(durationMs: number): string {
  return (durationMs / 1000).toFixed(3);
}

function groupByHost(results: readonly Checked[]): Map<string, Checked[]> {
  const hosts = new Map<string, Checked[]>();
  for (const result of results) {
    const host = hostKey(result.account.host);
    const members = hosts.get(host) ?? [];
    members.push(result);
    hosts.set(host, members);
  }
  return hosts;
}
