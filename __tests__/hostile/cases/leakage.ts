import {
  DEFAULT_INPUTS,
  type Family,
  type HostileCase,
  type Requirement,
} from '../support/case.ts';
import { at, honest, inTurn, type Play, type Point } from '../support/play.ts';
import { withHostileNames } from '../support/odd-certificates.ts';

const { password: PASSWORD, username: USERNAME } = DEFAULT_INPUTS;
const PAYLOAD = `\0${USERNAME}\0${PASSWORD}`;
const base64 = (text: string): string => Buffer.from(text, 'utf8').toString('base64');
const hex = (text: string): string => Buffer.from(text, 'utf8').toString('hex');
const each = (text: string, spell: (character: string) => string): string =>
  Array.from(text, spell).join('');
const codeOf = (character: string): number => character.codePointAt(0) ?? 0;
const split = (text: string, every: number): string[] =>
  text.match(new RegExp(`.{1,${every}}`, 'gsu')) ?? [];
const lines = (parts: readonly string[]): string =>
  parts.map((part, index) => `535${index < parts.length - 1 ? '-' : ' '}${part}\r\n`).join('');

/** What a server could answer with, spelled so that a reader can undo it. */
const SPELLINGS: readonly (readonly [string, string])[] = [
  ['as it is', PASSWORD],
  ['twice', `${PASSWORD}${PASSWORD}`],
  ['in quotes', `"${PASSWORD}"`],
  ['in upper case', PASSWORD.toUpperCase()],
  ['in lower case', PASSWORD.toLowerCase()],
  ['in Base64', base64(PASSWORD)],
  ['in Base64, one byte before it', base64(`x${PASSWORD}`)],
  ['in Base64, two bytes before it', base64(`xy${PASSWORD}`)],
  ['in Base64, with bytes behind it', base64(`${PASSWORD}\x01\x01`)],
  ['in Base64, with upper and lower case changed', base64(PASSWORD).toUpperCase()],
  ['in Base64url', Buffer.from(PASSWORD).toString('base64url')],
  ['as the PLAIN payload', base64(PAYLOAD)],
  ['as the bytes of the PLAIN payload', PAYLOAD],
  ['in hex', hex(PASSWORD)],
  ['in upper-case hex', hex(PASSWORD).toUpperCase()],
  ['in hex with colons', split(hex(PASSWORD), 2).join(':')],
  ['URL-encoded', encodeURIComponent(PASSWORD)],
  ['URL-encoded in full', hex(PASSWORD).replace(/../g, '%$&')],
  ['URL-encoded as a form', new URLSearchParams({ p: PASSWORD }).toString()],
  ['as JSON', JSON.stringify({ password: PASSWORD })],
  ['as JSON in JSON', JSON.stringify(JSON.stringify(PASSWORD))],
  [
    'as JSON in \\u escapes',
    each(PASSWORD, (c) => `\\u${codeOf(c).toString(16).padStart(4, '0')}`),
  ],
  ['in \\x escapes', hex(PASSWORD).replace(/../g, '\\x$&')],
  [
    'as HTML',
    PASSWORD.replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;'),
  ],
  ['as decimal HTML entities', each(PASSWORD, (c) => `&#${codeOf(c)};`)],
  ['as hexadecimal HTML entities', each(PASSWORD, (c) => `&#x${codeOf(c).toString(16)};`)],
  ['in quoted-printable', hex(PASSWORD).toUpperCase().replace(/../g, '=$&')],
  ['with a space between all letters', each(PASSWORD, (c) => `${c} `)],
  ['with a dash between all letters', each(PASSWORD, (c) => `${c}-`)],
  ['with NUL between all letters', each(PASSWORD, (c) => `${c}\0`)],
  ['with zero-width spaces between all letters', each(PASSWORD, (c) => `${c}\u200b`)],
  ['with ANSI colours in between', each(PASSWORD, (c) => `${c}\x1b[0m`)],
  ['behind 250 other characters', `${'x'.repeat(250)} ${PASSWORD}`],
  ['in single quotes for a shell', `'${PASSWORD.replaceAll("'", "'\\''")}'`],
];

const REJECTED = {
  verdict: 'rejected',
  cause: 'credential-refused',
  code: 535,
  stage: 'auth',
} as const;

/** UTF-8, as a server would send what it got. */
const says = (text: string): Play => {
  return (connection) => {
    connection.send(Buffer.from(text, 'utf8'));
  };
};

/** The letters of the password may be readable neither in a row nor after what stands between them is dropped. */
const WITHOUT_FILLING: Requirement = {
  that: 'the password is not there after dropping escapes and punctuation',
  holds: ({ run, inputs }) => {
    const dense = (text: string): string =>
      text
        .toLowerCase()
        .replace(/\\x[0-9a-f]{2}(\[0m)?|\\u\{[0-9a-f]+\}/g, '')
        .replace(/[^\p{L}\p{N}]/gu, '');
    const wanted = dense(inputs['password'] ?? '');
    return wanted.length < 6 || !dense(run.visible).includes(wanted);
  },
};

const ECHOES: readonly HostileCase[] = SPELLINGS.map(([how, text]) => ({
  name: `repeats the password ${how}`,
  play: at('password', says(`535 5.7.8 ${text}\r\n`)),
  expect: REJECTED,
  also: [WITHOUT_FILLING],
}));

const elsewhere = (
  where: string,
  play: Play,
  expectation: HostileCase['expect'],
  inputs: HostileCase['inputs'] = {},
): HostileCase => ({
  name: `repeats the password ${where}`,
  play,
  inputs,
  expect: expectation,
  also: [WITHOUT_FILLING],
});

/** A second try gives the server a chance to say what it heard at the first. */
const afterRetry = (
  where: string,
  point: Point,
  text: string,
  expectation: HostileCase['expect'],
): HostileCase =>
  elsewhere(
    `${where}, at the second try`,
    inTurn(at('password', '454 4.7.0 later\r\n'), at(point, says(text))),
    expectation,
    { retries: 1 },
  );

const secret = (what: string, password: string, more: Partial<HostileCase> = {}): HostileCase => ({
  name: `the password is ${what}, and is repeated`,
  inputs: { password, ...more.inputs },
  play: at(
    'password',
    says(`535 5.7.8 ${password.replace(/[\r\n]+/g, ' ')} ${base64(password)}\r\n`),
  ),
  expect: REJECTED,
});

/** What nobody has as a password is a wrong input. */
const neverSent = (what: string, password: string): HostileCase => ({
  name: `the password is ${what}: nothing is sent`,
  inputs: { password },
  play: honest(),
  expect: { verdict: 'config', cause: 'input-invalid' },
  also: [{ that: 'no connection', holds: ({ peer }) => peer?.connections.length === 0 }],
});

export const leakage: Family = {
  title: 'leakage',
  about:
    'A server that echoes the credential in any encoding, in any place, and secrets of unusual forms. Nothing that the step shows contains the password, its Base64 or the payload that carries it.',
  cases: [
    ...ECHOES,
    elsewhere('over two lines', at('password', says(lines(split(PASSWORD, 8)))), REJECTED),
    elsewhere('one letter a line', at('password', says(lines(split(PASSWORD, 1)))), REJECTED),
    elsewhere(
      'in Base64 over several lines',
      at('password', says(lines(split(base64(PAYLOAD), 12)))),
      REJECTED,
    ),
    elsewhere(
      'with its acceptance',
      at('password', says(`235 ${PASSWORD} ${base64(PASSWORD)}\r\n`)),
      {
        verdict: 'accepted',
        cause: 'none',
        stage: 'auth',
      },
    ),
    elsewhere('in a reply that is none', at('password', says(`${PASSWORD}\r\n`)), {
      verdict: 'protocol',
      cause: 'malformed-reply',
      stage: 'auth',
    }),
    elsewhere(
      'in a reply that is none, in Base64',
      at('password', says(`${base64(PAYLOAD)}\r\n`)),
      {
        verdict: 'protocol',
        cause: 'malformed-reply',
        stage: 'auth',
      },
    ),
    elsewhere('in a third prompt', at('password', says(`334 ${base64(PASSWORD)}\r\n`)), {
      verdict: 'protocol',
      cause: 'challenge-not-understood',
      stage: 'auth',
    }),
    elsewhere('in a temporary refusal', at('password', says(`454 4.7.0 ${PASSWORD}\r\n`)), {
      verdict: 'temporary',
      cause: 'temporary-failure',
      stage: 'auth',
    }),
    elsewhere('in an unexpected success', at('password', says(`250 ${PASSWORD}\r\n`)), {
      verdict: 'protocol',
      cause: 'unexpected-reply',
      stage: 'auth',
    }),
    afterRetry('in its greeting', 'greeting', `554 ${PASSWORD}\r\n`, {
      verdict: 'unreachable',
      cause: 'service-refused',
      stage: 'greeting',
    }),
    afterRetry('as the first words of a stranger', 'greeting', `${PASSWORD}\r\n`, {
      verdict: 'protocol',
      cause: 'not-smtp',
      stage: 'greeting',
    }),
    afterRetry(
      'in its EHLO reply',
      'tls-ehlo',
      `250-${PASSWORD}\r\n250-X ${PASSWORD}\r\n250 AUTH X-${hex(PASSWORD).slice(0, 16)}\r\n`,
      {
        verdict: 'unsupported',
        stage: 'auth',
      },
    ),
    {
      name: 'offers the password as a mechanism, at the second try',
      inputs: { password: 'CORRECT-HORSE-99', retries: 1 },
      play: inTurn(
        at('password', '454 4.7.0 later\r\n'),
        at('tls-ehlo', '250-mail.test\r\n250 AUTH CORRECT-HORSE-99\r\n'),
      ),
      expect: { verdict: 'unsupported', cause: 'mechanism-not-offered', stage: 'auth' },
    },
    {
      name: 'has the password as a name in its certificate, at the second try',
      inputs: { password: 'correct-horse-99', retries: 1 },
      play: inTurn(at('password', '454 4.7.0 later\r\n'), async (connection, context) => {
        const identity = await withHostileNames(context.world, { dnsNames: ['correct-horse-99'] });
        return at('handshake', () => connection.startTls(identity))(connection, context);
      }),
      expect: { verdict: 'tls', cause: 'certificate-name-mismatch', stage: 'tls' },
    },
    {
      name: 'has the password as the name of its issuer, at the second try',
      inputs: { password: 'correct-horse-99', retries: 1 },
      play: inTurn(at('password', '454 4.7.0 later\r\n'), async (connection, context) => {
        const identity = await withHostileNames(context.world, { issuer: 'correct-horse-99' });
        return at('handshake', () => connection.startTls(identity))(connection, context);
      }),
      expect: { verdict: 'tls', cause: 'certificate-unknown-ca', stage: 'tls' },
    },
    {
      ...elsewhere(
        'while the log is in debug mode',
        at('password', says(`535 ${PASSWORD}\r\n`)),
        REJECTED,
      ),
      env: { RUNNER_DEBUG: '1', ACTIONS_STEP_DEBUG: 'true' },
    },
    secret('one letter', 'a'),
    secret('two letters', 'ab'),
    secret('three letters', 'abc'),
    secret('four letters', 'abcd'),
    secret('a common word', 'monkey'),
    secret('a number', '20262026'),
    secret('in two lines', 'first-line-1\nsecond-line-2'),
    secret('ended by a line feed', 'correct-horse-99\n'),
    secret('ended by CR and LF', 'correct-horse-99\r\n'),
    secret('between spaces', '  correct-horse-99  '),
    secret('of spaces alone', '      '),
    secret('of punctuation alone', '!"§$%&/()=?'),
    secret('a regular expression', '(a+)+$[^]*\\d{2,}|.*'),
    secret('full of replacement patterns', "$&$1$`$'$$"),
    secret('of 1,000 characters', 'Kx9-'.repeat(250)),
    secret('in other scripts', 'パスワード🔑ß'),
    secret('a Turkish dotless i and a long s', 'ıſtanbul-KELVIN'),
    secret('a percent escape', '%0A%0D%25secret'),
    secret('half of a JSON text', '{"key":"correct","n":'),
    neverSent('a JSON text', '{"key":"correct","n":1}'),
    secret('HTML', '<b>correct</b>&amp;'),
    secret('the user name', USERNAME),
    secret('a part of the user name', 'alice@example'),
    secret('made of what the mask would cut', '*****-correct'),
    neverSent('the mask itself', '*****'),
    {
      name: 'the password stands in another input by mistake',
      inputs: { password: 'correct-horse-99', port: 'correct-horse-99' },
      expect: { verdict: 'config', cause: 'input-invalid' },
    },
    {
      name: 'the password stands in the host by mistake',
      inputs: { password: 'correct horse 99', host: 'correct horse 99' },
      expect: { verdict: 'config', cause: 'input-invalid' },
    },
    {
      name: 'the password stands in the URL of the host by mistake',
      inputs: { host: 'smtps://alice:correct-horse-99@mail.test', password: 'correct-horse-99' },
      expect: { verdict: 'config', cause: 'input-invalid' },
    },
    {
      name: 'the password stands in the path of the CA by mistake',
      inputs: { password: 'correct-horse-99', 'tls-ca': 'correct-horse-99' },
      expect: { verdict: 'config', cause: 'input-invalid' },
    },
  ],
};
