import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { Failure } from '../../src/model/failure.ts';
import type { GivenToken } from '../../src/token/endpoint-reply.ts';
import { readRetryAfter } from '../../src/token/reply-facts.ts';
import { obtainToken } from '../../src/token/obtain.ts';
import { createAuthority, createLocalhost, issue } from '../support/certificates.ts';

/** Token endpoints that are broken or hostile. */

const { ca, server: identity } = await createLocalhost();
const other = await createAuthority('Another authority');
const SECRET = 'client-secret-of-the-test';
let server: Server;
let learned: string[];
let given: GivenToken;
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
  learned = [];
  const tools = { signal: end.signal, learn: (secret: string) => void learned.push(secret) };
  const request = { endpoint, endpointFrom: 'token-endpoint', grant, scope: 'a b' } as const;
  const surroundings = { environment: {}, ca: trusted };
  try {
    given = await obtainToken(request, tools, surroundings);
    return given.token;
  } finally {
    clearTimeout(timer);
  }
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

describe('what is not a token', () => {
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
    ['access_denied', 403, { error: 'access_denied' }, 'token-refused'],
    ['admin_policy_enforced', 400, { error: 'admin_policy_enforced' }, 'token-refused'],
    ['org_internal', 403, { error: 'org_internal' }, 'token-refused'],
    ['deleted_client', 401, { error: 'deleted_client' }, 'token-refused'],
    ['disabled_client', 401, { error: 'disabled_client' }, 'token-refused'],
    ['408', 408, {}, 'token-unavailable'],
  ])('%s is a failure', async (_, status, body, problem) => {
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
    code: 'REPLY_TOO_LONG',
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

describe('a word of the endpoint is never a key of an object', () => {
  const names = Object.getOwnPropertyNames(Object.prototype);
  test.each(names)('the error %s is a refused request', async (error) => {
    await expect(ask(json(400, { error }))).rejects.toMatchObject({
      problem: /^[A-Za-z0-9]/.test(error) ? 'token-request-invalid' : 'token-reply-malformed',
    });
  });
  test.each(names)('the status 200 with a field %s holds no token', async (name) => {
    const body = { [name]: 'x', access_token: undefined };
    await expect(ask(json(200, body))).rejects.toMatchObject({ problem: 'token-reply-malformed' });
  });
});

describe('what is kept of a refusal', () => {
  const kept = (
    answer: Parameters<typeof ask>[0],
    options?: Parameters<typeof ask>[1],
  ): Promise<unknown> => ask(answer, options).catch((error: unknown) => error);

  test('the numbers of Microsoft Entra, the one in front first, and its code', async () => {
    const error_description = 'AADSTS7000222: expired. See AADSTS50012. Trace ID: x';
    const body = { error: 'invalid_client', error_description, error_codes: [7000222, 70002, 'x'] };
    expect(await kept(json(401, body))).toMatchObject({
      problem: 'token-refused',
      code: 'AADSTS7000222',
      detail: `invalid_client: ${error_description}`,
      token: {
        party: 'endpoint',
        host: expect.stringMatching(/^localhost:\d+$/) as string,
        endpointFrom: 'token-endpoint',
        clientId: 'app',
        scope: 'a b',
        status: 401,
        content: 'json',
        error: 'invalid_client',
        entra: [7000222, 50012, 70002],
      },
    });
  });

  test('at most eight numbers, however many the endpoint sends', async () => {
    const error_codes = Array.from({ length: 10_000 }, (_, index) => 10_000 + index);
    const failure = await kept(json(400, { error: 'invalid_request', error_codes }));
    expect(failure).toMatchObject({ token: { entra: error_codes.slice(0, 8) } });
  });

  test('a number that Entra cannot have is none', async () => {
    const error_codes = [-1, 1.5, 1e99, 12, null, {}, '7000215'];
    const failure = await kept(json(400, { error: 'invalid_request', error_codes }));
    expect(failure).toMatchObject({ code: 'invalid_request', token: { entra: [] } });
  });

  test.each<[string, number, string, string, string]>([
    [
      'a web page',
      403,
      '<!DOCTYPE html><title> Blocked by policy </title>',
      'html',
      'HTTP status 403, a web page: Blocked by policy',
    ],
    [
      'a web page with a title that would have to be cut, perhaps inside a secret',
      403,
      `<!DOCTYPE html><title>${'x'.repeat(195)}${SECRET}</title>`,
      'html',
      'HTTP status 403, a web page',
    ],
    ['a web page without a title', 200, '\n<HTML><body>hi', 'html', 'HTTP status 200, a web page'],
    ['nothing', 200, ' ', 'empty', 'HTTP status 200, no OAuth reply'],
    ['text', 404, 'not found', 'other', 'HTTP status 404, no OAuth reply'],
    [
      'the error of another API',
      400,
      '{"error":{"code":400,"message":"Bad key"}}',
      'json',
      'HTTP status 400: Bad key',
    ],
    ['a message', 400, '{"message":"no"}', 'json', 'HTTP status 400: no'],
  ])('of %s the status, the kind and a detail', async (_, status, body, content, detail) => {
    const failure = await kept((response) => response.writeHead(status).end(body));
    expect(failure).toMatchObject({ code: `HTTP_${status}`, detail, token: { status, content } });
  });

  test('of a redirect its host alone, since the rest can hold what was sent', async () => {
    const location = 'https://portal.example.test/login?secret=x';
    const failure = await kept((response) => response.writeHead(302, { location }).end());
    expect(failure).toMatchObject({ detail: 'HTTP status 302, a redirect to portal.example.test' });
  });

  test.each([
    ['7', 7000],
    ['0', 0],
    ['soon', undefined],
    ['-5', 0],
  ])('Retry-After: %s', async (value, retryAfterMs) => {
    const busy = (response: ServerResponse): unknown =>
      response.writeHead(429, { 'retry-after': value }).end();
    const failure = (await kept(busy)) as Failure;
    expect(failure.problem).toBe('token-unavailable');
    expect(failure.token?.retryAfterMs).toBe(retryAfterMs);
  });

  test('Retry-After may be a date', () => {
    const now = Date.UTC(2026, 10, 27, 12, 0, 0);
    expect(readRetryAfter('Fri, 27 Nov 2026 12:00:09 GMT', now)).toBe(9000);
    expect(readRetryAfter('Fri, 27 Nov 2026 11:00:00 GMT', now)).toBe(0);
  });

  test('a secret that is a word of its own is not the code of the failure', async () => {
    // The observation redacts it; here it must only not become anything but text.
    const failure = await kept(json(400, { error: SECRET }));
    expect(failure).toMatchObject({ problem: 'token-request-invalid', code: SECRET });
  });
});

test('every token in a reply is known as a secret before its words are used', async () => {
  const body = {
    ...good,
    token_type: 'DPoP',
    refresh_token: 'rotated-refresh-token',
    id_token: 'a.b.c',
  };
  await expect(ask(json(200, body))).rejects.toMatchObject({ problem: 'token-reply-malformed' });
  expect(learned).toEqual([SECRET, 'ya29.x', 'rotated-refresh-token', 'a.b.c']);
});

test.each([
  [3599, 3_599_000],
  ['3599', 3_599_000],
  [0.5, 500],
  [1e99, 31_536_000_000],
  [0, undefined],
  [-1, undefined],
  ['soon', undefined],
  [null, undefined],
  [[1], undefined],
])('a life of %j seconds', async (expires_in, lifetimeMs) => {
  await ask(json(200, { ...good, expires_in }));
  expect(given.lifetimeMs).toBe(lifetimeMs);
});
