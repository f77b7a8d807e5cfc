import { compact } from '../../src/fleet/ledger.ts';
import { OBSERVED_CAUSES } from '../../src/model/cause.ts';
import { wordResult } from '../../src/report/wording.ts';
import { CASES } from '../summary/cases.ts';
import { createFailure, createResult, redacted, TLS } from '../support/results.ts';

/** Bug: of a list it was said that a certificate "names no host at all" and that "no mechanism" was offered. */
test.each(Object.entries(CASES))('in a list the words are the same: %s', (_, result) => {
  expect(wordResult(compact(result))).toEqual(wordResult(result));
});

test.each(OBSERVED_CAUSES)('in a list %s is explained as alone', (problem) => {
  const tls = {
    ...TLS,
    issuer: redacted("C=US, O=Let's Encrypt, CN=R11"),
    names: ['DNS:a.test', 'DNS:b.test'].map(redacted),
  };
  const result = createFailure(problem, { tls, offered: ['GSSAPI', 'NTLM'], stage: 'tls' });
  expect(compact(result).diagnosis).toEqual(result.diagnosis);
});

test('thousands that work keep nothing of it, and a hostile certificate not much', () => {
  expect(compact(createResult({ tls: TLS, offered: ['LOGIN'] }))).toMatchObject({
    offered: [],
    tls: { names: [], issuer: '' },
  });
  const names = new Array<string>(1000).fill(`DNS:${'a'.repeat(1000)}`);
  const hostile = createFailure('certificate-unknown-ca', {
    tls: { ...TLS, names: names.map(redacted), issuer: redacted('x'.repeat(60_000)) },
    offered: names,
  });
  expect(JSON.stringify(compact(hostile)).length).toBeLessThan(20_000);
});
