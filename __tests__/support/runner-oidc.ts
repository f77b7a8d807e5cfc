import { generateKeyPairSync, type KeyObject, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type JWK, SignJWT } from 'jose';
import { WORKFLOW } from './oauth-server.ts';

/** The runner's endpoint for GitHub's OIDC tokens, as a job with `id-token: write` finds it. */
export interface RunnerOidc {
  readonly keys: readonly JWK[];
  /** What the runner puts into the environment of the job. */
  readonly environment: Readonly<Record<string, string>>;
  /** The last token it gave. */
  token: string;
  /** Whose workflow it says it is, from now on. */
  subject: string;
  close(): Promise<void>;
}

const REQUEST_TOKEN = 'request-token-of-the-job';

export async function startRunnerOidc(): Promise<RunnerOidc> {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const said = { token: '', subject: WORKFLOW };
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '', 'http://runner.example.test');
    const isAllowed = request.headers.authorization === `Bearer ${REQUEST_TOKEN}`;
    const audience = url.searchParams.get('audience') ?? '';
    if (!isAllowed || url.searchParams.get('api-version') !== '2.0') {
      response.writeHead(401).end();
      return;
    }
    void sign(privateKey, said.subject, audience).then((signed) => {
      said.token = signed;
      response.end(JSON.stringify({ count: 1, value: signed }));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return Object.assign(said, {
    keys: [{ ...publicKey.export({ format: 'jwk' }), use: 'sig' }],
    environment: {
      ACTIONS_ID_TOKEN_REQUEST_URL: `${address}/_apis/token?api-version=2.0`,
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: REQUEST_TOKEN,
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  });
}

function sign(key: KeyObject, subject: string, audience: string): Promise<string> {
  return new SignJWT({ repository: 'acme/mail' })
    .setProtectedHeader({ alg: 'RS256', typ: 'JWT' })
    .setIssuer(subject)
    .setSubject(subject)
    .setAudience(audience)
    .setJti(randomUUID())
    .setIssuedAt()
    .setExpirationTime('5m')
    .sign(key);
}
