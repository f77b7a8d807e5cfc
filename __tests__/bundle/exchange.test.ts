import { runAction } from '../support/action.ts';
import { createLocalhost } from '../support/certificates.ts';
import { type Peer, type PeerConnection, type Script, startPeer } from '../support/peer.ts';
import { loginThen, startTlsScript } from '../support/scripts.ts';

const { ca, server } = await createLocalhost();
let peer: Peer;

async function run(
  script: Script,
  inputs: Record<string, string | number> = {},
): ReturnType<typeof runAction> {
  peer = await startPeer(script);
  return runAction({
    host: 'localhost',
    port: peer.port,
    'tls-ca': ca.cert,
    username: 'user@example.test',
    password: 'correct horse',
    timeout: 10,
    ...inputs,
  });
}

const base64 = (text: string): string => Buffer.from(text, 'utf8').toString('base64');
const authLines = (text: string): string[] =>
  text.split('\r\n').filter((line) => line.startsWith('AUTH'));

afterEach(() => peer.close());

test('the seed dialogue that ends in 235 is accepted', async () => {
  const result = await run(
    startTlsScript(server, { auth: loginThen('235 2.0.0 OK Authenticated\r\n') }),
  );
  expect(result).toMatchObject({
    exitCode: 0,
    outputs: {
      verdict: 'accepted',
      cause: 'none',
      code: '235',
      'enhanced-code': '2.0.0',
      mechanism: 'LOGIN',
      'tls-version': 'TLSv1.3',
    },
  });
  expect(peer.received.plain).toBe('EHLO [127.0.0.1]\r\nSTARTTLS\r\n');
  expect(peer.received.tls).toBe(
    `EHLO [127.0.0.1]\r\nAUTH LOGIN\r\n${base64('user@example.test')}\r\n${base64('correct horse')}\r\nQUIT\r\n`,
  );
});

test('the seed dialogue that ends in 535 is rejected after one AUTH', async () => {
  const result = await run(
    startTlsScript(server, { auth: loginThen('535 5.7.0 authentication failed\r\n') }),
  );
  expect(result).toMatchObject({
    exitCode: 1,
    outputs: { verdict: 'rejected', code: '535', 'enhanced-code': '5.7.0', stage: 'auth' },
  });
  expect(authLines(peer.received.tls)).toHaveLength(1);
  expect(peer.connections).toHaveLength(1);
  const annotations = result.stdout.match(/^::error .*$/gm);
  expect(annotations).toHaveLength(1);
  expect(annotations?.[0]).toContain('535 5.7.0 authentication failed');
  expect(result.summary).toContain('535 5.7.0 authentication failed');
});

/** Ignores a line without CR, wants EHLO again after TLS, refuses PLAIN: the traps of the manual test. */
function office365(): Script {
  return async (connection) => {
    let greeted = false;
    let inTls = false;
    const command = async (): Promise<string> => {
      for (;;) {
        const line = await connection.line();
        if (line.endsWith('\r\n')) return line.trimEnd();
      }
    };
    connection.send(
      '220 TY2PR02CA0019.outlook.office365.com Microsoft ESMTP MAIL Service ready\r\n',
    );
    for (;;) {
      const line = await command();
      if (line.startsWith('EHLO')) {
        greeted = true;
        const offer = inTls ? '250-AUTH LOGIN XOAUTH2' : '250-STARTTLS';
        connection.send(
          `250-TYCPR01CA0060.outlook.office365.com Hello\r\n${offer}\r\n250 SMTPUTF8\r\n`,
        );
      } else if (line === 'STARTTLS') {
        connection.send('220 2.0.0 SMTP server ready\r\n');
        await connection.startTls(server);
        inTls = true;
        greeted = false;
      } else if (!greeted)
        connection.send('503 5.5.2 Send hello first [TY2PR02CA0019.apcprd02.prod.outlook.com]\r\n');
      else if (line === 'AUTH LOGIN') {
        connection.send('334 VXNlcm5hbWU6\r\n');
        await command();
        connection.send('334 UGFzc3dvcmQ6\r\n');
        await command();
        connection.send('235 2.7.0 Authentication successful\r\n');
      } else if (line.startsWith('AUTH'))
        connection.send('504 5.7.4 Unrecognized authentication type\r\n');
      else connection.send('221 2.0.0 Service closing transmission channel\r\n');
    }
  };
}

test('a server like Office 365 is accepted, with CRLF and a second EHLO', async () => {
  const result = await run(office365());
  expect(result.outputs).toMatchObject({ verdict: 'accepted', mechanism: 'LOGIN' });
});

test('PLAIN at a server like Office 365 is unsupported, and nothing is sent', async () => {
  const result = await run(office365(), { mechanism: 'PLAIN' });
  expect(result).toMatchObject({
    exitCode: 1,
    outputs: { verdict: 'unsupported', cause: 'mechanism-not-offered' },
  });
  expect(result.visible).toContain('LOGIN, XOAUTH2');
  expect(authLines(peer.received.tls)).toEqual([]);
});

test('504 to a mechanism that was offered is unsupported, not rejected', async () => {
  const auth = async (connection: PeerConnection): Promise<void> => {
    await connection.line();
    connection.send('504 5.7.4 Unrecognized authentication type\r\n');
    await connection.line();
  };
  const result = await run(startTlsScript(server, { auth }));
  expect(result.outputs).toMatchObject({ verdict: 'unsupported', code: '504' });
});

test('LOGIN prompts are answered by order whatever they say', async () => {
  const auth = async (connection: PeerConnection): Promise<void> => {
    await connection.line();
    connection.send(`334 ${base64('Password:')}\r\n`);
    await connection.line();
    connection.send('334\r\n');
    await connection.line();
    connection.send('235 ok\r\n');
    await connection.line();
  };
  const result = await run(startTlsScript(server, { auth }));
  expect(result.outputs['verdict']).toBe('accepted');
  expect(peer.received.tls).toContain(
    `AUTH LOGIN\r\n${base64('user@example.test')}\r\n${base64('correct horse')}\r\n`,
  );
});

const plainServer = (auth: (connection: PeerConnection) => Promise<void>): Script =>
  startTlsScript(server, { tlsEhlo: '250-x\r\n250 AUTH PLAIN\r\n', auth });

test('PLAIN goes with AUTH when the line fits 512 octets', async () => {
  const result = await run(
    plainServer(async (connection) => {
      await connection.line();
      connection.send('235 ok\r\n');
      await connection.line();
    }),
  );
  expect(result.outputs).toMatchObject({ verdict: 'accepted', mechanism: 'PLAIN' });
  expect(peer.received.tls).toContain(
    `AUTH PLAIN ${base64('\0user@example.test\0correct horse')}\r\n`,
  );
});

test('a PLAIN message that does not fit 512 octets goes after the 334', async () => {
  const password = 'x'.repeat(1000);
  const result = await run(
    plainServer(async (connection) => {
      await connection.line();
      connection.send('334 \r\n');
      await connection.line();
      connection.send('235 ok\r\n');
      await connection.line();
    }),
    { password },
  );
  expect(result.outputs['verdict']).toBe('accepted');
  expect(peer.received.tls).toContain(
    `AUTH PLAIN\r\n${base64(`\0user@example.test\0${password}`)}\r\n`,
  );
});

test('LOGIN is preferred to PLAIN, and only one of them is tried', async () => {
  await run(startTlsScript(server, { auth: loginThen('535 no\r\n') }));
  expect(authLines(peer.received.tls)).toEqual(['AUTH LOGIN']);
});

test.each([
  ['leading and trailing spaces', '  pass word  '],
  ['format and shell characters', '%s %d "quoted" \'single\' back\\slash !bang $HOME `id`'],
  ['a thousand characters', 'a1'.repeat(500)],
  ['Japanese and an emoji', 'パスワード🔑'],
  ['a trailing newline', 'secret\n'],
])('a password with %s arrives unchanged', async (_, password) => {
  const result = await run(startTlsScript(server, { auth: loginThen('235 ok\r\n') }), { password });
  expect(result.outputs['verdict']).toBe('accepted');
  expect(peer.received.tls).toContain(`\r\n${base64(password)}\r\n`);
});

test('implicit TLS logs in without STARTTLS', async () => {
  const result = await run(
    async (connection) => {
      await connection.startTls(server);
      connection.send('220 mail.example.test ESMTP\r\n');
      await connection.line();
      connection.send('250-mail\r\n250 AUTH LOGIN\r\n');
      await loginThen('235 ok\r\n')(connection);
    },
    { 'implicit-tls': 'true' },
  );
  expect(result.outputs['verdict']).toBe('accepted');
  expect(peer.received.plain).toBe('');
});

test('STARTTLS not offered is tls, and nothing but EHLO was sent', async () => {
  const result = await run(async (connection) => {
    connection.send('220 x\r\n');
    await connection.line();
    connection.send('250-x\r\n250 AUTH LOGIN PLAIN\r\n');
    await connection.line();
  });
  expect(result).toMatchObject({
    exitCode: 1,
    outputs: { verdict: 'tls', cause: 'starttls-missing' },
  });
  expect(peer.received.plain).toMatch(/^EHLO \S+\r\nQUIT\r\n$/);
});

test('no AUTH offered is unsupported, never accepted', async () => {
  const result = await run(
    startTlsScript(server, {
      tlsEhlo: '250-x\r\n250 SIZE\r\n',
      auth: (connection) => connection.line(),
    }),
  );
  expect(result).toMatchObject({
    exitCode: 1,
    outputs: { verdict: 'unsupported', cause: 'auth-not-offered' },
  });
});

test('plaintext only with the explicit consent', async () => {
  const plain: Script = async (connection) => {
    connection.send('220 x\r\n');
    await connection.line();
    connection.send('250-x\r\n250 AUTH LOGIN\r\n');
    await loginThen('235 ok\r\n')(connection);
  };
  const refused = await run(plain, { starttls: 'never' });
  expect(refused).toMatchObject({ exitCode: 1, outputs: { verdict: 'config' } });
  expect(peer.connections).toHaveLength(0);
  await peer.close();
  const consented = await run(plain, { starttls: 'never', 'allow-cleartext-auth': 'true' });
  expect(consented).toMatchObject({
    exitCode: 0,
    outputs: { verdict: 'accepted', 'tls-version': '' },
  });
});

test('expect: rejected passes on 535 and fails on 235', async () => {
  const dead = await run(
    startTlsScript(server, { auth: loginThen('535 5.7.8 Authentication credentials invalid\r\n') }),
    {
      expect: 'rejected',
    },
  );
  expect(dead).toMatchObject({ exitCode: 0, outputs: { verdict: 'rejected', failed: '0' } });
  await peer.close();
  const alive = await run(startTlsScript(server, { auth: loginThen('235 ok\r\n') }), {
    expect: 'rejected',
  });
  expect(alive).toMatchObject({ exitCode: 1, outputs: { verdict: 'accepted', failed: '1' } });
  expect(alive.stdout).toContain('it can still be used');
});
