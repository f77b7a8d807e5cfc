import type { RawAccount } from '../../src/inputs/names.ts';
import { Secrets } from '../../src/safety/secrets.ts';
import type { CheckOptions } from '../../src/smtp/check.ts';
import type { Ended } from '../support/outcome.ts';
import { createAuthority, createLocalhost, issue, issueClient } from '../support/certificates.ts';
import { type Peer, type PeerConnection, startPeer } from '../support/peer.ts';
import {
  endPointBinding,
  exportedBinding,
  playScram,
  tlsOf,
  type ScramServer,
} from '../support/scram-server.ts';
import { startTlsScript } from '../support/scripts.ts';
import { checkPeer, toBase64, visible } from './support.ts';

/** Whole exchanges on real sockets: how each mechanism ends. */

const { ca, server } = await createLocalhost();
const PASSWORD = 'correct horse';
const TOKEN = 'ya29.a0AfB_token-of-the-test';
let peer: Peer;

async function login(
  mechanisms: string,
  auth: (connection: PeerConnection) => Promise<unknown>,
  inputs: Partial<RawAccount>,
  options?: CheckOptions,
): Promise<Ended> {
  const tlsEhlo = `250-mail.example.test\r\n250 AUTH ${mechanisms}\r\n`;
  peer = await startPeer(startTlsScript(server, { tlsEhlo, auth }));
  return checkPeer(peer, ca.cert, inputs, options);
}

/** Sends each reply after a line of the client; keeps what the client said. */
function replies(...lines: string[]): (connection: PeerConnection) => Promise<void> {
  return async (connection) => {
    for (const line of lines) {
      await connection.line();
      connection.send(`${line}\r\n`);
    }
    await connection.line();
  };
}

/** What was said inside TLS after EHLO. */
const said = (): string[] => peer.received.tls.split('\r\n').slice(1, -1);

/** What the transcript tells of the client from AUTH on. */
const shown = ({ transcript }: Ended): string[] => {
  const lines = transcript.filter(({ speaker }) => speaker === 'C').map(({ text }) => text);
  return lines.slice(lines.findIndex((line) => line.startsWith('AUTH')));
};

afterEach(() => peer.close());

describe('SCRAM', () => {
  const scram = (
    server: Partial<ScramServer>,
    inputs: Partial<RawAccount> = {},
    options?: CheckOptions,
  ): Promise<Ended> =>
    login(
      'SCRAM-SHA-256',
      (connection) => playScram(connection, { hash: 'sha256', password: PASSWORD, ...server }),
      { password: PASSWORD, ...inputs },
      options,
    );

  test('the right password is accepted, the signature answered with an empty line', async () => {
    const result = await scram({});
    expect(result).toMatchObject({ outcome: 'accepted', mechanism: 'SCRAM-SHA-256' });
    expect(said().at(-2)).toBe('');
    expect(shown(result)).toEqual([
      'AUTH SCRAM-SHA-256 [user name and nonce]',
      '[proof]',
      '[empty line]',
    ]);
  });

  test('the wrong password is rejected after one AUTH', async () => {
    const result = await scram({ password: 'another' });
    expect(result).toMatchObject({ outcome: 'refused', credentialSent: true });
    expect(said().filter((line) => line.startsWith('AUTH'))).toHaveLength(1);
  });

  test('235 without a server signature is not accepted', async () => {
    const result = await scram({ final: () => undefined });
    expect(result).toMatchObject({
      failure: { problem: 'premature-success' },
    });
  });

  describe('a server signature in the text of the 235', () => {
    const inSuccess = (success: (final: string) => string): Promise<Ended> =>
      scram({ final: () => undefined, success });

    test.each<[string, (final: string) => string]>([
      ['as it is', (final) => final],
      ['after an enhanced code', (final) => `2.7.0 ${final}`],
      ['in Base64', (final) => `2.7.0 ${toBase64(final)} ok`],
    ])('is verified and accepted: %s', async (_, success) => {
      expect(await inSuccess(success)).toMatchObject({ outcome: 'accepted' });
    });

    test.each<[string, (final: string) => string, string]>([
      ['is wrong', () => `v=${toBase64('x'.repeat(32))}`, 'server-not-authentic'],
      ['is not Base64', () => 'v=!', 'challenge-malformed'],
      ['is an error', () => 'e=other-error', 'premature-success'],
    ])('is not accepted when it %s', async (_, success, problem) => {
      const result = await inSuccess(success);
      expect(result).toMatchObject({ outcome: problem, reply: { code: 235 } });
      expect(result.acceptance).toBeUndefined();
      expect(said()).not.toContain('*');
    });
  });

  test('a wrong server signature ends the login with `*`, whatever the server says then', async () => {
    const result = await scram({ final: () => `v=${toBase64('x'.repeat(32))}` });
    expect(result).toMatchObject({
      failure: { problem: 'server-not-authentic', detail: "the server's signature is wrong" },
    });
    expect(said()).toContain('*');
  });

  test('an error in place of the signature, and then 235, is not accepted', async () => {
    const result = await scram({ final: () => 'e=other-error' });
    expect(result).toMatchObject({ outcome: 'premature-success', serverReason: 'other-error' });
  });

  test.each([
    ['i=1', 'i=1', 'iterations-out-of-bounds'],
    ['i=1000000000', 'i=1000000000', 'iterations-out-of-bounds'],
    ['another nonce', undefined, 'server-not-authentic'],
  ])('%s ends the login before anything is derived', async (_, count, problem) => {
    const bend = (message: string): string =>
      count === undefined
        ? message.replace(/^r=[^,]*/, 'r=other')
        : message.replace(/i=\d+/, count);
    const result = await scram({ first: bend });
    expect(result).toMatchObject({ failure: { problem } });
    expect(result.credentialSent).toBe(false);
    expect(said()).toContain('*');
  });

  test('a check is over at once when its time ends while a key is derived', async () => {
    const end = new AbortController();
    const first = (message: string): string => {
      setTimeout(() => {
        end.abort();
      }, 30);
      return message.replace('i=4096', 'i=600000');
    };
    const result = await scram({ first }, {}, { signal: end.signal });
    // Had it waited for the key, some 300 ms, the proof would have been sent.
    expect(result).toMatchObject({ outcome: 'cancelled', stage: 'auth', credentialSent: false });
  });

  test('a proof that the server repeats is shown nowhere, and the runner is told to mask it', async () => {
    const masked: string[] = [];
    let proof = '';
    const result = await login(
      'SCRAM-SHA-256',
      async (connection) => {
        const command = await connection.line();
        const nonce = Buffer.from(command.split(' ')[2] ?? '', 'base64')
          .toString()
          .split('r=')[1];
        connection.send(`334 ${toBase64(`r=${nonce ?? ''}x,s=QUJD,i=4096`)}\r\n`);
        const final = Buffer.from(await connection.line(), 'base64').toString();
        proof = final.split(',p=')[1] ?? '';
        connection.send(`535 5.7.8 proof ${proof} is wrong\r\n`);
        await connection.line();
      },
      { password: PASSWORD },
      { secrets: new Secrets((secret) => masked.push(secret)).forAccount([PASSWORD]) },
    );
    expect(proof).toMatch(/^[A-Za-z0-9+/]{43}=$/);
    expect(visible(result)).not.toContain(proof.slice(0, -2));
    expect(masked).toContain(proof);
  });
});

describe('SCRAM-SHA-256-PLUS', () => {
  test('binds to TLS 1.3 by tls-exporter', async () => {
    const result = await login(
      'SCRAM-SHA-256-PLUS',
      (connection) => {
        const binding = exportedBinding(connection);
        return playScram(connection, { hash: 'sha256', password: PASSWORD, binding });
      },
      { password: PASSWORD },
    );
    expect(result).toMatchObject({ outcome: 'accepted', mechanism: 'SCRAM-SHA-256-PLUS' });
    expect(Buffer.from(said()[0]?.split(' ')[2] ?? '', 'base64').toString()).toMatch(
      /^p=tls-exporter,,n=/,
    );
  });

  test.each([
    ['ecdsa-with-SHA256', 'ec', 'sha256'],
    ['sha256WithRSAEncryption', 'rsa-2048', 'sha256'],
  ] as const)('binds to TLS 1.2 by tls-server-end-point: %s', async (_, keys, hash) => {
    // Self-signed, so that the certificate's own key makes its signature.
    const identity = await issue(undefined, { dnsNames: ['localhost'], keys });
    const tlsEhlo = '250-x\r\n250 AUTH SCRAM-SHA-256-PLUS\r\n';
    peer = await startPeer(
      startTlsScript({ ...identity, maxVersion: 'TLSv1.2' } as typeof identity, {
        tlsEhlo,
        auth: (connection) =>
          playScram(connection, {
            hash: 'sha256',
            password: PASSWORD,
            binding: endPointBinding(identity.cert, hash),
          }),
      }),
    );
    const result = await checkPeer(peer, identity.cert, { password: PASSWORD });
    expect(result).toMatchObject({ outcome: 'accepted', tls: { version: 'TLSv1.2' } });
  });

  test('somebody in between, whose channel is another one, fails', async () => {
    const result = await login(
      'SCRAM-SHA-256-PLUS',
      (connection) =>
        playScram(connection, {
          hash: 'sha256',
          password: PASSWORD,
          binding: Buffer.alloc(32, 'another channel'),
        }),
      { password: PASSWORD },
    );
    expect(result.outcome).toBe('refused');
  });

  test('a server that offers -PLUS too is told `n`, never `y`', async () => {
    await login('SCRAM-SHA-256-PLUS SCRAM-SHA-256', replies('535 5.7.8 no'), {
      password: PASSWORD,
      mechanism: 'SCRAM-SHA-256',
    });
    expect(Buffer.from(said()[0]?.split(' ')[2] ?? '', 'base64').toString()).toMatch(/^n,,n=/);
  });

  test('without TLS there is nothing to bind to', async () => {
    peer = await startPeer(async (connection) => {
      connection.send('220 x\r\n');
      await connection.line();
      connection.send('250-x\r\n250 AUTH SCRAM-SHA-256-PLUS\r\n');
      await connection.line();
    });
    const inputs = { starttls: 'never', 'allow-cleartext-auth': 'true' };
    const wanted = { password: PASSWORD, mechanism: 'SCRAM-SHA-256-PLUS' };
    const result = await checkPeer(peer, ca.cert, { ...inputs, ...wanted });
    expect(result.failure).toStrictEqual({ problem: 'channel-binding-unavailable' });
    expect(peer.received.plain).not.toContain('AUTH');
  });
});

describe('CRAM-MD5', () => {
  test('the digest that the server repeats is shown nowhere', async () => {
    const result = await login(
      'CRAM-MD5',
      async (connection) => {
        await connection.line();
        connection.send(`334 ${toBase64('<1@example.test>')}\r\n`);
        const digest = Buffer.from(await connection.line(), 'base64')
          .toString()
          .split(' ')[1];
        connection.send(`535 5.7.8 ${digest?.toUpperCase() ?? ''} is wrong\r\n`);
        await connection.line();
      },
      { password: PASSWORD },
    );
    expect(result).toMatchObject({ outcome: 'refused', reply: { code: 535 } });
    expect(visible(result)).not.toMatch(/[0-9a-f]{32} is wrong/i);
    expect(shown(result)).toEqual(['AUTH CRAM-MD5', '[user name and digest]']);
  });

  test.each([
    ['that is not Base64', '334 <1@example.test>'],
    ['that is empty', '334 '],
  ])('a challenge %s is refused with `*`', async (_, challenge) => {
    const result = await login('CRAM-MD5', replies(challenge, '501 x'), { password: PASSWORD });
    expect(result.failure).toEqual({
      problem: 'challenge-malformed',
      detail: challenge === '334 ' ? 'empty challenge' : 'not Base64',
    });
    expect(said().slice(0, 2)).toEqual(['AUTH CRAM-MD5', '*']);
  });
});

describe.each([
  ['XOAUTH2', '', '401'],
  ['OAUTHBEARER', 'AQ==', 'invalid_token'],
])('%s', (mechanism, acknowledgement, status) => {
  const error = `334 ${toBase64(JSON.stringify({ status, schemes: 'bearer' }))}`;
  const given = { 'access-token': TOKEN };

  test('the token is accepted', async () => {
    const result = await login(mechanism, replies('235 2.7.0 Accepted'), given);
    expect(result).toMatchObject({ outcome: 'accepted', mechanism, credentialSent: true });
  });

  test('a refusal: error, acknowledgement, 535, one AUTH, and its status is known', async () => {
    const result = await login(mechanism, replies(error, '535 5.7.8 refused'), given);
    expect(result).toMatchObject({
      outcome: 'refused',
      reply: { code: 535 },
      serverReason: status,
      credentialSent: true,
    });
    expect(said()[1]).toBe(acknowledgement);
    expect(shown(result)).toEqual([
      `AUTH ${mechanism} [user name and token]`,
      acknowledgement === '' ? '[empty line]' : '[acknowledgement]',
    ]);
    expect(result.transcript.map(({ text }) => text)).toContain(`the server's reason: ${status}`);
    expect(said().filter((line) => line.startsWith('AUTH'))).toHaveLength(1);
  });

  test('error, and then 235, is not accepted', async () => {
    const result = await login(mechanism, replies(error, '235 2.7.0 welcome'), given);
    expect(result).toMatchObject({
      failure: { problem: 'premature-success' },
    });
  });

  test('errors without end are refused', async () => {
    const result = await login(mechanism, replies(error, error, error, error), given);
    expect(result).toMatchObject({ failure: { problem: 'challenge-not-understood' } });
  });

  test('a token of 2 kB goes after the 334, not into the AUTH command', async () => {
    const token = 'x'.repeat(2000);
    const result = await login(mechanism, replies('334 ', '235 2.7.0 OK'), {
      'access-token': token,
    });
    expect(result.outcome).toBe('accepted');
    expect(said()[0]).toBe(`AUTH ${mechanism}`);
    expect(Buffer.from(said()[1] ?? '', 'base64').toString()).toContain(`Bearer ${token}`);
  });

  test('235 to the bare AUTH, before a long token was sent, is not accepted', async () => {
    const result = await login(mechanism, replies('235 2.7.0 OK'), {
      'access-token': 'x'.repeat(2000),
    });
    expect(result.outcome).toBe('premature-success');
  });

  test('the token and its payload are shown nowhere, though the server repeats both', async () => {
    const result = await login(
      mechanism,
      async (connection) => {
        const payload = (await connection.line()).split(' ')[2]?.trim() ?? '';
        connection.send(`535-5.7.8 ${TOKEN}\r\n535 5.7.8 ${payload}\r\n`);
        await connection.line();
      },
      given,
    );
    expect(result.outcome).toBe('refused');
    expect(visible(result)).not.toContain(TOKEN);
    expect(visible(result)).not.toContain(toBase64(`auth=Bearer ${TOKEN}`).slice(4, 20));
  });
});

describe('EXTERNAL', () => {
  test.each([
    ['with the user name', 'robot@example.test', toBase64('robot@example.test')],
    ['without one', '', '='],
  ])('shows the client certificate and logs in %s', async (_, username, message) => {
    const clients = await createAuthority('Clients');
    const client = await issueClient(clients, { commonName: 'robot' });
    let subject = '';
    const tlsEhlo = '250-x\r\n250 AUTH EXTERNAL PLAIN\r\n';
    const identity = { ...server, requestCert: true, ca: clients.cert };
    peer = await startPeer(
      startTlsScript(identity, {
        tlsEhlo,
        auth: async (connection) => {
          subject = tlsOf(connection).getPeerX509Certificate()?.subject ?? '';
          await replies('235 2.7.0 OK')(connection);
        },
      }),
    );
    const inputs = { 'client-certificate': client.cert, 'client-key': client.key, username };
    const result = await checkPeer(peer, ca.cert, inputs);
    expect(result).toMatchObject({ outcome: 'accepted', mechanism: 'EXTERNAL' });
    expect(subject).toBe('CN=robot');
    expect(said()[0]).toBe(`AUTH EXTERNAL ${message}`);
  });
});

test.each([
  ['without channel binding', 'SCRAM-SHA-256'],
  ['with channel binding', 'SCRAM-SHA-256-PLUS'],
])('a mechanism %s that the server does not offer is named as just that', async (_, mechanism) => {
  const result = await login('PLAIN', replies(), { password: PASSWORD, mechanism });
  expect(result.failure).toStrictEqual({ problem: 'mechanism-not-offered' });
  expect(said()).not.toContain('AUTH');
});

describe('an initial response', () => {
  /** RFC 4954 section 4: the line of AUTH has at most 512 octets, CRLF included. */
  test('of a line of 512 octets goes along with AUTH', async () => {
    const clients = await createAuthority('Clients');
    const client = await issueClient(clients, { commonName: 'robot' });
    const identity = { ...server, requestCert: true, ca: clients.cert };
    const tlsEhlo = '250-x\r\n250 AUTH EXTERNAL\r\n';
    peer = await startPeer(startTlsScript(identity, { tlsEhlo, auth: replies('235 2.7.0 OK') }));
    const inputs = { 'client-certificate': client.cert, 'client-key': client.key };
    const username = 'x'.repeat(372);
    const result = await checkPeer(peer, ca.cert, { ...inputs, username });
    expect(result.outcome).toBe('accepted');
    expect(said()[0]).toBe(`AUTH EXTERNAL ${toBase64(username)}`);
    expect(said()[0]).toHaveLength(510);
  });

  test('of a line of 513 octets waits for the 334', async () => {
    const password = 'p'.repeat(373 - '\0user@example.test\0'.length);
    const result = await login('PLAIN', replies('334 ', '235 2.7.0 OK'), { password });
    expect(result.outcome).toBe('accepted');
    expect(said().slice(0, 2)).toEqual([
      'AUTH PLAIN',
      toBase64(`\0user@example.test\0${password}`),
    ]);
  });
});

describe('a server that ignores the initial response and asks for it with an empty 334', () => {
  test.each<[string, Partial<RawAccount>]>([
    ['PLAIN', { password: PASSWORD }],
    ['XOAUTH2', { 'access-token': TOKEN }],
    ['OAUTHBEARER', { 'access-token': TOKEN }],
  ])('gets the same one once more, in the same AUTH: %s', async (mechanism, inputs) => {
    const result = await login(mechanism, replies('334 ', '235 2.7.0 OK'), inputs);
    expect(result).toMatchObject({ outcome: 'accepted', credentialSent: true });
    const [auth = '', again] = said();
    expect(auth.startsWith(`AUTH ${mechanism} `)).toBe(true);
    expect(again).toBe(auth.split(' ')[2]);
    expect(said().filter((line) => line.startsWith('AUTH'))).toHaveLength(1);
  });

  test('gets it for SCRAM too, with the same nonce', async () => {
    const result = await login(
      'SCRAM-SHA-256',
      (connection) =>
        playScram(connection, { hash: 'sha256', password: PASSWORD, ignoresInitial: true }),
      { password: PASSWORD },
    );
    expect(result.outcome).toBe('accepted');
  });

  test('does not get it a third time', async () => {
    const result = await login('PLAIN', replies('334 ', '334 ', '501 x'), { password: PASSWORD });
    expect(result.outcome).toBe('challenge-not-understood');
    expect(said().slice(2)).toEqual(['*', 'QUIT']);
  });

  test('does not get it for a challenge that says something', async () => {
    const result = await login('PLAIN', replies('334 Zm9v', '501 x'), { password: PASSWORD });
    expect(result.outcome).toBe('challenge-not-understood');
    expect(said().slice(1)).toEqual(['*', 'QUIT']);
  });

  test('does not get a different credential after a refused one', async () => {
    const result = await login('PLAIN', replies('334 ', '535 5.7.8 no'), { password: PASSWORD });
    expect(result).toMatchObject({ outcome: 'refused', reply: { code: 535 } });
    expect(said()).toHaveLength(3);
  });
});

describe('from and to', () => {
  const asks = { password: PASSWORD, from: 'boss@example.test', to: 'x@example.com' };
  const plain = (...after: string[]): Promise<Ended> =>
    login('PLAIN', replies('235 2.7.0 OK', ...after), asks);

  test('MAIL FROM, RCPT TO and RSET are asked after the login, and never DATA', async () => {
    const result = await plain('250 2.1.0 Ok', '250 2.1.5 Ok', '250 2.0.0 Ok');
    expect(result).toMatchObject({ outcome: 'accepted', stage: 'mail', reply: { code: 235 } });
    expect(said().slice(1)).toEqual([
      'MAIL FROM:<boss@example.test>',
      'RCPT TO:<x@example.com>',
      'RSET',
      'QUIT',
    ]);
  });

  test.each([
    ['sender', 'MAIL', ['553 5.7.1 not owned by user']],
    ['recipient', 'RCPT', ['250 Ok', '554 5.7.1 Relay denied']],
    ['recipient, with a code below those that accept it', 'RCPT', ['250 Ok', '249 hm']],
    ['recipient, with a code above those that accept it', 'RCPT', ['250 Ok', '253 hm']],
    ['sender, for now', 'MAIL', ['451 4.3.0 later']],
    ['sender, with a code of another command', 'MAIL', ['354 go on']],
  ])(
    'a refused %s leaves the login accepted, and the command is named',
    async (_, command, after) => {
      const result = await plain(...after);
      expect(result).toMatchObject({
        acceptance: { reply: { code: 235 } },
        failure: { problem: 'refused', command },
        stage: 'mail',
        reply: { code: Number(after.at(-1)?.slice(0, 3)) },
      });
    },
  );

  test('without a recipient only the sender is asked for', async () => {
    const said250 = replies('235 2.7.0 OK', '250 Ok', '250 Ok');
    const result = await login('PLAIN', said250, { password: PASSWORD, from: asks.from });
    expect(result.outcome).toBe('accepted');
    expect(said().slice(1)).toEqual(['MAIL FROM:<boss@example.test>', 'RSET', 'QUIT']);
  });

  test('the reply that refuses is told', async () => {
    const result = await plain('500 5.5.1 what?');
    expect(result).toMatchObject({
      failure: { problem: 'refused', command: 'MAIL' },
      reply: { code: 500, lines: ['5.5.1 what?'] },
    });
  });

  test.each(['251 will forward', '252 cannot verify'])(
    'a recipient is accepted with %s',
    async (line) => {
      expect((await plain('250 Ok', line, '250 Ok')).outcome).toBe('accepted');
    },
  );

  test('a refused login is never asked for a sender', async () => {
    const result = await login('PLAIN', replies('535 5.7.8 no'), asks);
    expect(result.outcome).toBe('refused');
    expect(peer.received.tls).not.toContain('MAIL');
  });
});
