import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** GitHub's service for OIDC tokens as a job with `id-token: write` finds it, played. */
export interface PlayedRunner {
  /** What the runner puts into the environment of the job. */
  readonly environment: NodeJS.ProcessEnv;
  /** The audiences that were asked for. */
  readonly audiences: readonly string[];
  close(): void;
}

export const REQUEST_TOKEN = 'request-token-of-the-job';

/** A token whose signature nobody checks. */
export function oidcToken(claims: object): string {
  const encode = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');
  return `${encode({ alg: 'RS256', typ: 'JWT' })}.${encode(claims)}.c2lnbmF0dXJl`;
}

/** The claims of a job of `acme/mail`, in the form that repositories have since 15 July 2026. */
export const CLAIMS = {
  sub: 'repo:acme@5544123/mail@821093847:environment:production',
  iss: 'https://token.actions.githubusercontent.com',
  aud: 'api://AzureADTokenExchange',
} as const;

/** @param answer plays the reply; without it the token with CLAIMS is given */
export async function startPlayedRunner(
  answer: (response: ServerResponse) => unknown = (response) =>
    response.end(JSON.stringify({ value: oidcToken(CLAIMS) })),
): Promise<PlayedRunner> {
  const audiences: string[] = [];
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '', 'http://runner.example.test');
    audiences.push(url.searchParams.get('audience') ?? '');
    if (request.headers.authorization === `Bearer ${REQUEST_TOKEN}`) answer(response);
    else response.writeHead(401).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    environment: {
      GITHUB_ACTIONS: 'true',
      ACTIONS_ID_TOKEN_REQUEST_URL: `http://127.0.0.1:${port}/_apis/token?api-version=2.0`,
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: REQUEST_TOKEN,
    },
    audiences,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
