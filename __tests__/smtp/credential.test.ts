import type { AccountCredential } from '../../src/model/account.ts';
import { Secrets } from '../../src/safety/secrets.ts';
import { Conversation } from '../../src/smtp/conversation.ts';
import { Transcript } from '../../src/smtp/transcript.ts';
import { accountAt } from '../support/account.ts';

/** What an account proves to the server. */

const { signal } = new AbortController();

function talkWith(credential: AccountCredential): Conversation {
  const account = { ...accountAt(587, '', { password: 'x' }), credential };
  const now = (): number => 0;
  const transcript = new Transcript(now);
  return new Conversation(account, {
    transcript,
    secrets: new Secrets().forAccount([]),
    signal,
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
])('%s', (_, given, proved) => {
  expect(talkWith(given).credential).toEqual(proved);
});

test('a token that has been fetched', async () => {
  const grant = { kind: 'service-account', issuer: '', privateKey: '', subject: '' } as const;
  const endpoint = 'https://login.example.test';
  const request = { endpoint, endpointFrom: 'token-endpoint', grant } as const;
  const talk = talkWith({ kind: 'token-request', request });
  const never = (): boolean => false;
  await talk.fetchToken(() =>
    Promise.resolve({ value: 'fetched', isStale: never, isExpired: never }),
  );
  expect(talk.credential).toEqual({ kind: 'token', username, token: 'fetched' });
});
