import { createOauthBearer } from '../../src/sasl/bearer.ts';
import { createXoauth2 } from '../../src/sasl/bearer.ts';
import { answerTo, toBase64 } from './support.ts';

const channel = { host: 'server.example.com', port: 143 };
const given = { username: 'user@example.com', token: 'ya29.token' };

test('OAUTHBEARER: the message of RFC 7628 section 4.1', () => {
  const token = 'vF9dft4qmTc2Nvb3RlckBhbHRhdmlzdGEuY29tCg==';
  const message = createOauthBearer({ username: 'user@example.com', token }, channel).start();
  expect(message?.bytes.toString('base64')).toBe(
    'bixhPXVzZXJAZXhhbXBsZS5jb20sAWhvc3Q9c2VydmVyLmV4YW1wbGUuY29tAXBvcnQ9MTQzAWF1dGg9QmVhcmVyIHZGOWRmdDRxbVRjMk52YjNSbGNrQmhiSFJoZG1semRHRXVZMjl0Q2c9PQEB',
  );
});

test("XOAUTH2: the message of Google's description", () => {
  const token = 'ya29.vF9dft4qmTc2Nvb3RlckBhdHRhdmlzdGEuY29tCg';
  const message = createXoauth2({ username: 'someuser@example.com', token }).start();
  expect(message?.bytes.toString('base64')).toBe(
    'dXNlcj1zb21ldXNlckBleGFtcGxlLmNvbQFhdXRoPUJlYXJlciB5YTI5LnZGOWRmdDRxbVRjMk52YjNSbGNrQmhkSFJoZG1semRHRXVZMjl0Q2cBAQ==',
  );
});

describe.each([
  ['XOAUTH2', () => createXoauth2(given), '', '401'],
  ['OAUTHBEARER', () => createOauthBearer(given, channel), '\x01', 'invalid_token'],
])('%s', (_, create, acknowledgement, status) => {
  test('is complete with its first message, which is a secret as a whole', () => {
    const mechanism = create();
    expect(mechanism.isComplete).toBe(false);
    expect(mechanism.isCredentialGiven).toBe(false);
    const message = mechanism.start();
    expect(mechanism.isComplete).toBe(true);
    expect(message?.secret).toBe(message?.bytes.toString('base64'));
    expect(message?.shown).not.toContain('ya29');
  });

  test('acknowledges the error once, hands its status up, and is not complete any more', async () => {
    const mechanism = create();
    mechanism.start();
    const json = JSON.stringify({ status, schemes: 'Bearer', scope: 'https://mail.google.com/' });
    expect(await answerTo(mechanism, json)).toBe(acknowledgement);
    expect(mechanism.serverReason).toBe(status);
    expect(mechanism.isComplete).toBe(false);
    expect(mechanism.isCredentialGiven).toBe(true);
    expect(await mechanism.next(toBase64(json))).toBeUndefined();
  });

  test.each([
    ['text that is not JSON', '<html>'],
    ['null', 'null'],
    ['a number', '{"status":401}'],
    ['a command for the runner', '{"status":"::error::x"}'],
    ['a status with a line break', '{"status":"401\\n##[error]"}'],
    ['a status that never ends', `{"status":"${'9'.repeat(500)}"}`],
    ['an object', '{"status":{"toString":"x"}}'],
  ])('an error that is %s has no status', async (__, error) => {
    const mechanism = create();
    mechanism.start();
    expect(await answerTo(mechanism, error)).toBe(acknowledgement);
    expect(mechanism.serverReason).toBeUndefined();
  });
});

test("a comma in the user name does not end OAUTHBEARER's header", () => {
  const message = createOauthBearer({ username: 'a,b=c', token: 't' }, channel).start();
  expect(message?.bytes.toString().startsWith('n,a=a=2Cb=3Dc,\x01')).toBe(true);
});
