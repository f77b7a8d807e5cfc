import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, connect, createServer as createTcp, type Socket } from 'node:net';
import { request } from '../../src/platform/http.ts';
import { createLocalhost } from '../support/certificates.ts';
import { type RawHttps, startRawHttps } from '../support/raw-https.ts';

/** The proxy that the environment names: what goes through it, and what it may do. */

const { ca, server: identity } = await createLocalhost();
const SECRET = 'secret-of-the-request';
const OK = 'HTTP/1.1 200 OK\r\ncontent-length: 15\r\n\r\nfrom the server';
const environment = { ...process.env };

/** A proxy that plays bytes to a client that has sent the headers of a request. */
interface Proxy {
  readonly port: number;
  readonly seen: readonly string[];
  readonly open: number;
  close(): Promise<void>;
}

let target: RawHttps;
let proxy: Proxy;

async function startProxy(play: (client: Socket, authority: string) => unknown): Promise<Proxy> {
  const seen: string[] = [];
  const clients = new Set<Socket>();
  const server = createTcp((client) => {
    clients.add(client);
    client.on('error', () => undefined);
    client.on('close', () => clients.delete(client));
    client.once('data', (head: Buffer) => {
      seen.push(head.toString('latin1'));
      play(client, head.toString('latin1').split(' ')[1] ?? '');
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    seen,
    get open() {
      return clients.size;
    },
    async close() {
      for (const client of clients) client.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function pass(client: Socket, authority: string): void {
  const { hostname, port } = new URL(`http://${authority}`);
  const server = connect(Number(port), hostname, () => {
    client.write('HTTP/1.1 200 established\r\n\r\n');
    server.pipe(client).pipe(server);
  });
  server.on('error', () => undefined);
}

function use(name: string, value: string): void {
  process.env[name] = value;
}

beforeEach(async () => {
  process.env = Object.fromEntries(
    Object.entries(environment).filter(([name]) => !/_proxy$/i.test(name)),
  );
  target = await startRawHttps(identity, (socket) => socket.end(OK));
});

afterEach(async () => {
  process.env = { ...environment };
  await proxy.close();
  await target.close();
});

async function ask(signal: AbortSignal = AbortSignal.timeout(5000)): Promise<string> {
  const url = new URL(`https://localhost:${target.port}/x`);
  const headers = { authorization: SECRET };
  const question = { method: 'GET', headers, ca: ca.cert, maxBytes: 1000 };
  return (await request(url, question, signal)).body;
}

test('TLS goes through the proxy of the environment, and the secret is not seen there', async () => {
  proxy = await startProxy(pass);
  use('HTTPS_PROXY', `http://127.0.0.1:${proxy.port}`);
  expect(await ask()).toBe('from the server');
  expect(proxy.seen).toEqual([
    `CONNECT localhost:${target.port} HTTP/1.1\r\nhost: localhost:${target.port}\r\nConnection: close\r\n\r\n`,
  ]);
  expect(target.received[0]).toContain(SECRET);
});

test('the password for the proxy is sent to the proxy and not to the server', async () => {
  proxy = await startProxy(pass);
  use('https_proxy', `http://me:p%40ss@127.0.0.1:${proxy.port}`);
  expect(await ask()).toBe('from the server');
  const basic = Buffer.from('me:p@ss').toString('base64');
  expect(proxy.seen[0]).toContain(`proxy-authorization: Basic ${basic}\r\n`);
  expect(target.received[0]).not.toContain('proxy-authorization');
});

test('NO_PROXY is obeyed', async () => {
  proxy = await startProxy(pass);
  use('HTTPS_PROXY', `http://127.0.0.1:${proxy.port}`);
  use('NO_PROXY', 'example.test, localhost');
  expect(await ask()).toBe('from the server');
  expect(proxy.seen).toEqual([]);
});

test('what is not TLS never goes to a proxy, which could read it', async () => {
  proxy = await startProxy(pass);
  for (const name of ['HTTPS_PROXY', 'HTTP_PROXY', 'http_proxy', 'ALL_PROXY']) {
    use(name, `http://127.0.0.1:${proxy.port}`);
  }
  const plain = createServer((_, reply) => reply.end('from the server')).listen(0, '127.0.0.1');
  await once(plain, 'listening');
  const url = new URL(`http://127.0.0.1:${(plain.address() as AddressInfo).port}/`);
  const question = { method: 'GET', headers: { authorization: SECRET }, maxBytes: 1000 };
  const reply = await request(url, question, AbortSignal.timeout(5000));
  plain.close();
  expect(reply.body).toBe('from the server');
  expect(proxy.seen).toEqual([]);
});

test('a proxy in the middle that shows a certificate of its own learns nothing', async () => {
  const { server: impostor } = await createLocalhost();
  const fake = await startRawHttps(impostor, (socket) => socket.end(OK));
  proxy = await startProxy((client) => {
    pass(client, `localhost:${fake.port}`);
  });
  use('HTTPS_PROXY', `http://127.0.0.1:${proxy.port}`);
  await expect(ask()).rejects.toMatchObject({ fault: 'certificate' });
  expect(fake.received.join('')).toBe('');
  await fake.close();
});

const waitUntilLeft = async (): Promise<void> => {
  for (let round = 0; round < 100 && proxy.open > 0; round += 1) {
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
};

test.each<[string, (client: Socket) => unknown]>([
  ['accepts the connection and stays silent', () => undefined],
  [
    'drips its answer',
    (client) => {
      drip(client);
    },
  ],
  ['says yes and passes nothing on', (client) => client.write('HTTP/1.1 200 ok\r\n\r\n')],
])('a proxy that %s is left at the deadline, and its connection closed', async (_, play) => {
  proxy = await startProxy(play);
  use('HTTPS_PROXY', `http://127.0.0.1:${proxy.port}`);
  await expect(ask(AbortSignal.timeout(150))).rejects.toMatchObject({ name: 'TimeoutError' });
  await waitUntilLeft();
  expect(proxy.open).toBe(0);
});

test('a proxy that stays silent does not hold a request that is cancelled', async () => {
  const end = new AbortController();
  const reason = new Error('cancelled');
  proxy = await startProxy(() => {
    end.abort(reason);
  });
  use('HTTPS_PROXY', `http://127.0.0.1:${proxy.port}`);
  await expect(ask(end.signal)).rejects.toBe(reason);
  await waitUntilLeft();
  expect(proxy.open).toBe(0);
});

function drip(client: Socket): void {
  client.write('HTTP/1.1 200 ok\r\nx: ');
  const timer = setInterval(() => client.write('y'), 20);
  client.on('close', () => {
    clearInterval(timer);
  });
}

test.each<[string, string, string]>([
  ['wants a password', 'HTTP/1.1 407 x\r\n\r\n', 'PROXY_STATUS_407'],
  ['cannot reach the server', 'HTTP/1.1 502 x\r\n\r\n', 'PROXY_STATUS_502'],
  ['sends bytes behind its yes', 'HTTP/1.1 200 ok\r\n\r\nHTTP/1.1 200 ok', 'PROXY_STATUS_200'],
  ['switches protocols', 'HTTP/1.1 101 x\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n', ''],
  ['speaks SMTP', '220 mail.example.test\r\n', 'HPE_INVALID_CONSTANT'],
  ['closes', '', 'ECONNRESET'],
])('a proxy that %s: the fault is the proxy’s, and nothing is sent', async (_, answer, code) => {
  proxy = await startProxy((client) => client.end(answer));
  use('HTTPS_PROXY', `http://127.0.0.1:${proxy.port}`);
  await expect(ask()).rejects.toMatchObject({
    name: 'HttpFailure',
    fault: 'proxy',
    ...(code !== '' && { code }),
  });
  expect(target.received).toEqual([]);
});

test.each(['socks5://127.0.0.1:1', 'http://%zz@127.0.0.1:1', 'nonsense://', 'http://'])(
  'the address %s of a proxy is refused as such',
  async (address) => {
    proxy = await startProxy(pass);
    use('HTTPS_PROXY', address);
    await expect(ask()).rejects.toMatchObject({ fault: 'proxy', code: 'PROXY_ADDRESS_INVALID' });
    expect(target.received).toEqual([]);
  },
);

test('nobody listens at the address of the proxy', async () => {
  proxy = await startProxy(pass);
  await proxy.close();
  use('HTTPS_PROXY', `http://127.0.0.1:${proxy.port}`);
  await expect(ask()).rejects.toMatchObject({ fault: 'proxy', code: 'ECONNREFUSED' });
});

test('the certificate of a proxy that is reached over TLS is verified', async () => {
  proxy = await startProxy(pass);
  const secured = await startRawHttps(identity, (socket) => socket.end());
  use('HTTPS_PROXY', `https://me:password@localhost:${secured.port}`);
  use('NODE_TLS_REJECT_UNAUTHORIZED', '0');
  await expect(ask()).rejects.toMatchObject({
    fault: 'proxy',
    code: expect.stringMatching(/UNABLE_TO|SELF_SIGNED/) as string,
  });
  expect(secured.received.join('')).toBe('');
  await secured.close();
});
