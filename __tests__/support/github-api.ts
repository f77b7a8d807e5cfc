import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface FakeIssue {
  readonly number: number;
  title: string;
  body: string;
  state: 'open' | 'closed';
  state_reason: string | null;
  labels: { name: string }[];
  /** Who opened it; an app has `[bot]` behind its name. */
  user: { login: string };
  readonly comments: string[];
}

export interface FakeCall {
  readonly method: string;
  readonly path: string;
  readonly authorization: string;
}

/** GitHub's REST API for the issues of one repository, with the shapes that the real one answers. */
export interface GitHubApi {
  readonly url: string;
  readonly issues: FakeIssue[];
  readonly calls: FakeCall[];
  /** Calls that change something. */
  readonly writes: FakeCall[];
  close(): Promise<void>;
}

export interface FakeReply {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Record<string, string>;
  /** Writes the body in place of JSON; the response may stay open. */
  readonly write?: (response: ServerResponse) => void;
}

export interface GitHubApiOptions {
  /** Answers instead of the API where it returns something. */
  readonly instead?: (call: FakeCall) => FakeReply | undefined;
  /** Called after each issue that is created; another run may do something at this moment. */
  readonly onCreate?: (issue: FakeIssue, issues: FakeIssue[]) => void;
  readonly dropsLabels?: boolean;
  /** The user or app whose token it is; `github-actions[bot]`, as for the token of a job, unless told. */
  readonly login?: string;
  /** Without it, as in Gitea and Forgejo, there is REST alone. */
  readonly hasGraphql?: boolean;
}

type Body = Omit<Partial<FakeIssue>, 'labels'> & { labels?: string[] };

export async function startGitHubApi(options: GitHubApiOptions = {}): Promise<GitHubApi> {
  const issues: FakeIssue[] = [];
  const calls: FakeCall[] = [];
  const { login = 'github-actions[bot]' } = options;
  const server = createServer((request, response) => {
    void answer(request, response);
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://x');
    const body = await readJson(request);
    const call = {
      method: request.method ?? '',
      path: url.pathname,
      authorization: request.headers.authorization ?? '',
    };
    calls.push(call);
    const reply: FakeReply = options.instead?.(call) ?? route(call, url, body);
    const type = 'application/json; charset=utf-8';
    response.writeHead(reply.status, { 'content-type': type, ...reply.headers });
    if (reply.write) reply.write(response);
    else response.end(JSON.stringify(reply.body));
  }

  function route(
    { method, path }: FakeCall,
    url: URL,
    body: Body,
  ): { status: number; body: unknown; headers?: Record<string, string> } {
    const [, number = '', comments] =
      /^\/repos\/acme\/mail\/issues(?:\/(\d+)(\/comments)?)?$/.exec(path) ?? [];
    if (path === '/user') return user();
    if (/^(\/api)?\/graphql$/.test(path)) return viewer();
    if (method === 'GET') return list(url);
    if (method === 'POST' && number === '') return create(body);
    const issue = issues.find((one) => one.number === Number(number));
    if (!issue) return { status: 404, body: { message: 'Not Found' } };
    if (comments !== undefined) issue.comments.push(body.body ?? '');
    else Object.assign(issue, body);
    return { status: comments === undefined ? 200 : 201, body: issue };
  }

  function list(url: URL): { status: number; body: unknown; headers?: Record<string, string> } {
    const size = Number(url.searchParams.get('per_page'));
    const page = Number(url.searchParams.get('page') ?? '1');
    const label = url.searchParams.get('labels');
    const found = issues
      .filter(
        ({ state, labels }) =>
          state === url.searchParams.get('state') && labels.some(({ name }) => name === label),
      )
      .reverse();
    const next = new URL(url);
    next.searchParams.set('page', String(page + 1));
    const { port } = server.address() as AddressInfo;
    const address = `http://127.0.0.1:${port}${next.pathname}${next.search}`;
    const headers = page * size < found.length ? { link: `<${address}>; rel="next"` } : undefined;
    return {
      status: 200,
      body: found.slice((page - 1) * size, page * size),
      ...(headers && { headers }),
    };
  }

  function user(): { status: number; body: unknown } {
    if (!login.endsWith('[bot]')) return { status: 200, body: { login, type: 'User' } };
    return { status: 403, body: { message: 'Resource not accessible by integration' } };
  }

  function viewer(): { status: number; body: unknown } {
    if (options.hasGraphql === false) return { status: 404, body: { message: 'Not Found' } };
    return { status: 200, body: { data: { viewer: { login } } } };
  }

  function create(body: Body): { status: number; body: unknown } {
    const names = options.dropsLabels ? [] : (body.labels ?? []);
    const issue: FakeIssue = {
      number: issues.length + 1,
      title: body.title ?? '',
      body: body.body ?? '',
      state: 'open',
      state_reason: null,
      labels: names.map((name) => ({ name })),
      user: { login },
      comments: [],
    };
    issues.push(issue);
    options.onCreate?.(issue, issues);
    return { status: 201, body: issue };
  }

  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    issues,
    calls,
    get writes() {
      return calls.filter(({ method, path }) => method !== 'GET' && !path.endsWith('/graphql'));
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function readJson(request: IncomingMessage): Promise<Body> {
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) text += chunk as string;
  return text === '' ? {} : (JSON.parse(text) as Body);
}
