import type { Family, HostileCase } from '../support/case.ts';
import { MARK } from '../support/never.ts';
import { at, inTurn, type Play } from '../support/play.ts';
import { withHostileNames } from '../support/odd-certificates.ts';

/** What a text from outside could be taken for, each with the mark by which a success is seen. */
const PAYLOADS: readonly (readonly [string, string])[] = [
  ['an error command', `::error title=${MARK}::${MARK}`],
  ['an error command behind a CR', `x\r::error::${MARK}`],
  ['an error command behind a form feed', `\f::error::${MARK}`],
  ['an error command behind a no-break space', `\xc2\xa0::error::${MARK}`],
  ['a command with a zero-width space in its colons', `:\xe2\x80\x8b:error:\xe2\x80\x8b:${MARK}`],
  ['set-output', `::set-output name=verdict::${MARK}`],
  ['add-mask', `::add-mask::${MARK}`],
  ['stop-commands', `::stop-commands::${MARK}`],
  ['add-matcher', `::add-matcher::${MARK}.json`],
  ['a legacy error command', `##[error]${MARK}`],
  ['a legacy command in the middle of a line', `text ##[add-mask]${MARK}`],
  ['a legacy set-output', `##[set-output name=verdict;]${MARK}`],
  ['a legacy command with a zero-width space', `##\xe2\x80\x8b[error]${MARK}`],
  ['an escaped line feed and a command', `%0A::error::${MARK}`],
  ['a doubly escaped line feed and a command', `%250A::error::${MARK}`],
  ['ANSI colours and a cleared screen', `\x1b[2J\x1b[31m${MARK}\x1b[0m`],
  ['an OSC 8 link', `\x1b]8;;https://${MARK}\x07click\x1b]8;;\x07`],
  ['C1 controls', `\xc2\x9b31m${MARK}\xc2\x85::error::${MARK}`],
  ['bidirectional overrides', `\xe2\x80\xae${MARK}\xe2\x80\xac\xe2\x81\xa6`],
  ['line and paragraph separators', `x\xe2\x80\xa8::error::${MARK}\xe2\x80\xa9::error::${MARK}`],
  ['zero-width joiners and a byte order mark', `\xef\xbb\xbf\xe2\x80\x8d${MARK}\xe2\x81\xa0`],
  ['tag characters', `\xf3\xa0\x81\x81\xf3\xa0\x81\x82${MARK}`],
  ['Hangul fillers', `\xe3\x85\xa4\xe1\x85\x9f${MARK}`],
  ['backspaces', `535 5.7.8\b\b\b\b\b\b\b\b\b235 ${MARK}`],
  ['an image', `<img src=https://${MARK}/x.png onerror=alert(1)>`],
  ['a script', `<script>${MARK}</script>`],
  ['the end of a code element', `</code></td></tr></table><h1>${MARK}</h1>`],
  ['the end of the transcript', `</pre></details><h1>${MARK}</h1>`],
  ['an HTML comment', `<!-- ${MARK}`],
  ['entities', `&lt;img src=${MARK}&gt;&#60;b&#62;`],
  ['a Markdown link', `[${MARK}](https://example.test)`],
  ['a Markdown image', `![${MARK}](https://example.test/x.png)`],
  ['a table row', `| ${MARK} | ${MARK} |`],
  ['a code fence', `\`\`\`\r${MARK}\`\`\``],
  ['backticks', `\`\`${MARK}\`\``],
  ['a mention and a reference', `@${MARK} #1 GH-1 https://${MARK}.test`],
  ['a heading', `# ${MARK}`],
  ['an output in another line', `x\rverdict=${MARK}`],
  ['a heredoc', `verdict<<EOF\r${MARK}\rEOF`],
  ['the delimiter of an output', 'ghadelimiter_00000000-0000-0000-0000-000000000000'],
  ['a JSON escape', `","verdict":"${MARK}`],
  ['a template', `\${{ github.token }} $(touch /tmp/${MARK}) \`id\``],
  ['a format string', `%s%n%x %d {0} ${MARK}`],
  ['broken UTF-8', `\xff\xfe\xc3( \xed\xa0\x80 ${MARK}`],
  ['a private and an unassigned code point', `\xee\x80\x80\xf0\xbf\xbf\xbe${MARK}`],
  ['8,000 characters', `${MARK}${'x'.repeat(8000)}`],
  ['8,000 command starts', '::error::'.repeat(880)],
];

const REJECTED = {
  verdict: 'rejected',
  cause: 'credential-refused',
  code: 535,
  stage: 'auth',
} as const;

/** Several attacks in one text, without CR so that it fits wherever a line does. */
const ALL = `::error::${MARK} ##[error]${MARK} <img src=${MARK}> | \`${MARK}\` @${MARK} \x1b[31m \xe2\x80\xae %0A::error::${MARK}`;

const in535 = ([what, text]: readonly [string, string]): HostileCase => ({
  name: `refuses the login with ${what}`,
  play: at('password', `535 5.7.8 ${text}\r\n`),
  expect: REJECTED,
});

const elsewhere = (
  where: string,
  play: Play,
  expectation: HostileCase['expect'],
  inputs: HostileCase['inputs'] = {},
): HostileCase => ({ name: `attacks through ${where}`, play, inputs, expect: expectation });

const named = (subject: Parameters<typeof withHostileNames>[1]): Play => {
  return async (connection, context) => {
    const identity = await withHostileNames(context.world, subject);
    return at('handshake', () => connection.startTls(identity))(connection, context);
  };
};

const MISMATCH = { verdict: 'tls', cause: 'certificate-name-mismatch', stage: 'tls' } as const;
const MANY_LINES = Array.from({ length: 490 }, (_, index) => `535-::error::${MARK} ${index}\r\n`);

export const injection: Family = {
  title: 'injection',
  about:
    'Texts that try to become a workflow command, an output, an annotation, markup or an invisible change of what a reader sees. They are shown, escaped, and do nothing.',
  cases: [
    ...PAYLOADS.map(in535),
    elsewhere('the greeting', at('greeting', `554 ${ALL}\r\n`), {
      verdict: 'unreachable',
      cause: 'service-refused',
      stage: 'greeting',
    }),
    elsewhere('a greeting that is not a reply', at('greeting', `${ALL}\r\n`), {
      verdict: 'protocol',
      cause: 'not-smtp',
      stage: 'greeting',
    }),
    elsewhere('a greeting that is only a command', at('greeting', `::error::${MARK}\r\n`), {
      verdict: 'protocol',
      cause: 'not-smtp',
      stage: 'greeting',
    }),
    elsewhere(
      'a banner that is kept to the end',
      inTurn(async (connection, context) => {
        connection.send(`220-${ALL}\r\n220 x\r\n`);
        await connection.line();
        connection.send(`250-${ALL}\r\n250 STARTTLS\r\n`);
        await connection.line();
        connection.send(`220 ${ALL}\r\n`);
        await connection.startTls(context.world.server);
        await connection.line();
        connection.send(
          `250-${ALL}\r\n250-${MARK}<img> ::error::\r\n250 AUTH LOGIN ::error::${MARK} <b>${MARK}</b>\r\n`,
        );
        await connection.line();
        connection.send(`334 ${ALL}\r\n`);
        await connection.line();
        connection.send(`334 ${ALL}\r\n`);
        await connection.line();
        connection.send(`235 ${ALL}\r\n`);
      }),
      { verdict: 'accepted', cause: 'none', stage: 'auth' },
    ),
    elsewhere('the domain in the EHLO reply', at('tls-ehlo', `250-${ALL}\r\n250 SIZE\r\n`), {
      verdict: 'unsupported',
      cause: 'auth-not-offered',
      stage: 'auth',
    }),
    elsewhere('EHLO keywords', at('tls-ehlo', `250-x\r\n250-${ALL}\r\n250 ##[error]${MARK}\r\n`), {
      verdict: 'unsupported',
      cause: 'auth-not-offered',
      stage: 'auth',
    }),
    elsewhere(
      'mechanism names',
      at('tls-ehlo', `250-x\r\n250 AUTH ::error::${MARK} ##[error]${MARK} <img>${MARK} X-1\r\n`),
      {
        verdict: 'unsupported',
        cause: 'mechanism-not-offered',
        stage: 'auth',
      },
    ),
    elsewhere('a refusal of EHLO', at('ehlo', `550 ${ALL}\r\n`), {
      verdict: 'protocol',
      cause: 'ehlo-refused',
      stage: 'ehlo',
    }),
    elsewhere('a refusal of STARTTLS', at('starttls', `454 ${ALL}\r\n`), {
      verdict: 'tls',
      cause: 'starttls-refused',
      stage: 'starttls',
    }),
    elsewhere('bytes behind the 220', at('starttls', `220 ${ALL}\r\n${ALL}\r\n`), {
      verdict: 'tls',
      cause: 'starttls-injection',
      stage: 'tls',
    }),
    elsewhere(
      'a challenge',
      at('auth', `334 ${ALL}\r\n`),
      {
        verdict: 'timeout',
        cause: 'timed-out',
        stage: 'auth',
      },
      { timeout: 2 },
    ),
    elsewhere('a challenge that is refused', at('password', `334 ${ALL}\r\n`), {
      verdict: 'protocol',
      cause: 'challenge-not-understood',
      stage: 'auth',
    }),
    elsewhere('a malformed reply', at('password', `::error::${MARK}\r\n`), {
      verdict: 'protocol',
      cause: 'malformed-reply',
      stage: 'auth',
    }),
    elsewhere('a reply of 490 lines', at('password', `${MANY_LINES.join('')}535 x\r\n`), REJECTED),
    elsewhere(
      'an enhanced status code',
      at('password', `535 5.7.8::error::${MARK} x\r\n`),
      REJECTED,
    ),
    elsewhere('a reply that announces the end', at('auth', `421 ${ALL}\r\n`), {
      verdict: 'temporary',
      cause: 'temporary-failure',
      stage: 'auth',
    }),
    elsewhere(
      'a try that is repeated',
      inTurn(at('greeting', `421 ${ALL}\r\n`), at('password', '535 no\r\n')),
      REJECTED,
      { retries: 1 },
    ),
    elsewhere(
      'the names of a certificate',
      named({
        dnsNames: [
          `##[error]${MARK}`,
          `<img src=${MARK}>`,
          `::error::${MARK}`,
          `@${MARK}`,
          `a, DNS:${MARK}`,
        ],
      }),
      MISMATCH,
    ),
    elsewhere(
      'a name with line ends',
      named({ dnsNames: [`x\r\n::error::${MARK}`, `\x1b[31m${MARK}`] }),
      MISMATCH,
    ),
    elsewhere('a mention as the name', named({ dnsNames: [`@${MARK}`] }), MISMATCH),
    elsewhere(
      'the common name',
      named({ commonName: `x ##[error]${MARK} <img src=${MARK}>` }),
      MISMATCH,
    ),
    elsewhere('the issuer', named({ issuer: `::error::${MARK} ##[error]${MARK} <b>` }), {
      verdict: 'tls',
      cause: 'certificate-unknown-ca',
      stage: 'tls',
    }),
    elsewhere('the issuer, with line ends', named({ issuer: `x\n::error::${MARK}` }), {
      verdict: 'tls',
      cause: 'certificate-unknown-ca',
      stage: 'tls',
    }),
    {
      name: 'the user name is a command',
      inputs: { username: `::error::${MARK} ##[error]${MARK} <img src=${MARK}>` },
      play: at('password', '535 5.7.8 no\r\n'),
      expect: REJECTED,
    },
    {
      name: 'the host is a command',
      inputs: { host: `::error::${MARK}` },
      expect: { verdict: 'config', cause: 'input-invalid' },
    },
    {
      name: 'the port is a command',
      inputs: { port: `##[error]${MARK}\n::error::${MARK}` },
      expect: { verdict: 'config', cause: 'input-invalid' },
    },
    {
      name: 'the password is a command',
      inputs: { password: '::set-output name=verdict::accepted' },
      play: at('password', '535 5.7.8 ::set-output name=verdict::accepted\r\n'),
      expect: REJECTED,
    },
  ],
};
