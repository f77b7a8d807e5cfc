import { explain } from '../../src/diagnosis/judge.ts';
import { withoutDetail } from '../../src/fleet/compact.ts';
import { wordResult } from '../../src/report/wording.ts';
import { PROBLEMS, type Problem } from '../../src/model/failure.ts';
import { CASES } from '../summary/cases.ts';
import { createFailure, createResult, TLS } from '../support/results.ts';

/** Bug: of a list it was said that a certificate "names no host at all" and that "no mechanism" was offered. */
test.each(Object.entries(CASES))('in a list the words are the same: %s', (_, result) => {
  expect(wordResult(withoutDetail(result))).toEqual(wordResult(result));
});

test.each(Object.keys(PROBLEMS) as Problem[])('in a list %s is explained as alone', (problem) => {
  const tls = {
    ...TLS,
    issuer: "C=US, O=Let's Encrypt, CN=R11",
    names: ['DNS:a.test', 'DNS:b.test'],
  };
  const result = createFailure(problem, { tls, offered: ['GSSAPI', 'NTLM'], stage: 'tls' });
  expect(explain(withoutDetail(result))).toEqual(explain(result));
});

test('thousands that work keep nothing of it, and a hostile certificate not much', () => {
  expect(withoutDetail(createResult({ tls: TLS, offered: ['LOGIN'] }))).toMatchObject({
    offered: [],
    tls: { names: [], issuer: '' },
  });
  const names = new Array<string>(1000).fill(`DNS:${'a'.repeat(1000)}`);
  const hostile = createFailure('certificate-unknown-ca', {
    tls: { ...TLS, names, issuer: 'x'.repeat(60_000) },
    offered: names,
  });
  expect(JSON.stringify(withoutDetail(hostile)).length).toBeLessThan(20_000);
});
