import { type ActionRun, runAction } from '../support/action.ts';
import { createLocalhost, issue } from '../support/certificates.ts';
import { type Peer, type Script, startPeer } from '../support/peer.ts';
import { loginThen, startTlsScript } from '../support/scripts.ts';

const { ca, server } = await createLocalhost();
const PASSWORD = 'hunter2-correct-horse';
const USERNAME = 'user@example.test';
let peer: Peer;

async function run(script: Script, inputs: Record<string, string> = {}): Promise<ActionRun> {
  peer = await startPeer(script);
  return runAction(
    {
      host: 'localhost',
      port: peer.port,
      'tls-ca': ca.cert,
      username: USERNAME,
      password: PASSWORD,
      timeout: 10,
      retries: 0,
      ...inputs,
    },
    { env: { RUNNER_DEBUG: '1', ACTIONS_STEP_DEBUG: 'true' } },
  );
}

afterEach(() => peer.close());

const base64 = (text: string): string => Buffer.from(text, 'utf8').toString('base64');
const SECRET_FORMS = [
  PASSWORD,
  base64(PASSWORD),
  base64(`\0${USERNAME}\0${PASSWORD}`),
  base64(`x${PASSWORD}`).slice(4, -4),
];

test.each([
  ['accepted', '235 ok\r\n'],
  ['rejected', '535 no\r\n'],
  ['echoed in clear', `535 bad password ${PASSWORD}\r\n`],
  ['echoed in Base64', `535 cannot decode ${base64(PASSWORD)}\r\n`],
  ['echoed as PLAIN message', `535 cannot decode ${base64(`\0${USERNAME}\0${PASSWORD}`)}\r\n`],
  ['echoed over two lines', `535-hunter2-corr\r\n535 ect-horse\r\n`],
])('no secret in any stream when the login is %s', async (_, final) => {
  const result = await run(startTlsScript(server, { auth: loginThen(final) }));
  for (const form of SECRET_FORMS) expect(result.visible).not.toContain(form);
  expect(result.visible).not.toMatch(/hunter2-corr/);
});

test('secrets are masked before anything else is printed, and not outside a runner', async () => {
  const script = startTlsScript(server, { auth: loginThen('235 ok\r\n') });
  const result = await run(script);
  expect(result.stdout.split('\n')[0]).toBe(`::add-mask::${PASSWORD}`);
  await peer.close();
  peer = await startPeer(script);
  const outside = await runAction(
    {
      host: 'localhost',
      port: peer.port,
      'tls-ca': ca.cert,
      username: USERNAME,
      password: PASSWORD,
    },
    { env: { GITHUB_ACTIONS: '', GITHUB_OUTPUT: '', GITHUB_STEP_SUMMARY: '', RUNNER_TEMP: '' } },
  );
  expect(outside.stdout).not.toContain(PASSWORD);
});

const HOSTILE = [
  '::error::forged',
  '##[add-mask]v',
  '\r::set-output name=verdict::accepted',
  '\x1b[31mred',
  '<img src=x onerror=alert(1)>',
  '</pre></details><h1>x</h1>',
  '| a | b |',
  '`code` ```fence',
  '@octocat #1 https://evil.example',
  '\u202etxet',
  '%0A::error::x',
].map((text) => Buffer.from(text, 'utf8').toString('latin1'));

/** Lines as the runner cuts them: also at a lone CR. */
const runnerLines = (text: string): string[] => text.split(/\r\n|\n|\r/);
const OWN_COMMANDS = /^::(add-mask|group|endgroup|error|warning|notice|debug|set-env)\b/;

function expectHarmless(result: ActionRun): void {
  for (const line of [...runnerLines(result.stdout), ...runnerLines(result.stderr)]) {
    expect(line).not.toContain('##[');
    if (line.trimStart().startsWith('::')) expect(line).toMatch(OWN_COMMANDS);
    expect(line).not.toMatch(/^::error(?! title=)/);
  }
  // eslint-disable-next-line no-control-regex
  expect(result.stdout).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/);
  expect(result.summary).not.toMatch(/<(img|h1)\b/);
  // One diagram, of our own words only: the two fences are the only Markdown in the summary.
  expect(result.summary.match(/^```.*$/gm) ?? ['```mermaid', '```']).toEqual(['```mermaid', '```']);
  expect(result.summary.match(/<\/pre>/g) ?? []).toHaveLength(
    result.summary.includes('<pre>') ? 1 : 0,
  );
  expect(Object.keys(result.outputs)).toHaveLength(14);
}

test.each(HOSTILE)('a reply with %j cannot become a command or markup', async (text) => {
  const result = await run(
    startTlsScript(server, {
      greeting: `220 ${text}\r\n`,
      plainEhlo: `250-${text}\r\n250-${text}\r\n250 STARTTLS\r\n`,
      auth: loginThen(`535 ${text}\r\n`),
    }),
  );
  expect(result.outputs).toMatchObject({ verdict: 'rejected', code: '535' });
  expectHarmless(result);
});

test.each(HOSTILE)('a greeting of %j alone cannot become a command or markup', async (text) => {
  const result = await run(async (connection) => {
    connection.send(`${text}\r\n`);
    await connection.line();
  });
  expect(result.outputs).toMatchObject({ verdict: 'protocol', cause: 'not-smtp' });
  expectHarmless(result);
});

test('the names in a certificate cannot become a command or markup', async () => {
  const identity = await issue(ca, { dnsNames: ['##[error]x', '<img src=x>', '::error::x'] });
  const result = await run(startTlsScript(identity, { auth: loginThen('235 ok\r\n') }));
  expect(result.outputs).toMatchObject({ cause: 'certificate-name-mismatch' });
  expectHarmless(result);
});
