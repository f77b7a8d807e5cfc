import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { Failure } from '../../src/model/failure.ts';
import { obtainToken } from '../../src/token/obtain.ts';
import { createAuthority, createLocalhost, issue } from '../support/certificates.ts';

/** Token endpoints that are broken or hostile. */

const { ca, server: identity } = await createLocalhost();
const other = await createAuthority('Another authority');
const SECRET = 'client-secret-of-the-test';
let server: Server;
let requests: { readonly url: string; readonly body: string }[];

afterEach(() => {
  server.closeAllConnections();
  server.close();
});

async function ask(
  answer: (response: ServerResponse, body: string, request: IncomingMessage) => unknown,
  { trusted = ca.cert, cert = identity, timeoutMs = 10_000, path = '/token' } = {},
): Promise<string> {
  // Its own list: a request that an earlier test gave up may still arrive.
  const received: typeof requests = [];
  requests = received;
  server = createServer({ cert: cert.cert, key: cert.key }, (request, response) => {
    let body = '';
    request.on('data', (chunk) => (body += String(chunk)));
    request.on('end', () => {
      received.push({ url: request.url ?? '', body });
      answer(response, body, request);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const endpoint = `https://localhost:${(server.address() as AddressInfo).port}${path}`;
  const proof = { kind: 'secret', secret: SECRET } as const;
  const grant = { kind: 'client-credentials', clientId: 'app', proof } as const;
  const end = new AbortController();
  const timer = setTimeout(() => {
    end.abort(new Failure('timed-out'));
  }, timeoutMs);
  const tools = { signal: end.signal, learn: () => undefined };
  return obtainToken({ endpoint, grant, scope: 'a b' }, tools, {
    environment: {},
    ca: trusted,
  }).finally(() => {
    clearTimeout(timer);
  });
}

const json =
  (status: number, body: unknown) =>
  (response: ServerResponse): void => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  };
const good = { access_token: 'ya29.x', token_type: 'Bearer', expires_in: 3599 };

test('the request is one form, and the answer its token', async () => {
  expect(await ask(json(200, good))).toBe('ya29.x');
  expect(requests).toEqual([
    {
      url: '/token',
      body: `grant_type=client_credentials&client_id=app&client_secret=${SECRET}&scope=a+b`,
    },
  ]);
});

describe('what is no token', () => {
  test.each<[string, number, unknown, string]>([
    ['no JSON object', 200, null, 'token-reply-malformed'],
    ['no token', 200, { token_type: 'Bearer' }, 'token-reply-malformed'],
    ['a token of another type', 200, { ...good, token_type: 'DPoP' }, 'token-reply-malformed'],
    [
      'a token with a line end',
      200,
      { ...good, access_token: 'x\r\nMAIL' },
      'token-reply-malformed',
    ],
    ['a token with a 0x01', 200, { ...good, access_token: 'x\x01auth=y' }, 'token-reply-malformed'],
    ['an empty token', 200, { ...good, access_token: '' }, 'token-reply-malformed'],
    ['a token that is a list', 200, { ...good, access_token: ['x'] }, 'token-reply-malformed'],
    ['a token with the status 201', 201, good, 'token-reply-malformed'],
    ['a token with an error status', 400, good, 'token-reply-malformed'],
    ['an error with the status 200', 200, { error: 'invalid_client' }, 'token-reply-malformed'],
    ['404', 404, {}, 'token-reply-malformed'],
    ['429', 429, {}, 'token-unavailable'],
    ['503', 503, { error: 'invalid_client' }, 'token-unavailable'],
    ['temporarily_unavailable', 400, { error: 'temporarily_unavailable' }, 'token-unavailable'],
    ['invalid_client', 401, { error: 'invalid_client' }, 'token-refused'],
    ['invalid_grant', 400, { error: 'invalid_grant' }, 'token-refused'],
    ['unauthorized_client', 400, { error: 'unauthorized_client' }, 'token-refused'],
    ['invalid_scope', 400, { error: 'invalid_scope' }, 'token-request-invalid'],
    ['an error nobody knows', 400, { error: 'out_of_cheese' }, 'token-request-invalid'],
    ['an error that is a list', 400, { error: ['invalid_client'] }, 'token-reply-malformed'],
    ['an error with a command', 400, { error: '::error::x' }, 'token-reply-malformed'],
  ])('%s', async (_, status, body, problem) => {
    await expect(ask(json(status, body))).rejects.toMatchObject({ name: 'Failure', problem });
  });
});

test('a redirect is not followed: the secret stays here', async () => {
  const redirect = (response: ServerResponse, _: string, { headers }: IncomingMessage): void => {
    response.writeHead(307, { location: `https://${headers.host ?? ''}/stolen` }).end();
  };
  await expect(ask(redirect)).rejects.toMatchObject({ problem: 'token-reply-malformed' });
  expect(requests.map(({ url }) => url)).toEqual(['/token']);
});

test('an answer without end is cut at 64 KiB', async () => {
  const flood = async (response: ServerResponse): Promise<void> => {
    for (let block = 0; block < 1000 && !response.destroyed; block += 1) {
      response.write('x'.repeat(16 * 1024));
      await sleep(1);
    }
  };
  await expect(ask(flood)).rejects.toMatchObject({
    problem: 'token-reply-malformed',
    detail: 'the answer is longer than any honest one',
  });
});

test.each<[string, (response: ServerResponse) => unknown]>([
  ['never answers', () => undefined],
  [
    'drips its answer',
    async (response) => {
      while (!response.destroyed) {
        response.write(' ');
        await sleep(20);
      }
    },
  ],
])('an endpoint that %s is over with the deadline', async (_, answer) => {
  await expect(ask(answer, { timeoutMs: 200 })).rejects.toMatchObject({ problem: 'timed-out' });
});

test.each([
  ['an authority that is not trusted', { trusted: other.cert }],
  ['a self-signed certificate', { cert: await issue(undefined, { dnsNames: ['localhost'] }) }],
  ['a certificate for another name', { cert: await issue(ca, { dnsNames: ['other.test'] }) }],
  [
    'an expired certificate',
    { cert: await issue(ca, { dnsNames: ['localhost'], notAfter: new Date(Date.now() - 1000) }) },
  ],
])('%s: nothing is sent', async (_, options) => {
  await expect(ask(json(200, good), options)).rejects.toMatchObject({
    problem: 'token-endpoint-tls',
  });
  expect(requests).toEqual([]);
});

test('a connection that is cut is unreachable, not a refusal', async () => {
  const cut = (response: ServerResponse): void => {
    response.socket?.destroy();
  };
  await expect(ask(cut)).rejects.toMatchObject({ problem: 'token-endpoint-unreachable' });
});

test('an answer that is cut short is unreachable, not a token', async () => {
  const cut = (response: ServerResponse): void => {
    response.writeHead(200, { 'content-length': '1000' });
    response.write(JSON.stringify(good), () => response.socket?.destroy());
  };
  await expect(ask(cut)).rejects.toMatchObject({ problem: 'token-endpoint-unreachable' });
});
