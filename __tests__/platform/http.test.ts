import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TlsOptions, TLSSocket } from 'node:tls';
import { request } from '../../src/platform/http.ts';
import { createAuthority, createLocalhost, type Identity, issue } from '../support/certificates.ts';
import { type RawHttps, startRawHttps } from '../support/raw-https.ts';

/** Servers that answer well, badly or not at all, over real TLS. */

const { ca, server: identity } = await createLocalhost();
const SECRET = 'secret-of-the-request';
const environment = { ...process.env };
let server: RawHttps;

beforeAll(() => {
  for (const name of ['HTTPS_PROXY', 'https_proxy', 'ALL_PROXY', 'all_proxy']) {
    Reflect.deleteProperty(process.env, name);
  }
});

afterEach(async () => {
  process.env = { ...environment };
  await server.close();
});

interface Setting {
  readonly identity?: Identity;
  readonly tls?: TlsOptions;
  readonly host?: string;
  readonly trusted?: string;
  readonly timeoutMs?: number;
  readonly maxBytes?: number;
}

async function ask(
  play: (socket: TLSSocket, request: string) => unknown,
  setting: Setting = {},
): Promise<{ status: number; body: string }> {
  const { host = 'localhost', trusted = ca.cert, timeoutMs = 5000, maxBytes = 1000 } = setting;
  server = await startRawHttps(setting.identity ?? identity, play, setting.tls);
  const question = {
    method: 'POST',
    headers: { 'x-secret': SECRET },
    body: 'a=b',
    ca: trusted,
    maxBytes,
  };
  const url = new URL(`https://${host}:${server.port}/token?x=y`);
  return request(url, question, AbortSignal.timeout(timeoutMs));
}

const says =
  (text: string) =>
  (socket: TLSSocket): void => {
    socket.end(Buffer.from(text, 'latin1'));
  };
const OK = 'HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nhi';

test('one request is sent and one reply is read', async () => {
  await expect(ask(says(OK))).resolves.toMatchObject({ status: 200, body: 'hi' });
  const [head = '', body] = (server.received[0] ?? '').split('\r\n\r\n');
  expect(head.split('\r\n')).toEqual([
    'POST /token?x=y HTTP/1.1',
    `x-secret: ${SECRET}`,
    `Host: localhost:${server.port}`,
    'Connection: close',
    'Content-Length: 3',
  ]);
  expect(body).toBe('a=b');
});

test('a byte order mark is not part of the body', async () => {
  const mark = '\xef\xbb\xbf';
  const reply = await ask(says(`HTTP/1.1 200 OK\r\ncontent-length: 5\r\n\r\n${mark}{}`));
  expect(reply.body).toBe('{}');
});

test.each(['127.0.0.1', '[::1]'])('a server may be named by its address %s', async (host) => {
  // The server listens on IPv4, so ::1 is refused by the network and not by the name check.
  const asked = ask(says(OK), { host });
  await (host === '127.0.0.1'
    ? expect(asked).resolves.toMatchObject({ body: 'hi' })
    : expect(asked).rejects.toMatchObject({ fault: 'network' }));
});

const ENDLESS = 'HTTP/1.1 103 Early Hints\r\nlink: </x>\r\n\r\n'.repeat(100);

test.each<[string, string, string, string]>([
  [
    'switches protocols',
    'HTTP/1.1 101 Switching Protocols\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n',
    'reply',
    'SWITCHING_PROTOCOLS',
  ],
  [
    'switches protocols and says nothing of an upgrade',
    'HTTP/1.1 101 Switching Protocols\r\n\r\n',
    'reply',
    'INTERIM_REPLY',
  ],
  ['sends interim replies without end', ENDLESS, 'reply', 'TOO_MANY_INTERIM_REPLIES'],
  ['closes without a byte', '', 'network', 'ECONNRESET'],
  ['closes in the status line', 'HTTP/1.1 2', 'network', 'ECONNRESET'],
  ['closes in the headers', 'HTTP/1.1 200 OK\r\ncontent-le', 'network', 'ECONNRESET'],
  ['closes in the body', 'HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nhi', 'network', 'ECONNRESET'],
  [
    'closes in a chunk',
    'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n5\r\nhi',
    'network',
    'ECONNRESET',
  ],
  ['speaks SMTP', '220 mail.example.test ESMTP\r\n', 'reply', 'HPE_INVALID_CONSTANT'],
  [
    'has two lengths',
    'HTTP/1.1 200 OK\r\ncontent-length: 2\r\ncontent-length: 3\r\n\r\nhi',
    'reply',
    'HPE_UNEXPECTED_CONTENT_LENGTH',
  ],
  [
    'has a length that is not a number',
    'HTTP/1.1 200 OK\r\ncontent-length: x\r\n\r\nhi',
    'reply',
    'HPE_INVALID_CONTENT_LENGTH',
  ],
  [
    'has a chunk size that is not a number',
    'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nx\r\n',
    'reply',
    'HPE_INVALID_CHUNK_SIZE',
  ],
  [
    'has a NUL in a header',
    'HTTP/1.1 200 OK\r\nx: \0\r\n\r\n',
    'reply',
    'HPE_INVALID_HEADER_TOKEN',
  ],
  [
    'has headers of 80 KiB',
    `HTTP/1.1 200 OK\r\nx: ${'y'.repeat(80 * 1024)}\r\n\r\n`,
    'reply',
    'HPE_HEADER_OVERFLOW',
  ],
  [
    'has a longer body than it may',
    `HTTP/1.1 200 OK\r\n\r\n${'x'.repeat(1001)}`,
    'reply',
    'REPLY_TOO_LONG',
  ],
])('a server that %s', async (_, text, fault, code) => {
  await expect(ask(says(text))).rejects.toMatchObject({ name: 'HttpFailure', fault, code });
});

test.each<[string, number]>([
  ['HTTP/1.1 204 No Content\r\n\r\n', 204],
  ['HTTP/1.1 304 Not Modified\r\n\r\n', 304],
  ['HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n', 200],
  ['HTTP/1.1 307 x\r\nlocation: https://localhost/stolen\r\ncontent-length: 0\r\n\r\n', 307],
  ['HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n', 200],
])('%j is a reply with an empty body, and nothing is asked again', async (text, status) => {
  await expect(ask(says(text))).resolves.toMatchObject({ status, body: '' });
  expect(server.received).toHaveLength(1);
});

test.each<[string, (socket: TLSSocket) => unknown]>([
  ['never answers', () => undefined],
  [
    'drips its headers',
    (socket) => {
      drip(socket, 'HTTP/1.1 200 OK\r\nx: ');
    },
  ],
  [
    'drips its body',
    (socket) => {
      drip(socket, 'HTTP/1.1 200 OK\r\n\r\n');
    },
  ],
  [
    'drips interim replies',
    (socket) => {
      drip(socket, '', 'HTTP/1.1 102 x\r\n\r\n');
    },
  ],
])('a server that %s is left at the deadline, and its connection closed', async (_, play) => {
  const asked = ask(play, { timeoutMs: 150 });
  await expect(asked).rejects.toMatchObject({ name: 'TimeoutError' });
  for (let round = 0; round < 50 && server.open > 0; round += 1) {
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  expect(server.open).toBe(0);
});

function drip(socket: TLSSocket, first: string, more = 'x'): void {
  socket.write(first);
  const timer = setInterval(() => socket.write(more), 20);
  socket.on('close', () => {
    clearInterval(timer);
  });
}

test('a request that is cancelled before it begins opens no connection', async () => {
  server = await startRawHttps(identity, says(OK));
  const url = new URL(`https://localhost:${server.port}/`);
  const question = { method: 'GET', headers: {}, ca: ca.cert, maxBytes: 10 };
  const reason = new Error('cancelled');
  await expect(request(url, question, AbortSignal.abort(reason))).rejects.toBe(reason);
  expect(server.received).toEqual([]);
});

describe('a certificate is verified before anything is sent', () => {
  const past = new Date(Date.now() - 1000);
  const byName = { dnsNames: ['localhost'] };
  test.each<[string, () => Promise<Setting>, string]>([
    [
      'that has expired',
      async () => ({ identity: await issue(ca, { ...byName, notAfter: past }) }),
      'CERT_HAS_EXPIRED',
    ],
    [
      'for another name',
      async () => ({ identity: await issue(ca, { dnsNames: ['other.test'] }) }),
      'ERR_TLS_CERT_ALTNAME_INVALID',
    ],
    [
      'with the name in its subject alone',
      async () => ({ identity: await issue(ca, { commonName: 'localhost' }) }),
      'ERR_TLS_CERT_ALTNAME_INVALID',
    ],
    [
      'that is self-signed',
      async () => ({ identity: await issue(undefined, byName) }),
      'DEPTH_ZERO_SELF_SIGNED_CERT',
    ],
    [
      'of an authority that is not trusted',
      async () => ({ trusted: (await createAuthority('Other')).cert }),
      'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    ],
  ])('one %s is refused', async (_, make, code) => {
    process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = '0';
    await expect(ask(says(OK), await make())).rejects.toMatchObject({ fault: 'certificate', code });
    expect(server.received.join('')).toBe('');
  });

  test('with an RSA key of 1024 bits', async () => {
    const weak = await issue(ca, { ...byName, keys: 'rsa-1024' });
    const asked = ask(says(OK), { identity: weak, tls: { ciphers: 'DEFAULT:@SECLEVEL=0' } });
    await expect(asked).rejects.toMatchObject({ fault: 'certificate' });
    expect(server.received.join('')).toBe('');
  });
});

test('TLS 1.1 is not spoken', async () => {
  const tls = {
    minVersion: 'TLSv1',
    maxVersion: 'TLSv1.1',
    ciphers: 'DEFAULT:@SECLEVEL=0',
  } as const;
  await expect(ask(says(OK), { tls })).rejects.toMatchObject({ fault: 'tls' });
});

test('a server without TLS on the port of an https address is told apart', async () => {
  server = await startRawHttps(identity, says(OK));
  const plain = createServer().listen(0, '127.0.0.1');
  await once(plain, 'listening');
  const url = new URL(`https://localhost:${(plain.address() as AddressInfo).port}/`);
  const question = { method: 'GET', headers: {}, maxBytes: 10 };
  await expect(request(url, question, AbortSignal.timeout(5000))).rejects.toMatchObject({
    fault: 'tls',
    code: expect.stringMatching(/WRONG_VERSION_NUMBER|PACKET_LENGTH/) as string,
  });
  plain.closeAllConnections();
  plain.close();
});
