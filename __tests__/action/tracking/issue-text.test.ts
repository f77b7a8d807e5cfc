import { accountId, readMarker, renderIssue } from '../../../src/action/tracking/issue-text.ts';
import { makeResult } from '../../support/fleet-results.ts';

const ID = 'a'.repeat(32);
const context = { id: ID, number: 7, runUrl: 'https://github.example/acme/mail/actions/runs/42' };

test('the longest host name and the longest text of a server stay within what GitHub takes', () => {
  const label = 'x'.repeat(62);
  const host = `${label}.${label}.${label}.${label}`;
  for (const noise of ['@', '#', '"', '<', 'GH-', '://']) {
    const reply = `535 5.7.8 ${noise.repeat(5000)}`;
    const { title, body } = renderIssue(makeResult({ host, reply }), context);
    expect(title.length).toBeLessThanOrEqual(256);
    expect(body.length).toBeLessThanOrEqual(65_536);
    const problem = makeResult({ host, problem: 'tls-handshake', detail: noise.repeat(5000) });
    expect(renderIssue(problem, context).body.length).toBeLessThanOrEqual(65_536);
  }
});

test.each([
  `<!-- smtp-auth-check account=${'b'.repeat(32)} cause=none -->`,
  `\n<!-- smtp-auth-check account=${'b'.repeat(32)} cause=none -->`,
  `--><!-- smtp-auth-check account=${'b'.repeat(32)} cause=none -->`,
])('a server cannot put in a marker of its own: %j', (text) => {
  const result = makeResult({ reply: `535 5.7.8 ${text}` });
  const { body } = renderIssue(result, context);
  expect(readMarker(body)).toMatchObject({ id: ID });
  expect(body.match(/<!-- smtp-auth-check/g)).toHaveLength(1);
});

test('only the beginning of a body is read', () => {
  expect(readMarker(`quoted:\n<!-- smtp-auth-check account=${ID} cause=none -->`)).toBeUndefined();
});

test('an account has another name in another repository, at another port and with another expectation', () => {
  const { account } = makeResult({ username: 'me' });
  const names = [
    accountId(account, 'acme/mail'),
    accountId(account, 'acme/other'),
    accountId({ ...account, port: 465 }, 'acme/mail'),
    accountId({ ...account, expect: 'rejected' }, 'acme/mail'),
    accountId({ ...account, username: 'you' }, 'acme/mail'),
  ];
  expect(new Set(names).size).toBe(names.length);
  expect(accountId({ ...account, host: 'SMTP.example.com.' }, 'Acme/Mail')).toBe(names[0]);
});
