import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { run, serverNamed, STATE, type User, users } from './servers.ts';

/** The bundle logs in to real servers in every way that needs no token. */

const dovecot = serverNamed('postfix-dovecot');
const exim = serverNamed('exim');
const [user] = users as [User];

describe.each([
  [dovecot, 'CRAM-MD5'],
  [dovecot, 'SCRAM-SHA-1'],
  [dovecot, 'SCRAM-SHA-256'],
  [exim, 'CRAM-MD5'],
])('$name, %s', (server, mechanism) => {
  test.each(users)('accepts the password of $username', async ({ username, password }) => {
    const result = await run(server, { username, password, mechanism });
    expect(result).toMatchObject({ exitCode: 0, outputs: { verdict: 'accepted', mechanism } });
    expect(result.visible).not.toContain(password);
  });

  test.each(users)('rejects it with one more space: $username', async ({ username, password }) => {
    const result = await run(server, { username, password: `${password} `, mechanism });
    expect(result).toMatchObject({
      exitCode: 1,
      outputs: { verdict: 'rejected', code: '535', mechanism },
    });
  });
});

test('`expect: rejected` passes on a 535 to a SCRAM proof', async () => {
  const result = await run(dovecot, {
    username: user.username,
    password: 'revoked',
    mechanism: 'SCRAM-SHA-256',
    expect: 'rejected',
  });
  expect(result).toMatchObject({ exitCode: 0, outputs: { verdict: 'rejected' } });
});

describe('EXTERNAL at Exim', () => {
  const pem = readFileSync(join(STATE, 'client.pem'), 'utf8');
  const certificate = { 'client-certificate': pem, 'client-key': pem };

  test.each([[''], ['plain@example.test']])(
    'accepts the certificate for "%s"',
    async (username) => {
      const result = await run(exim, { ...certificate, username });
      expect(result).toMatchObject({
        exitCode: 0,
        outputs: { verdict: 'accepted', mechanism: 'EXTERNAL' },
      });
      const secret = pem.split('\n')[1] ?? '';
      expect(result.visible).not.toContain(secret);
    },
  );

  test('rejects the certificate for somebody else', async () => {
    const result = await run(exim, { ...certificate, username: 'long@example.test' });
    expect(result).toMatchObject({ exitCode: 1, outputs: { verdict: 'rejected', code: '535' } });
  });

  test('is not offered without a certificate, and then nothing is sent', async () => {
    const inputs = { ...user, mechanism: 'EXTERNAL' };
    const result = await run(exim, inputs);
    expect(result.outputs).toMatchObject({ verdict: 'config' });
  });
});

describe('who may be written as', () => {
  const own = { ...user, from: 'plain@example.test', to: 'anybody@example.test' };

  test.each([[dovecot], [exim]])('$name takes the own address', async (server) => {
    const result = await run(server, own);
    expect(result).toMatchObject({
      exitCode: 0,
      outputs: { verdict: 'accepted', stage: 'mail', code: '235' },
    });
  });

  test.each([
    [dovecot, '553'],
    [exim, '550'],
  ])('$name refuses the address of another', async (server, code) => {
    const result = await run(server, { ...own, from: 'boss@example.test' });
    expect(result).toMatchObject({
      exitCode: 1,
      outputs: { verdict: 'unsupported', cause: 'sender-refused', stage: 'mail', code },
    });
    expect(result.stdout).toContain('does not let this account send as boss@example.test');
  });
});
