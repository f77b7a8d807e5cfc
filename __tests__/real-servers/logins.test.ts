import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type ActionRun, runAction } from '../support/action.ts';

/** The committed bundle against Postfix with Dovecot, and Exim. */

interface Server {
  readonly name: string;
  readonly host: string;
  readonly serverName: string;
  readonly starttlsPort: number;
  readonly implicitPort: number;
  readonly caFile: string;
  readonly log: string;
  readonly authAttempt: string;
}

interface User {
  readonly name: string;
  readonly username: string;
  readonly password: string;
}

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const STATE = process.env['REAL_SERVERS_DIR'] ?? join(ROOT, '.real-servers');
const readJson = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));
const servers = readJson(join(STATE, 'servers.json')) as Server[];
const users = readJson(join(ROOT, '__tests__/real-servers/users.json')) as User[];

function run(server: Server, inputs: Record<string, string | number>): Promise<ActionRun> {
  return runAction({
    host: server.host,
    port: server.starttlsPort,
    'tls-ca': server.caFile,
    'tls-servername': server.serverName,
    ...inputs,
  });
}

function countAttempts({ log, authAttempt }: Server): number {
  return readFileSync(log, 'utf8').match(new RegExp(authAttempt, 'gm'))?.length ?? 0;
}

describe.each(servers)('$name', (server) => {
  describe.each(['LOGIN', 'PLAIN'])('%s', (mechanism) => {
    test.each(users)(
      'accepts the password of $username as it is',
      async ({ username, password }) => {
        const result = await run(server, { username, password, mechanism });
        expect(result).toMatchObject({
          exitCode: 0,
          outputs: { verdict: 'accepted', code: '235', mechanism },
        });
        expect(result.visible).not.toContain(password);
      },
    );

    test.each(users)(
      'rejects the password of $username with one more blank',
      async ({ username, password }) => {
        const result = await run(server, { username, password: `${password} `, mechanism });
        expect(result).toMatchObject({
          exitCode: 1,
          outputs: { verdict: 'rejected', code: '535', mechanism },
        });
      },
    );
  });

  const [user] = users as [User];

  test('accepts over implicit TLS', async () => {
    const result = await run(server, {
      ...user,
      port: server.implicitPort,
      'implicit-tls': 'true',
    });
    expect(result.outputs['verdict']).toBe('accepted');
  });

  test('a wrong password is one AUTH in the log of the server', async () => {
    const before = countAttempts(server);
    await run(server, { username: user.username, password: 'wrong password' });
    await sleep(500); // the servers write their logs through another process
    expect(countAttempts(server) - before).toBe(1);
  });

  test('implicit TLS spoken to the STARTTLS port is tls, with the way out', async () => {
    const result = await run(server, { ...user, 'implicit-tls': 'true' });
    expect(result.outputs).toMatchObject({ verdict: 'tls', cause: 'tls-not-spoken' });
    expect(result.stdout).toContain('implicit-tls: false');
  });

  test('plaintext spoken to the implicit TLS port never sends the credential', async () => {
    const result = await run(server, {
      ...user,
      port: server.implicitPort,
      'implicit-tls': 'false',
      timeout: 2,
    });
    expect(result.exitCode).toBe(1);
    expect(['timeout', 'protocol', 'unreachable']).toContain(result.outputs['verdict']);
    expect(result.outputs['mechanism']).toBe('');
  });

  test('without tls-ca the private authority is not trusted', async () => {
    const result = await run(server, { ...user, 'tls-ca': '' });
    expect(result.outputs).toMatchObject({ verdict: 'tls', cause: 'certificate-unknown-ca' });
  });
});
