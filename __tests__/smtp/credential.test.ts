import type { AccountCredential } from '../../src/model/account.ts';
import { Secrets } from '../../src/safety/secrets.ts';
import { credentialOf } from '../../src/smtp/auth.ts';
import { Conversation } from '../../src/smtp/conversation.ts';
import { Transcript } from '../../src/smtp/transcript.ts';
import { accountAt } from '../support/account.ts';

/** What an account proves to the server. */

const { signal } = new AbortController();

function talkWith(credential: AccountCredential): Conversation {
  const account = { ...accountAt(587, '', { password: 'x' }), credential };
  const now = (): number => 0;
  const transcript = new Transcript(now);
  const deadline = { signal, remainingMs: () => Infinity };
  return new Conversation(account, {
    transcript,
    secrets: new Secrets().forAccount([]),
    deadline,
    now,
  });
}

const username = 'user@example.test';

test.each<[string, AccountCredential, object]>([
  [
    'a password',
    { kind: 'password', password: 'correct horse' },
    { kind: 'password', username, password: 'correct horse' },
  ],
  [
    'a token',
    { kind: 'access-token', accessToken: 'given' },
    { kind: 'token', username, token: 'given' },
  ],
  ['a client certificate', { kind: 'client-certificate' }, { kind: 'certificate', username }],
])('%s is what an account proves', (_, given, proved) => {
  expect(credentialOf(talkWith(given))).toEqual(proved);
});

test('a token that has been fetched is what an account proves', async () => {
  const grant = { kind: 'service-account', issuer: '', privateKey: '', subject: '' } as const;
  const endpoint = {
    endpoint: 'https://login.example.test',
    endpointFrom: 'token-endpoint',
  } as const;
  const request = { ...endpoint, grant };
  const talk = talkWith({ kind: 'token-request', request });
  const alive = { isExpired: () => false, isStale: () => false };
  await talk.fetchToken(() => Promise.resolve({ value: 'fetched', ...alive }));
  expect(credentialOf(talk)).toEqual({ kind: 'token', username, token: 'fetched' });
});
