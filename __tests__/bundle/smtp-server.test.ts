import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { type ActionRun, runAction } from '../support/action.ts';
import { createLocalhost } from '../support/certificates.ts';

/** A second opinion: an SMTP server that was not written for this project. */

const { ca, server: identity } = await createLocalhost();
const PASSWORD = '  pä%s "w"🔑';

async function run(
  options: SMTPServerOptions,
  inputs: Record<string, string> = {},
  host = '127.0.0.1',
): Promise<ActionRun & { logins: number }> {
  let logins = 0;
  const server = new SMTPServer({
    ...identity,
    logger: false,
    onAuth(auth, _session, callback) {
      logins += 1;
      if (auth.password === PASSWORD) callback(null, { user: auth.username });
      else callback(new Error('Invalid username or password'));
    },
    ...options,
  });
  server.on('error', () => undefined);
  server.listen(0, host);
  await once(server.server, 'listening');
  try {
    const result = await runAction({
      host,
      port: (server.server.address() as AddressInfo).port,
      'tls-ca': ca.cert,
      username: 'user@example.test',
      password: PASSWORD,
      ...inputs,
    });
    return { ...result, logins };
  } finally {
    await new Promise<void>((resolve) => {
      server.close(resolve);
    });
  }
}

test.each(['LOGIN', 'PLAIN'])('accepts the right password by %s', async (mechanism) => {
  const result = await run({}, { mechanism });
  expect(result).toMatchObject({
    exitCode: 0,
    logins: 1,
    outputs: { verdict: 'accepted', mechanism },
  });
});

test.each(['LOGIN', 'PLAIN'])(
  'rejects a wrong password by %s after one login',
  async (mechanism) => {
    const result = await run({}, { mechanism, password: 'wrong' });
    expect(result).toMatchObject({
      exitCode: 1,
      logins: 1,
      outputs: { verdict: 'rejected', code: '535' },
    });
  },
);

test('works over implicit TLS', async () => {
  const result = await run({ secure: true }, { 'implicit-tls': 'true' });
  expect(result.outputs).toMatchObject({ verdict: 'accepted' });
});

test('works over IPv6', async () => {
  const result = await run({}, {}, '::1');
  expect(result.outputs).toMatchObject({ verdict: 'accepted' });
});
