import { once } from 'node:events';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { checkWithRetries } from '../../src/fleet/retry.ts';
import type { RawAccount } from '../../src/inputs/names.ts';
import type { Checked } from '../../src/model/diagnosis.ts';
import { Secrets } from '../../src/safety/secrets.ts';
import { accountAt } from './account.ts';
import { createLocalhost, type Identity } from './certificates.ts';
import { startPeer } from './peer.ts';
import { startTlsScript } from './scripts.ts';

const { ca, server: identity } = await createLocalhost();

export { ca, identity };

/** What the played token endpoint answers. */
export interface PlayedReply {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** An object is sent as JSON. */
  readonly body?: object | string;
}

export interface TokenPlay {
  /** The endpoint's replies, in order; the last one is repeated. */
  readonly token: readonly PlayedReply[];
  /** The mail server's replies to AUTH, one for each login; `335 …` stands for a 334 that is answered and then refused. */
  readonly smtp?: readonly string[];
  readonly inputs?: Partial<RawAccount>;
  /** The certificate of the endpoint, where it is not a good one. */
  readonly identity?: Identity;
  readonly environment?: NodeJS.ProcessEnv;
  /** Milliseconds that the mail server takes before its greeting. */
  readonly greetingAfterMs?: number;
  /** Milliseconds that the mail server takes before its reply to AUTH. */
  readonly replyAfterMs?: number;
  readonly signal?: AbortSignal;
}

export interface Played {
  readonly result: Checked;
  /** The forms that the endpoint was sent, with the time of each. */
  readonly forms: readonly { readonly form: URLSearchParams; readonly atMs: number }[];
  /** Every secret that the program told of. */
  readonly learned: readonly string[];
  /** How often the mail server was connected to. */
  readonly connections: number;
  /** The AUTH commands it was sent. */
  readonly logins: readonly string[];
}

export const GOOD: PlayedReply = {
  body: { access_token: 'ya29.token-of-the-test', token_type: 'Bearer' },
};

const pause = (ms: number): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, ms));

/** Runs one check with a token that is fetched from a played endpoint, over real TLS on both ways. */
export async function playToken(play: TokenPlay): Promise<Played> {
  const forms: { form: URLSearchParams; atMs: number }[] = [];
  const { cert, key } = play.identity ?? identity;
  const endpoint = createServer({ cert, key }, (asked, answer) => {
    let text = '';
    asked.on('data', (chunk) => (text += String(chunk)));
    asked.on('end', () => {
      const reply = play.token[Math.min(forms.length, play.token.length - 1)] ?? {};
      forms.push({ form: new URLSearchParams(text), atMs: performance.now() });
      const { status = 200, headers = {}, body = '' } = reply;
      answer.writeHead(status, headers).end(typeof body === 'string' ? body : JSON.stringify(body));
    });
  });
  endpoint.listen(0, '127.0.0.1');
  await once(endpoint, 'listening');
  const logins: string[] = [];
  const peer = await startPeer(async (connection, index) => {
    await pause(play.greetingAfterMs ?? 0);
    return startTlsScript(identity, {
      tlsEhlo: '250-mail.example.test\r\n250 AUTH XOAUTH2\r\n',
      auth: async (secured) => {
        logins.push(await secured.line());
        await pause(play.replyAfterMs ?? 0);
        const said = play.smtp?.[logins.length - 1] ?? '535 5.7.3 Authentication unsuccessful';
        for (const line of said.split('\n')) {
          secured.send(`${line}\r\n`);
          await secured.line();
        }
      },
    })(connection, index);
  });
  const address = `https://localhost:${(endpoint.address() as AddressInfo).port}/token`;
  const account = accountAt(peer.port, ca.cert, { 'token-endpoint': address, ...play.inputs });
  const learned: string[] = [];
  const result = await checkWithRetries(account, {
    signal: play.signal ?? new AbortController().signal,
    environment: play.environment ?? {},
    mayRetry: () => true,
    secrets: new Secrets((secret) => learned.push(secret)),
  });
  endpoint.closeAllConnections();
  endpoint.close();
  await peer.close();
  return { result, forms, learned, connections: peer.connections.length, logins };
}
