import type { Family, HostileCase } from '../support/case.ts';
import { afterClientHello, at, type Play, silence, thenClose } from '../support/play.ts';

/** The injected text would be taken for the whole rest of the dialogue by a client that keeps it. */
const INJECTED = '250-mail.test\r\n250 AUTH PLAIN\r\n235 2.7.0 ok\r\n';

const offers = (what: string, reply: string): HostileCase => ({
  name: `offers ${what}`,
  play: at('ehlo', reply),
  expect: { verdict: 'tls', cause: 'starttls-missing', stage: 'starttls' },
});

const refuses = (reply: string): HostileCase => ({
  name: `answers STARTTLS with ${reply}`,
  play: at('starttls', `${reply}\r\n`),
  expect: {
    verdict: 'tls',
    cause: 'starttls-refused',
    stage: 'starttls',
    code: Number(reply.slice(0, 3)),
  },
});

const injects = (what: string, text: string): HostileCase => ({
  name: `sends ${what} behind the 220, then does TLS`,
  play: at('starttls', async (connection, { world }) => {
    connection.send(`220 go ahead\r\n${text}`);
    await connection.startTls(world.server);
  }),
  expect: { verdict: 'tls', cause: 'starttls-injection', stage: 'tls' },
});

/** After the handshake, in place of the answer to the second EHLO. */
const secondEhlo = (
  name: string,
  play: Play | string,
  expectation: HostileCase['expect'],
  more: Partial<HostileCase> = {},
): HostileCase => ({ name, play: at('tls-ehlo', play), expect: expectation, ...more });

const afterGoAhead = (
  name: string,
  play: Play | string,
  expectation: Omit<HostileCase['expect'], 'stage'>,
): HostileCase => ({ name, play: at('handshake', play), expect: { ...expectation, stage: 'tls' } });

const MORE: readonly HostileCase[] = [
  {
    name: 'answers STARTTLS with 421',
    play: at('starttls', '421 4.3.2 shutting down\r\n'),
    expect: { verdict: 'temporary', cause: 'temporary-failure', stage: 'starttls', code: 421 },
  },
  {
    name: 'answers STARTTLS with 235 and goes on as if logged in',
    play: at('starttls', '235 2.7.0 ok\r\n250 ok\r\n'),
    expect: { verdict: 'tls', cause: 'starttls-refused', stage: 'starttls', code: 235 },
  },
  {
    name: 'answers STARTTLS with differing codes',
    play: at('starttls', '220-go\r\n250 ahead\r\n'),
    expect: { verdict: 'protocol', cause: 'malformed-reply', stage: 'starttls' },
  },
  {
    name: 'answers STARTTLS before it is asked',
    play: at('ehlo', '250-mail.test\r\n250 STARTTLS\r\n220 go ahead\r\n'),
    expect: { verdict: 'protocol', cause: 'unsolicited-bytes', stage: 'starttls' },
  },
  injects('a line', '250 mail.test\r\n'),
  injects('the rest of a dialogue', INJECTED),
  injects('a fragment without a line end', '250-mail.t'),
  injects('a single byte', '2'),
  injects('a lone line feed', '\n'),
  injects('a 235', '235 2.7.0 ok\r\n'),
  injects('a 421', '421 4.3.2 closing\r\n'),
  afterGoAhead('sends plaintext a moment after the 220', afterClientHello(INJECTED), {
    verdict: 'tls',
    cause: 'tls-not-spoken',
  }),
  afterGoAhead('goes on in plaintext after the 220', INJECTED, { verdict: 'tls' }),
  afterGoAhead('closes after the 220', thenClose(''), {
    verdict: 'unreachable',
    cause: 'connection-lost',
  }),
  {
    ...afterGoAhead('never starts the handshake', silence, {
      verdict: 'timeout',
      cause: 'timed-out',
    }),
    inputs: { timeout: 2 },
  },
  secondEhlo(
    'offered AUTH before TLS only',
    '250-mail.test\r\n250 SIZE 1000\r\n',
    { verdict: 'unsupported', cause: 'auth-not-offered', stage: 'auth' },
    { play: offersBeforeTls('250-mail.test\r\n250 SIZE 1000\r\n') },
  ),
  secondEhlo(
    'offered PLAIN before TLS and only GSSAPI inside it',
    '',
    { verdict: 'unsupported', cause: 'mechanism-not-offered', stage: 'auth' },
    { play: offersBeforeTls('250-mail.test\r\n250 AUTH GSSAPI\r\n') },
  ),
  secondEhlo('refuses the second EHLO with 503', '503 5.5.1 Duplicate EHLO\r\n', {
    verdict: 'protocol',
    cause: 'ehlo-refused',
    stage: 'ehlo',
    code: 503,
  }),
  secondEhlo('refuses the second EHLO with 421', '421 4.7.0 bye\r\n', {
    verdict: 'temporary',
    cause: 'temporary-failure',
    stage: 'ehlo',
    code: 421,
  }),
  secondEhlo(
    'greets again inside TLS',
    '220 mail.test ESMTP\r\n250-mail.test\r\n250 AUTH LOGIN\r\n',
    { verdict: 'protocol', cause: 'unexpected-reply', stage: 'ehlo' },
  ),
  secondEhlo('answers the second EHLO with the acceptance', '235 2.7.0 ok\r\n', {
    verdict: 'protocol',
    cause: 'unexpected-reply',
    stage: 'ehlo',
  }),
  {
    name: 'speaks inside TLS before it is spoken to, and then answers too',
    play: at('handshake', async (connection, { world }) => {
      await connection.startTls(world.server);
      connection.send('250-mail.test\r\n250 AUTH LOGIN\r\n');
      await connection.line();
      connection.send('250-mail.test\r\n250 AUTH LOGIN\r\n');
    }),
    // Which of the two reaches the client before AUTH is chance; neither can be the answer to it.
    expect: { verdict: 'protocol', stage: 'auth' },
  },
  {
    name: 'has STARTTLS in lower case: capabilities have no case',
    play: at('ehlo', async (connection, { world }) => {
      connection.send('250-mail.test\r\n250 starttls\r\n');
      await connection.line();
      connection.send('220 go\r\n');
      await connection.startTls(world.server);
      await connection.line();
      connection.send('250-mail.test\r\n250 auth login\r\n');
      await connection.line();
      connection.send('535 5.7.8 no\r\n');
    }),
    expect: { verdict: 'rejected', cause: 'credential-refused', stage: 'auth', code: 535 },
  },
];

function offersBeforeTls(tlsEhlo: string): Play {
  return at('ehlo', async (connection, { world }) => {
    connection.send('250-mail.test\r\n250-AUTH LOGIN PLAIN\r\n250 STARTTLS\r\n');
    await connection.line();
    connection.send('220 go\r\n');
    await connection.startTls(world.server);
    await connection.line();
    connection.send(tlsEhlo);
  });
}

export const starttls: Family = {
  title: 'starttls',
  about:
    'The change from plaintext to TLS, where a man in the middle can send anything (see "Why TLS Is Better Without STARTTLS", USENIX Security 2021). No credential is sent before a verified handshake, and nothing received before it counts.',
  cases: [
    offers('no STARTTLS', '250-mail.test\r\n250 SIZE 1000\r\n'),
    offers('no STARTTLS but AUTH in plaintext', '250-mail.test\r\n250 AUTH LOGIN PLAIN\r\n'),
    offers('no extension at all', '250 mail.test\r\n'),
    offers('STARTTLS in its domain line', '250 STARTTLS\r\n'),
    offers('the look-alike XSTARTTLS', '250-mail.test\r\n250-XSTARTTLS\r\n250 AUTH LOGIN\r\n'),
    offers('the look-alike STARTTLSX', '250-mail.test\r\n250 STARTTLSX\r\n'),
    offers('the look-alike START-TLS', '250-mail.test\r\n250 START-TLS\r\n'),
    offers('STARTTLS as a parameter', '250-mail.test\r\n250 HELP STARTTLS\r\n'),
    offers('STARTTLS as a mechanism', '250-mail.test\r\n250 AUTH STARTTLS\r\n'),
    offers('STARTTLS behind a CR', '250-mail.test\r\n250 SIZE\rSTARTTLS\r\n'),
    offers(
      'STARTTLS with a letter of another alphabet',
      '250-mail.test\r\n250 STAR\xd0\xa2TLS\r\n',
    ),
    ...MORE,
    ...[
      '450 4.7.0 later',
      '454 4.7.0 TLS not available',
      '500 what?',
      '501 5.5.4 no',
      '502 5.5.1 no',
    ],
    ...['503 5.5.1 not now', '504 no', '530 5.7.0 no', '535 5.7.8 no', '550 5.7.1 no', '554 no'],
    ...['200 ok', '221 bye', '235 2.7.0 Authentication successful', '250 2.0.0 ok', '299 ok'],
    ...['334 VXNlcm5hbWU6', '354 go ahead'],
  ].map((item) => (typeof item === 'string' ? refuses(item) : item)),
};
