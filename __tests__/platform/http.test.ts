import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { type AddressInfo, connect } from 'node:net';
import { request } from '../../src/platform/http.ts';
import { createLocalhost } from '../support/certificates.ts';

/** What goes through a proxy, and what does not. */

const { ca, server: identity } = await createLocalhost();
const { signal } = new AbortController();
const question = { method: 'GET', headers: { authorization: 'secret' }, ca: [ca.cert] };

let seen: string[];
let proxy: Server;
let target: Server;
const environment = { ...process.env };

async function listen(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

beforeEach(async () => {
  seen = [];
  proxy = createServer((asked, reply) => {
    seen.push(`${asked.method} ${asked.url} ${JSON.stringify(asked.headers)}`);
    reply.end('from the proxy');
  });
  proxy.on('connect', (asked, client) => {
    seen.push(`CONNECT ${asked.url} ${JSON.stringify(asked.headers)}`);
    const { hostname, port } = new URL(`http://${asked.url}`);
    const server = connect(Number(port), hostname, () => {
      client.write('HTTP/1.1 200 ok\r\n\r\n');
      server.pipe(client).pipe(server);
    });
    for (const socket of [server, client]) socket.on('error', () => undefined); // the other one has left
  });
  const port = await listen(proxy);
  delete process.env['NO_PROXY'];
  delete process.env['no_proxy'];
  for (const name of ['HTTPS_PROXY', 'HTTP_PROXY', 'https_proxy', 'http_proxy'])
    process.env[name] = `http://127.0.0.1:${port}`;
});

afterEach(() => {
  process.env = { ...environment };
  for (const server of [proxy, target]) {
    server.closeAllConnections();
    server.close();
  }
});

async function ask(scheme: 'http' | 'https', maxBytes = 1000): Promise<string> {
  const answer = (_: unknown, reply: { end: (text: string) => unknown }): unknown =>
    reply.end('from the server');
  target = scheme === 'http' ? createServer(answer) : createHttpsServer({ ...identity }, answer);
  const url = new URL(`${scheme}://localhost:${await listen(target)}/x`);
  return (await request(url, { ...question, maxBytes }, signal)).body;
}

test('what is not TLS never goes to a proxy, which could read it', async () => {
  expect(await ask('http')).toBe('from the server');
  expect(seen).toEqual([]);
});

test('an answer beyond its bound is given up', async () => {
  await expect(ask('http', 5)).rejects.toThrow('too long');
});

/** Before that Node knows no proxy, and the request goes straight to the server. */
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
const knowsProxies = major > 24 || (major === 24 && minor >= 5);

(knowsProxies ? describe : describe.skip)('from Node.js 24.5 on', () => {
  test('TLS goes through the proxy of the environment, and the secret is not seen there', async () => {
    expect(await ask('https')).toBe('from the server');
    expect(seen).toEqual([expect.stringMatching(/^CONNECT localhost:\d+ /)]);
    expect(seen.join()).not.toContain('secret');
  });

  test('NO_PROXY is obeyed', async () => {
    process.env['NO_PROXY'] = 'localhost';
    expect(await ask('https')).toBe('from the server');
    expect(seen).toEqual([]);
  });
});
