import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { jest } from '@jest/globals';
import { HttpFailure, type HttpFault } from '../../../src/platform/http-failure.ts';
import { createRefusal } from '../../support/results.ts';

/** Whatever GitHub, or what stands between, answers: the tracker ends in time, with the true reason. */

let answer: (socket: Socket) => void;
const sockets = new Set<Socket>();
const server = createServer((socket) => {
  sockets.add(socket);
  socket.on('error', () => undefined);
  socket.once('data', () => {
    answer(socket);
  });
}).listen(0, '127.0.0.1');
await once(server, 'listening');
const { port } = server.address() as AddressInfo;
process.env['GITHUB_API_URL'] = `http://127.0.0.1:${port}`; // Octokit reads it when it is loaded
const { trackIssues } = await import('../../../src/action/tracking/tracker.ts');
const { explainGitHubFault } = await import('../../../src/action/tracking/github-fetch.ts');

afterEach(() => {
  jest.restoreAllMocks();
});

afterAll(() => {
  for (const socket of sockets) socket.destroy();
  server.close();
});

async function track(signal = new AbortController().signal): Promise<string | undefined> {
  const log: string[] = [];
  const told = await trackIssues([createRefusal('535 5.7.8 no')], {
    token: 'ghs_token',
    repository: 'acme/mail',
    runUrl: 'https://github.example/acme/mail/actions/runs/1',
    shards: 1,
    signal,
    log: (line) => log.push(line),
  });
  expect(log).toEqual([]);
  return told;
}

const reply = (head: string, body = ''): ((socket: Socket) => void) => {
  const length = `content-length: ${Buffer.byteLength(body)}`;
  return (socket) => {
    socket.end(`HTTP/1.1 ${head}\r\n${length}\r\nconnection: close\r\n\r\n${body}`);
  };
};
const json = 'content-type: application/json';

test.each<[string, (socket: Socket) => void, RegExp]>([
  [
    'switches protocols (101)',
    (socket) => socket.write('HTTP/1.1 101 Switching\r\nconnection: upgrade\r\nupgrade: x\r\n\r\n'),
    /not an HTTP server as expected \(SWITCHING_PROTOCOLS\)/,
  ],
  ['speaks no HTTP', (socket) => socket.end('220 mail.test ESMTP\r\n'), /not an HTTP server/],
  ['closes', (socket) => socket.end(), /could not be reached \(ECONNRESET\)/],
  [
    'answers with a page',
    reply('200 OK\r\ncontent-type: text/html', '<html>'),
    /not one of GitHub/,
  ],
  ['answers with no list', reply(`200 OK\r\n${json}`, '{"length":3}'), /not one of GitHub/],
  ['answers with a list of nothing', reply(`200 OK\r\n${json}`, '[null]'), /not one of GitHub/],
  ['answers with half a list', reply(`200 OK\r\n${json}`, '[{"number":'), /not one of GitHub/],
  ['has a strange type', reply('200 OK\r\ncontent-type: ;;;', '{}'), /not one of GitHub/],
  ['redirects in circles', reply('301 Moved\r\nlocation: /again'), /redirects again and again\./],
  ['redirects nowhere', reply('302 Found\r\nlocation: http://['), /redirects without an address/],
  ['redirects without a word', reply('307 Redirect'), /redirects without an address/],
  ['redirects elsewhere', reply('308 Redirect\r\nlocation: http://x.test/'), /to another server/],
  ['wants patience', reply(`403 Forbidden\r\nretry-after: 60\r\n${json}`, '{}'), /come back later/],
  ['has another error', reply(`418 Teapot\r\n${json}`, '{}'), /answered with an error \(418\)/],
])('a GitHub that %s', async (_, play, words) => {
  answer = play;
  const told = await track();
  expect(told).toMatch(words);
  expect(told).toMatch(/The check results are not affected\.$/);
});

/** Octokit prints such a warning as it is, and a line of it could be a command to the runner. */
test('no word of GitHub reaches the log or standard error', async () => {
  const printed = jest.spyOn(console, 'warn').mockImplementation(() => undefined);
  const link = 'link: <::error::x>; rel="deprecation"';
  answer = reply(`401 No\r\ndeprecation: true\r\n${link}\r\n${json}`, '{"message":"::error::x"}');
  expect(await track()).toMatch(/is not valid \(401\)/);
  expect(printed).not.toHaveBeenCalled();
});

/** A timer of this time goes off soon. */
function shorten(time: number): void {
  const { setTimeout: start } = globalThis;
  const startSoon = (run: () => void, ms?: number): NodeJS.Timeout =>
    start(run, ms === time ? 50 : ms);
  jest.spyOn(globalThis, 'setTimeout').mockImplementation(startSoon);
}

test('a GitHub that is silent is given up, and that is said', async () => {
  shorten(15_000);
  answer = () => undefined;
  expect(await track()).toMatch(/GitHub did not answer in time\./);
});

test('a GitHub that is slow each time is given up, and that is said', async () => {
  shorten(600_000);
  answer = () => undefined;
  expect(await track()).toMatch(/answered too slowly; the next run goes on\./);
});

test('a run that is cancelled says so, and not that GitHub had an error', async () => {
  const cancel = new AbortController();
  answer = () => {
    cancel.abort();
  };
  expect(await track(cancel.signal)).toMatch(/not up to date: the run was cancelled\./);
});

test.each<[HttpFault, RegExp]>([
  ['proxy', /the proxy in HTTPS_PROXY gave no connection to GitHub \(CODE\)/],
  ['certificate', /could not be verified\. .*NODE_EXTRA_CA_CERTS \(CODE\)/],
  ['tls', /TLS with GitHub's API failed \(CODE\)/],
  ['network', /could not be reached \(CODE\)/],
])('a fault of the %s is told as that', (fault, words) => {
  const cause = new HttpFailure(fault, 'CODE', 'hostile words');
  const error = Object.assign(new Error('hostile words', { cause }), {
    name: 'HttpError',
    status: 500,
  });
  expect(explainGitHubFault(error)).toMatch(words);
  expect(explainGitHubFault(error)).not.toContain('hostile');
});

test('a mistake in the tracker is told as that', () => {
  expect(explainGitHubFault(new TypeError('x'))).toMatch(/the tracker itself failed \(TypeError\)/);
});
