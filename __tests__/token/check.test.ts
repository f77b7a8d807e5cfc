import { once } from 'node:events';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { RawAccount } from '../../src/inputs/names.ts';
import { explain } from '../../src/diagnosis/judge.ts';
import { meetsExpectation } from '../../src/diagnosis/judge.ts';
import { checkWithRetries } from '../../src/fleet/retry.ts';
import type { Result } from '../../src/model/result.ts';
import { accountAt } from '../support/account.ts';
import { createLocalhost } from '../support/certificates.ts';
import { type Peer, startPeer } from '../support/peer.ts';
import { startTlsScript } from '../support/scripts.ts';

/** From the request for a token to the verdict. */

const { ca, server: identity } = await createLocalhost();
const SECRET = 'client-secret-of-the-test';
const TOKEN = 'ya29.token-of-the-test';
let peer: Peer;
let endpoint: Server;
let requests: number;
let masked: string[];

afterEach(async () => {
  endpoint.closeAllConnections();
  endpoint.close();
  await peer.close();
});

async function checkWith(
  reply: { readonly status: number; readonly body: object },
  said: readonly string[],
  inputs: Partial<RawAccount> = {},
): Promise<Result> {
  requests = 0;
  masked = [];
  endpoint = createServer({ cert: identity.cert, key: identity.key }, (_, response) => {
    requests += 1;
    response.writeHead(reply.status).end(JSON.stringify(reply.body));
  });
  endpoint.listen(0, '127.0.0.1');
  await once(endpoint, 'listening');
  const replies = [...said];
  peer = await startPeer(
    startTlsScript(identity, {
      tlsEhlo: '250-x\r\n250 AUTH XOAUTH2\r\n',
      auth: async (connection) => {
        await connection.line();
        connection.send(`${replies.shift() ?? '421 4.3.2 no more'}\r\n`);
        await connection.line();
      },
    }),
  );
  const account = accountAt(peer.port, ca.cert, {
    'client-id': 'app',
    'client-secret': SECRET,
    'token-endpoint': `https://localhost:${(endpoint.address() as AddressInfo).port}/`,
    ...inputs,
  });
  return checkWithRetries(account, {
    signal: new AbortController().signal,
    onSecret: (secret) => masked.push(secret),
  });
}

const good = { status: 200, body: { access_token: TOKEN, token_type: 'bearer' } };
const refusal = (error: string, error_description: string): Parameters<typeof checkWith>[0] => ({
  status: 401,
  body: { error, error_description },
});

test('the token is masked before it is used, and its stage is kept', async () => {
  const result = await checkWith(good, ['235 2.7.0 OK']);
  expect(result).toMatchObject({ verdict: 'accepted', mechanism: 'XOAUTH2' });
  expect(result.stages[0]).toMatchObject({ stage: 'token' });
  expect(masked.slice(0, 2)).toEqual([SECRET, TOKEN]);
  expect(masked[2]).toMatch(/^dXNlcj1/); // the payload of XOAUTH2
  expect(JSON.stringify(result)).not.toContain(TOKEN);
});

test('one token serves all tries of an account', async () => {
  const result = await checkWith(good, ['454 4.7.0 later', '235 2.7.0 OK']);
  expect(result.verdict).toBe('accepted');
  expect(result.earlierTries).toHaveLength(1);
  expect(requests).toBe(1);
});

test('a refused client is rejected once, and the mail server is never asked', async () => {
  const result = await checkWith(refusal('invalid_client', 'AADSTS7000222: expired'), []);
  expect(result).toMatchObject({
    verdict: 'rejected',
    stage: 'token',
    trouble: { problem: 'token-refused', detail: 'invalid_client: AADSTS7000222: expired' },
    authSent: false,
  });
  expect(requests).toBe(1);
  expect(peer.connections).toHaveLength(0);
  expect(explain(result).meaning).toMatch(/client secret has expired/);
});

test('a refusal by the token endpoint does not meet `expect: rejected`', async () => {
  const result = await checkWith(refusal('invalid_grant', 'x'), [], { expect: 'rejected' });
  expect(meetsExpectation(result)).toBe(false);
});

test('an endpoint that is busy is asked again', async () => {
  const result = await checkWith({ status: 503, body: {} }, [], { retries: '1' });
  expect(result).toMatchObject({ verdict: 'temporary', trouble: { problem: 'token-unavailable' } });
  expect(requests).toBe(2);
});

test('a secret in the words of the endpoint is redacted', async () => {
  const result = await checkWith(refusal('invalid_client', `wrong secret ${SECRET}`), []);
  expect(result.trouble?.detail).toBe('invalid_client: wrong secret [redacted]');
});

test.each([
  ['AADSTS7000215: Invalid client secret', /does not know this client secret/],
  ['AADSTS700016: Application not found', /no application with this client ID/],
  ['AADSTS65001: no consent', /Nobody has consented/],
  ['AADSTS700213: No matching federated identity record', /no federated credential/],
  ['something else', /refused the client/],
])('%s is explained', async (description, meaning) => {
  const result = await checkWith(refusal('unauthorized_client', description), []);
  expect(explain(result).meaning).toMatch(meaning);
});
