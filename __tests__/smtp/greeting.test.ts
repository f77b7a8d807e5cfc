import { check } from '../../src/smtp/check.ts';
import { accountAt } from '../support/account.ts';
import { createLocalhost } from '../support/certificates.ts';
import { type Ended, ended } from '../support/outcome.ts';
import { type Script, startPeer } from '../support/peer.ts';
import { loginThen, startTlsScript } from '../support/scripts.ts';

/** What a greeting and an EHLO reply tell beside their code. */

const { ca, server } = await createLocalhost();

async function checkWith(script: Script): Promise<Ended> {
  const peer = await startPeer(script);
  const account = accountAt(peer.port, ca.cert, { password: 'correct horse', timeout: '5' });
  const result = ended(await check(account));
  await peer.close();
  return result;
}

/** Sends one line after the other; the second one answers EHLO. */
const saying =
  (greeting: string, ehlo = '250 x\r\n'): Script =>
  async (connection) => {
    connection.send(greeting);
    await connection.line();
    connection.send(ehlo);
    await connection.line();
  };

describe('another protocol is named', () => {
  test.each([
    ['imap', '* OK [CAPABILITY IMAP4rev1] Dovecot ready.\r\n'],
    ['imap', '* BYE too many connections\r\n'],
    ['pop3', '+OK Dovecot ready.\r\n'],
    ['pop3', '-ERR too busy\r\n'],
    ['http', 'HTTP/1.1 400 Bad Request\r\n\r\n'],
    ['http', '<!DOCTYPE html>\n'],
    ['ssh', 'SSH-2.0-OpenSSH_9.2p1\r\n'],
    ['mysql', '\x4a\0\0\0\n8.0.36\0\x08\0\0\0'],
    ['mysql', '\x45\0\0\0\xffj\x04Host is not allowed to connect'],
    ['nntp', '200 news.example.test ready (posting ok)\r\n'],
    ['nntp', '201 news.example.test ready (no posting)\r\n'],
  ])('%s: %j', async (code, greeting) => {
    const result = await checkWith(saying(greeting));
    expect(result).toMatchObject({ outcome: 'not-smtp', failure: { code }, authSent: false });
  });

  test('a protocol that nobody knows is not named', async () => {
    const { outcome, failure } = await checkWith(saying('hello\r\n'));
    expect(outcome).toBe('not-smtp');
    expect(failure).not.toHaveProperty('code');
  });

  test.each([
    '220 (vsFTPd 3.0.5)\r\n',
    '220 ProFTPD Server ready.\r\n',
    '220-FileZilla Server\r\n220 hi\r\n',
  ])('ftp, once it does not know EHLO: %j', async (greeting) => {
    const result = await checkWith(saying(greeting, '530 Please login with USER and PASS.\r\n'));
    expect(result).toMatchObject({ outcome: 'not-smtp', failure: { code: 'ftp' } });
  });

  test('a mail server at a host named ftp is one', async () => {
    const script = saying('220 ftp.example.test ESMTP\r\n', '550 5.7.1 not you\r\n');
    expect(await checkWith(script)).toMatchObject({
      outcome: 'refused',
      failure: { command: 'EHLO' },
    });
  });
});

describe('a greeting that begins with 220 and ends with another code', () => {
  test.each([
    ['220-mail.example.test ESMTP\r\n521 5.7.1 blocked\r\n', 521, '5.7.1'],
    ['220-please wait\r\n421-4.7.0 too many\r\n421 4.7.0 connections\r\n', 421, '4.7.0'],
  ])('is the refusal, with all its lines: %j', async (greeting, code, enhanced) => {
    const result = await checkWith(saying(greeting));
    expect(result).toMatchObject({
      outcome: 'refused',
      stage: 'greeting',
      reply: { code, enhanced },
    });
    expect(result.reply?.lines).toEqual(
      greeting
        .split('\r\n')
        .slice(0, -1)
        .map((line) => line.slice(4)),
    );
  });

  test.each(['220-a\r\n250 b\r\n', '421-a\r\n220 b\r\n', '220-a\r\n521-b\r\n220 c\r\n'])(
    'is malformed where it is not a refusal: %j',
    async (greeting) => {
      expect((await checkWith(saying(greeting))).outcome).toBe('malformed-reply');
    },
  );

  test('is malformed in any later reply', async () => {
    const script = saying('220 x\r\n', '220-a\r\n521 b\r\n');
    expect((await checkWith(script)).outcome).toBe('malformed-reply');
  });
});

describe('a device on the way that overwrites what it does not know', () => {
  const masked = '250-mail.example.test\r\n250-XXXXXXXA\r\n250 XXXB\r\n';

  test.each([
    ['its greeting', `220 ${'*'.repeat(35)}\r\n`, '250 x\r\n'],
    ['its greeting, zeros and twos kept', '220 ****2****0***\r\n', '250 x\r\n'],
    ['its capabilities', '220 mail.example.test ESMTP\r\n', masked],
  ])('is recognised by %s', async (_, greeting, ehlo) => {
    const result = await checkWith(saying(greeting, ehlo));
    expect(result).toMatchObject({ outcome: 'starttls-missing', masked: true });
  });

  test.each([
    ['220 *** welcome ***\r\n', '250 x\r\n'],
    ['220 x\r\n', '250-x\r\n250 XEXCH50\r\n'],
    ['220 2002\r\n', '250-x\r\n250 XX\r\n'],
  ])('is not made up: %j %j', async (greeting, ehlo) => {
    expect(await checkWith(saying(greeting, ehlo))).not.toHaveProperty('masked');
  });
});

test('a refusal in GBK is readable, in the reply and in the transcript', async () => {
  const reply = Buffer.from('35353020d3c3bba7cedec8a8b5c7c2bd0d0a', 'hex').toString('latin1');
  const result = await checkWith(startTlsScript(server, { auth: loginThen(reply) }));
  expect(result).toMatchObject({
    outcome: 'refused',
    reply: { code: 550, lines: ['用户无权登陆'] },
  });
  expect(result.transcript.map(({ text }) => text)).toContain('550 用户无权登陆');
});
