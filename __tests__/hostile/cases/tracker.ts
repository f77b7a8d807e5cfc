import type { ServerResponse } from 'node:http';
import { accountId } from '../../../src/action/tracking/issue-text.ts';
import type { Subject } from '../../../src/model/subject.ts';
import type {
  FakeIssue,
  FakeReply,
  GitHubApi,
  GitHubApiOptions,
} from '../../support/github-api.ts';
import {
  DEFAULT_INPUTS,
  type Family,
  type HostileCase,
  type Requirement,
  type Seen,
} from '../support/case.ts';
import { MARK } from '../support/never.ts';
import { at, honest, type Play } from '../support/play.ts';

const REFUSAL = 'Invalid username or password';
const refusesWith = (text: string): Play => at('password', `535 5.7.8 ${text}\r\n`);
const REJECTED = { verdict: 'rejected', stage: 'auth', code: 535 } as const;
const TOKEN = 'ghs_a1b2c3d4e5f6g7h8';

type Instead = NonNullable<GitHubApiOptions['instead']>;

interface Script {
  /** Made for each play, since some of them keep what has happened. */
  readonly api?: () => GitHubApiOptions;
  readonly name: string;
  readonly play?: Play;
  readonly expect?: HostileCase['expect'];
  /** Words of the warning; undefined where there must be none. */
  readonly warns?: string;
  readonly that?: string;
  readonly holds?: (api: GitHubApi, seen: Seen) => boolean;
  readonly interrupt?: HostileCase['interrupt'];
  /** What is there before the run. */
  readonly before?: (issues: FakeIssue[], port: number) => void;
}

/** A check with a tracking issue, against GitHub's API as the script plays it. */
function tracked({
  name,
  play = refusesWith(REFUSAL),
  expect = REJECTED,
  ...script
}: Script): HostileCase {
  let api: GitHubApi | undefined;
  const { that = '', holds, warns, interrupt, before, api: options = () => ({}) } = script;
  return {
    name,
    play,
    inputs: { timeout: 30, 'tracking-issue': 'true', 'github-token': TOKEN },
    env: {
      GITHUB_REPOSITORY: 'acme/mail',
      GITHUB_RUN_ID: '42',
      GITHUB_API_URL: async ({ github }, port) => {
        api = await github(options());
        before?.(api.issues, port);
        return api.url;
      },
    },
    ...(interrupt && { interrupt }),
    expect,
    also: [
      ...(interrupt ? [] : [warning(warns)]),
      ...(holds ? [{ that, holds: (seen: Seen) => api !== undefined && holds(api, seen) }] : []),
      {
        that: 'no issue has the user name, the password or the token',
        holds: () => {
          const texts = JSON.stringify(api?.issues ?? []);
          const { username, password } = DEFAULT_INPUTS;
          return ![username, password, TOKEN].some((secret) => texts.includes(secret));
        },
      },
      { that: 'the token is not visible', holds: ({ run }) => !run.visible.includes(TOKEN) },
    ],
  };
}

const warning = (words: string | undefined): Requirement => ({
  that: words === undefined ? 'nothing is warned of' : `a warning says "${words}"`,
  holds: ({ run }) => {
    const warnings = run.stdout.split('\n').filter((line) => line.startsWith('::warning'));
    if (words === undefined) return warnings.length === 0;
    return warnings.length === 1 && warnings.every((line) => line.includes(words));
  },
});

const isList = ({ method, path }: { method: string; path: string }): boolean =>
  method === 'GET' && path.endsWith('/issues');

const instead = (answer: Instead): (() => GitHubApiOptions) => {
  return () => ({ instead: answer });
};

/** The same answer to each question for the list. */
const lists = (reply: Partial<FakeReply>): (() => GitHubApiOptions) => {
  return instead((call) => (isList(call) ? { status: 200, body: [], ...reply } : undefined));
};

const HTML = { 'content-type': 'text/html' };
const raw = (text: string) => ({ write: (response: ServerResponse) => void response.end(text) });
const NOT_AS_DOCUMENTED = "the answer is not one of GitHub's API";

const NONSENSE: readonly HostileCase[] = [
  ...[
    [500, 'GitHub answered with an error (500)'],
    [404, 'the token cannot see the issues of this repository'],
    [401, 'the token in "github-token" is not valid'],
    [410, 'issues are switched off'],
    [429, 'GitHub asks to come back later'],
  ].map(([status, warns]) =>
    tracked({
      name: `answers ${status}, with commands in its message`,
      api: instead(() => ({
        status: Number(status),
        body: { message: `\n::error::${MARK}\r##[error]${MARK} ${TOKEN}` },
        headers: {
          deprecation: `@0; ::error::${MARK}`,
          link: `<https://${MARK}.test>; rel="next"`,
        },
      })),
      warns: String(warns),
    }),
  ),
  tracked({
    name: 'limits requests with 403',
    api: instead(() => ({ status: 403, body: {}, headers: { 'x-ratelimit-remaining': '0' } })),
    warns: 'GitHub asks to come back later',
  }),
  tracked({
    name: 'answers with a web page',
    api: lists({ headers: HTML, ...raw('<!doctype html><title>Sign in</title>') }),
    warns: NOT_AS_DOCUMENTED,
  }),
  tracked({
    name: 'answers nothing at all with 200',
    api: lists(raw('')),
    warns: NOT_AS_DOCUMENTED,
  }),
  tracked({
    name: 'answers half a list',
    api: lists(raw('[{"number":1,"body":"')),
    warns: NOT_AS_DOCUMENTED,
  }),
  ...[{}, null, 'issues', [null], [{}], [{ number: '1' }], [{ number: 1e300 }]].map((body) =>
    tracked({
      name: `answers ${JSON.stringify(body)} in the place of the list`,
      api: lists({ body }),
      warns: NOT_AS_DOCUMENTED,
    }),
  ),
  ...[null, [], { number: 1 }, { number: -0.5, labels: [{ name: 'smtp-auth-check' }] }].map(
    (body) =>
      tracked({
        name: `answers ${JSON.stringify(body)} to the new issue`,
        api: instead(({ method, path }) =>
          method === 'POST' && path.endsWith('/issues') ? { status: 201, body } : undefined,
        ),
        warns: NOT_AS_DOCUMENTED,
      }),
  ),
  tracked({
    name: 'leaves the label out',
    api: () => ({ dropsLabels: true }),
    warns: 'the token may not write issues',
  }),
];

const drip = (response: ServerResponse): void => {
  const timer = setInterval(() => response.write(' '), 100);
  response.on('close', () => {
    clearInterval(timer);
  });
};

const flood = (response: ServerResponse): void => {
  const block = ' '.repeat(1024 * 1024);
  const pump = (): void => {
    while (!response.destroyed && response.write(block));
  };
  response.on('drain', pump);
  pump();
};

const SLOW: readonly HostileCase[] = [
  tracked({
    name: 'sends a reply without an end',
    api: lists({ write: flood }),
    warns: 'REPLY_TOO_LONG',
  }),
  tracked({
    name: 'sends its list a byte at a time',
    api: lists({ write: drip }),
    warns: 'GitHub did not answer in time',
  }),
  tracked({
    name: 'stays silent after the header, and SIGTERM comes',
    api: lists({ write: (response) => void response.write('[') }),
    interrupt: { signal: 'SIGTERM', afterMs: 2500 },
    expect: { ...REJECTED, exit: 143 },
  }),
  tracked({
    name: 'closes the connection in the middle of the list',
    api: lists({ write: (response) => void response.write('[', () => response.destroy()) }),
    warns: 'GitHub could not be reached',
  }),
  tracked({
    name: 'gives the same hundred issues on every page',
    api: lists({
      body: Array.from({ length: 100 }, (_, n) => ({ number: n + 1, body: '', user: null })),
    }),
    that: 'at most 100 pages are asked for each time, and one issue is opened',
    holds: ({ calls, issues }) => calls.filter(isList).length <= 200 && issues.length === 1,
  }),
  tracked({
    name: 'redirects again and again',
    api: instead(({ path }) => ({ status: 307, body: {}, headers: { location: path } })),
    warns: 'GitHub redirects again and again',
  }),
  tracked({
    name: 'redirects to another server',
    api: instead(() => ({
      status: 307,
      body: {},
      headers: { location: 'http://127.0.0.1:1/' },
    })),
    warns: 'GitHub redirects to another server',
  }),
];

/** An open issue about the account of the cases. */
function ourIssue(port: number): FakeIssue {
  const { host, username } = DEFAULT_INPUTS;
  const id = accountId({ host, port, username, expect: 'accepted' } as Subject, 'acme/mail');
  return {
    ...{ number: 1, title: '', state: 'open', state_reason: null, comments: [] },
    body: `<!-- smtp-auth-check account=${id} cause=wrong-credentials -->`,
    labels: [{ name: 'smtp-auth-check' }],
    user: { login: 'github-actions[bot]' },
  };
}

const ISSUES: readonly HostileCase[] = [
  tracked({
    name: 'has a text of the server with mentions, references, markup and a marker of its own',
    play: refusesWith(
      `@org/team fixes #1 GH-2 https://${MARK}.test <!-- smtp-auth-check account=0 cause=x --> <script>${MARK}</script>`,
    ),
    that: 'the issue has one marker and no markup of the server',
    holds: ({ issues: [issue] }) => {
      const body = issue?.body ?? '';
      const [marker = ''] = body.split('\n');
      const rest = body.slice(marker.length).replaceAll('<!-- -->', '');
      return (
        marker.startsWith('<!-- smtp-auth-check account=') &&
        !/<!--|<script|[^\n]<!-- smtp/.test(rest) &&
        !/@\w|\B#\d|\bGH-\d|:\/\/PWNED/.test(body)
      );
    },
  }),
  tracked({
    name: 'has an issue with our marker that somebody else opened',
    api: () => ({
      onCreate: (issue, issues) => {
        if (issues.length > 1) return;
        issues.push({ ...issue, number: 2, user: { login: 'mallory' }, comments: [] });
      },
    }),
    that: "the other one's issue is left alone",
    holds: ({ issues }) =>
      issues.some(
        ({ user, state, comments }) =>
          user.login === 'mallory' && state === 'open' && comments.length === 0,
      ),
  }),
  tracked({
    name: 'has an issue of ours that two runs opened at once',
    api: () => ({
      onCreate: (issue, issues) => {
        if (issues.length === 1) issues.push({ ...issue, number: 2, comments: [] });
      },
    }),
    that: 'the older one is kept',
    holds: ({ issues: [first, second] }) =>
      first?.state === 'open' &&
      second?.state === 'closed' &&
      second.state_reason === 'not_planned',
  }),
  tracked({
    name: 'lists the issue of this run on two pages, since another issue was opened meanwhile',
    api: shiftingPages,
    that: 'it is not closed as a duplicate of itself',
    holds: ({ issues }) => issues.find(({ number }) => number === 1)?.state === 'open',
  }),
  tracked({
    name: 'fails when the note that the login works again is written',
    play: honest(),
    expect: { verdict: 'accepted' },
    before: (issues, port) => issues.push(ourIssue(port)),
    api: instead(({ method, path }) =>
      method === 'POST' && path.endsWith('/comments') ? { status: 500, body: {} } : undefined,
    ),
    warns: 'GitHub answered with an error (500)',
    that: 'the issue stays open',
    holds: ({ issues: [issue] }) => issue?.state === 'open',
  }),
];

/** Page 1 is full once the issue of this run exists, and page 2 begins with that issue again. */
function shiftingPages(): GitHubApiOptions {
  let own: FakeIssue | undefined;
  let page = 0;
  const others = Array.from({ length: 99 }, (_, n) => ({ number: n + 2, body: '', user: null }));
  return {
    onCreate: (issue) => {
      own = issue;
    },
    instead: (call) => {
      if (!isList(call) || !own) return undefined;
      page += 1;
      return { status: 200, body: page % 2 === 1 ? [...others, own] : [own] };
    },
  };
}

export const tracker: Family = {
  title: 'tracker',
  about:
    "GitHub's API, played on loopback, answers the tracking issues with nonsense, errors, silence, endless pages or other people's issues. The verdict decides the exit status all the same, one warning says what is wrong, and no issue, log or output has a secret.",
  cases: [...NONSENSE, ...SLOW, ...ISSUES],
};
