import { chooseMechanism } from '../../src/sasl/choose.ts';
import { createLogin } from '../../src/sasl/password.ts';
import { createPlain } from '../../src/sasl/password.ts';

const channel = { host: 'mail.example.test', port: 587 };
const credential = { kind: 'password' as const, username: 'alice', password: ' pässword ' };
const bytesOf = (text: string): Buffer => Buffer.from(text, 'utf8');

test('LOGIN answers the user name, then the password, whatever is asked, then nothing more', () => {
  const login = createLogin(credential);
  expect(login.name).toBe('LOGIN');
  expect(login.start()).toBeUndefined();
  expect(login.isComplete).toBe(false);
  expect(login.isCredentialGiven).toBe(false);
  expect(login.next('UGFzc3dvcmQ6')).toEqual({ bytes: bytesOf('alice'), shown: '[user name]' });
  expect(login.isComplete).toBe(false);
  expect(login.next('')).toEqual({ bytes: bytesOf(' pässword '), shown: '[password]' });
  expect(login.isComplete).toBe(true);
  expect(login.next('UGFzc3dvcmQ6')).toBeUndefined();
});

test('PLAIN says all in its initial response, and nothing twice', () => {
  const plain = createPlain(credential);
  expect(plain.name).toBe('PLAIN');
  expect(plain.isComplete).toBe(false);
  expect(plain.start()).toEqual({
    bytes: bytesOf('\0alice\0 pässword '),
    shown: '[user name and password]',
  });
  expect(plain.isComplete).toBe(true);
  expect(plain.next('')).toBeUndefined();
});

test.each([
  ['auto', ['PLAIN', 'LOGIN'], 'LOGIN'],
  ['auto', ['PLAIN'], 'PLAIN'],
  ['auto', ['NTLM', 'GSSAPI'], undefined],
  ['auto', [], undefined],
  ['PLAIN', ['LOGIN', 'PLAIN'], 'PLAIN'],
  ['LOGIN', ['PLAIN'], undefined],
  ['PLAIN', ['LOGIN'], undefined],
  ['GSSAPI', ['GSSAPI'], undefined],
])('%s out of %j: %s', async (wanted, offered, expected) => {
  const mechanism = await chooseMechanism(wanted, offered, credential, channel);
  expect(mechanism?.name).toBe(expected);
});
