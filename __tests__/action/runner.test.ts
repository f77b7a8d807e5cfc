import { annotate } from '../../src/report/annotations.ts';
import { docsAddress } from '../../src/action/runner.ts';
import { wordResult } from '../../src/report/wording.ts';
import { createFailure, createRefusal, createResult, redacted } from '../support/results.ts';

describe('the address of the documentation', () => {
  test('is that of the version that runs', () => {
    const env = { GITHUB_ACTION_REPOSITORY: 'owner/smtp-auth-check', GITHUB_ACTION_REF: 'v1.2.3' };
    expect(docsAddress(env)).toBe(
      'https://github.com/owner/smtp-auth-check/blob/v1.2.3/docs/troubleshooting.md',
    );
  });

  test.each([
    [{}],
    [{ GITHUB_ACTION_REPOSITORY: '', GITHUB_ACTION_REF: 'v1' }],
    [{ GITHUB_ACTION_REPOSITORY: 'owner/name' }],
    [{ GITHUB_ACTION_REPOSITORY: 'owner/name"><b>', GITHUB_ACTION_REF: 'v1' }],
    [{ GITHUB_ACTION_REPOSITORY: 'owner/name', GITHUB_ACTION_REF: 'v1) [x](y' }],
  ])('is not made of %j', (env) => {
    expect(docsAddress(env)).toBeUndefined();
  });

  test('leads to the reply where it is known, and to the cause where only the greeting is', () => {
    const line = '535 5.7.8 Username and Password not accepted.';
    const [known] = annotate(createRefusal(line, { account: { host: 'smtp.gmail.com' } }), 'DOCS');
    expect(known?.message).toContain('DOCS#gmail-not-accepted');
    const [greeted] = annotate(
      createRefusal(line, { banner: redacted('x ESMTP y - gsmtp') }),
      'DOCS',
    );
    expect(greeted?.message).toContain('DOCS#wrong-credentials');
    const [nowhere] = annotate(createRefusal(line));
    expect(nowhere?.message).not.toContain('More:');
  });
});

test.each([
  [createResult(), 'SMTP login accepted'],
  [createRefusal('535 5.7.8 Nope'), 'SMTP login rejected: the cause is not certain (535 5.7.8)'],
  [createFailure('certificate-expired'), 'SMTP login failed: certificate expired'],
  [createFailure('tls-not-spoken'), 'SMTP login failed: this port does not start with TLS'],
  [createFailure('starttls-missing'), 'SMTP login failed: STARTTLS not offered'],
  [
    createRefusal('535 Invalid username or password', { account: { expect: 'rejected' } }),
    'SMTP login rejected, as expected (535)',
  ],
  [
    createResult({ account: { expect: 'rejected' } }),
    'SMTP login accepted, but it should be rejected',
  ],
])('title %#', (result, title) => {
  expect(wordResult(result).title).toBe(title);
});

test('input warnings become annotations of their own', () => {
  const inputWarnings = [
    { input: 'password', kind: 'quotes', message: 'The input "password" is odd.' } as const,
  ];
  expect(annotate(createResult({ inputWarnings }))).toEqual([
    {
      level: 'warning',
      title: 'Check the input "password"',
      message: 'The input "password" is odd.',
    },
  ]);
});
