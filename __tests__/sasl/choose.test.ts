import { chooseMechanism, mechanismsFor } from '../../src/sasl/choose.ts';
import type { Credential } from '../../src/sasl/mechanism.ts';

const password: Credential = { kind: 'password', username: 'u', password: 'p' };
const token: Credential = { kind: 'token', username: 'u', token: 't' };
const certificate: Credential = { kind: 'certificate', username: '' };
const binding = { type: 'tls-exporter', data: Buffer.alloc(32) } as const;
const channel = { host: 'mail.example.test', port: 587 };

const ALL = [
  ...['EXTERNAL', 'OAUTHBEARER', 'XOAUTH2', 'CRAM-MD5', 'DIGEST-MD5', 'SCRAM-SHA-1'],
  ...['SCRAM-SHA-256', 'SCRAM-SHA-256-PLUS', 'PLAIN', 'LOGIN', 'GSSAPI', 'NTLM'],
];

const choose = async (
  wanted: string,
  offered: readonly string[],
  credential: Credential,
  bound = true,
): Promise<string | undefined> =>
  (await chooseMechanism(wanted, offered, credential, bound ? { ...channel, binding } : channel))
    ?.name;

test('auto follows the documented order for a password', async () => {
  const offered = [...ALL];
  const order: string[] = [];
  for (;;) {
    const name = await choose('auto', offered, password);
    if (name === undefined) break;
    order.push(name);
    offered.splice(offered.indexOf(name), 1);
  }
  expect(order).toEqual([
    ...['LOGIN', 'PLAIN', 'SCRAM-SHA-256-PLUS', 'SCRAM-SHA-256', 'SCRAM-SHA-1', 'CRAM-MD5'],
  ]);
});

test('auto picks what the credential fits and nothing else', async () => {
  expect(await choose('auto', ALL, token)).toBe('XOAUTH2');
  expect(await choose('auto', ['OAUTHBEARER', 'LOGIN'], token)).toBe('OAUTHBEARER');
  expect(await choose('auto', ['LOGIN', 'PLAIN'], token)).toBeUndefined();
  expect(await choose('auto', ALL, certificate)).toBe('EXTERNAL');
  expect(await choose('auto', ['XOAUTH2', 'EXTERNAL'], password)).toBeUndefined();
});

test('a password never goes out by a mechanism for tokens, whatever was asked for', async () => {
  for (const name of mechanismsFor('token'))
    expect(await choose(name, ALL, password)).toBeUndefined();
});

test('an explicit mechanism never falls back', async () => {
  for (const name of mechanismsFor('password')) {
    const others = ALL.filter((other) => other !== name);
    expect(await choose(name, others, password)).toBeUndefined();
    expect(await choose(name, ALL, password)).toBe(name);
  }
});

test('SCRAM-SHA-256-PLUS needs a channel to bind to', async () => {
  expect(await choose('SCRAM-SHA-256-PLUS', ALL, password, false)).toBeUndefined();
  expect(await choose('auto', ['SCRAM-SHA-256-PLUS', 'SCRAM-SHA-1'], password, false)).toBe(
    'SCRAM-SHA-1',
  );
});
