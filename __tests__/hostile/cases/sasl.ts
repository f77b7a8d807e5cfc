import type { Family, HostileCase, Requirement } from '../support/case.ts';
import { at, close, honest, inTurn, type Path, type Play, thenClose } from '../support/play.ts';

const PLAIN: Path = { mechanism: 'PLAIN' };
type Answer = Omit<HostileCase['expect'], 'stage'>;

/** The final answer to a LOGIN that was given whole. */
const refuses = (
  reply: string,
  expectation: Answer,
  more: Partial<HostileCase> = {},
): HostileCase => ({
  name: `answers the password with ${reply}`,
  play: at('password', `${reply}\r\n`),
  expect: { ...expectation, code: Number(reply.slice(0, 3)), stage: 'auth' },
  ...more,
});

const REJECTED = { verdict: 'rejected', cause: 'credential-refused' } as const;
const WRONG = { verdict: 'rejected', cause: 'wrong-credentials' } as const;
const TEMPORARY = { verdict: 'temporary', cause: 'temporary-failure' } as const;
const THROTTLED = { verdict: 'temporary', cause: 'throttled' } as const;
const UNSUPPORTED = { verdict: 'unsupported', cause: 'mechanism-refused' } as const;
const UNEXPECTED = { verdict: 'protocol', cause: 'unexpected-reply' } as const;

/** Only plain words prove that a credential is dead. */
const whereRefusalIsExpected = (reply: string, exit: 0 | 1): HostileCase => ({
  name: `answers with ${reply}, where a refusal is expected: ${exit === 0 ? 'met' : 'not met'}`,
  inputs: { expect: 'rejected' },
  play: at('password', `${reply}\r\n`),
  expect: {
    verdict: reply.startsWith('504') ? 'unsupported' : 'rejected',
    stage: 'auth',
    code: Number(reply.slice(0, 3)),
    exit,
  },
});

const toAuth = (name: string, play: Play | string, expectation: Answer): HostileCase => ({
  name,
  play: at('auth', play),
  expect: { ...expectation, stage: 'auth' },
});

/** Asks with one prompt after another and never decides. */
const asks = (...prompts: readonly string[]): Play => {
  return async (connection) => {
    for (const prompt of prompts) {
      connection.send(`${prompt}\r\n`);
      await connection.line();
    }
    connection.send('535 5.7.8 no\r\n');
  };
};
/** Asks for a response that it has already, and decides then. */
const asksAgain = (decision: string): Play => {
  return async (connection) => {
    connection.send('334 \r\n');
    await connection.line();
    connection.send(`${decision}\r\n`);
  };
};
const endlessly: Play = async (connection) => {
  for (;;) {
    connection.send('334 VXNlcm5hbWU6\r\n');
    await connection.line();
  }
};

const offers = (name: string, reply: string, expectation: Answer, inputs = {}): HostileCase => ({
  name: `offers ${name}`,
  inputs,
  play: at('tls-ehlo', reply),
  expect: { stage: 'auth', ...expectation },
});
const NOT_OFFERED = { verdict: 'unsupported', cause: 'auth-not-offered' } as const;
const OTHERS_OFFERED = { verdict: 'unsupported', cause: 'mechanism-not-offered' } as const;
const TOO_LONG = { verdict: 'protocol', cause: 'reply-too-long', stage: 'ehlo' } as const;

/** An honest PLAIN or LOGIN after an odd list. */
const offersAndAccepts = (name: string, list: string): HostileCase => ({
  name: `offers ${name}`,
  inputs: { mechanism: 'PLAIN' },
  play: at('tls-ehlo', async (connection) => {
    connection.send(list);
    await connection.line();
    connection.send('235 2.7.0 ok\r\n');
  }),
  expect: { verdict: 'accepted', cause: 'none', stage: 'auth' },
});

const MECHANISMS = Array.from({ length: 10_000 }, (_, index) => `X-${index}`);
const DECLINED: Requirement = {
  that: 'the exchange was cancelled with "*"',
  holds: ({ peer }) => peer?.received.tls.includes('\r\n*\r\n') ?? false,
};

export const sasl: Family = {
  title: 'sasl',
  about:
    'Every reply to a login. Only a refusal of the credential is `rejected`; a reply about the command, the channel or the moment is something else. An additional prompt is never answered with the password.',
  cases: [
    refuses('535 5.7.8 Authentication credentials invalid', WRONG),
    refuses('535 5.7.0 authentication failed', WRONG),
    refuses('535', REJECTED),
    refuses('534 5.7.9 mechanism too weak', UNSUPPORTED),
    refuses('525 5.7.13 account disabled', { ...REJECTED, cause: 'account-locked' }),
    refuses('550 5.7.30 basic authentication is gone', REJECTED),
    refuses('554 5.7.1 denied', REJECTED),
    refuses('553 no', REJECTED),
    refuses('599 no', REJECTED),
    refuses('500 5.5.1 what?', UNEXPECTED),
    refuses('501 5.5.2 cannot decode', { ...UNEXPECTED, cause: 'login-malformed' }),
    refuses('503 5.5.2 Send hello first', UNEXPECTED),
    refuses('502 5.5.1 not implemented', UNSUPPORTED),
    refuses('504 5.7.4 unrecognized authentication type', UNSUPPORTED),
    refuses('523 5.7.10 encryption needed', UNEXPECTED),
    refuses('530 5.7.0 must issue STARTTLS first', UNEXPECTED),
    refuses('538 5.7.11 encryption required', UNEXPECTED),
    refuses('530 5.7.0 invalid username or password', WRONG),
    refuses('501 5.7.8 invalid password', WRONG),
    refuses('454 4.7.0 invalid username or password', WRONG),
    refuses('454 4.7.0 please open smtp flag first', {
      verdict: 'rejected',
      cause: 'smtp-auth-disabled',
    }),
    refuses('454 4.7.0 temporary authentication failure', TEMPORARY),
    refuses('432 4.7.12 password transition needed', {
      ...TEMPORARY,
      cause: 'password-change-required',
    }),
    refuses('421 4.3.2 shutting down', TEMPORARY),
    refuses('450 4.7.1 later', TEMPORARY),
    refuses('451 4.3.0 database down', TEMPORARY),
    refuses('454 4.7.0 Too many login attempts, please try again later', THROTTLED),
    refuses('421 4.7.0 Too many concurrent connections', THROTTLED),
    refuses('235 2.7.0 ok', { verdict: 'accepted', cause: 'none' }),
    refuses('535 5.7.8 no', REJECTED, {
      name: 'refuses with 535 where two retries are allowed: one AUTH only',
      inputs: { retries: 2 },
      also: [{ that: 'one connection', holds: ({ peer }) => peer?.connections.length === 1 }],
    }),
    refuses('454 4.7.0 Too many login attempts', THROTTLED, {
      name: 'asks for fewer logins where two retries are allowed: obeyed',
      inputs: { retries: 2 },
      also: [{ that: 'one connection', holds: ({ peer }) => peer?.connections.length === 1 }],
    }),
    refuses('454 4.7.0 invalid username or password', WRONG, {
      name: 'refuses the password with 454 where two retries are allowed: one AUTH only',
      inputs: { retries: 2 },
      also: [{ that: 'one connection', holds: ({ peer }) => peer?.connections.length === 1 }],
    }),
    {
      name: 'says 454 at first and accepts at the second try',
      inputs: { retries: 1 },
      play: inTurn(at('password', '454 4.7.0 later\r\n'), honest()),
      expect: { verdict: 'accepted', cause: 'none', stage: 'auth' },
    },
    {
      name: 'says 454 at first and 535 at the second try: no third',
      inputs: { retries: 5 },
      play: inTurn(at('password', '454 4.7.0 later\r\n'), at('password', '535 5.7.8 no\r\n')),
      expect: { ...REJECTED, stage: 'auth', code: 535 },
      also: [{ that: 'two connections', holds: ({ peer }) => peer?.connections.length === 2 }],
    },
    {
      name: 'closes after it has heard the password, where retries are allowed: one AUTH only',
      inputs: { retries: 5 },
      play: at('password', close),
      expect: { verdict: 'unreachable', cause: 'connection-lost', stage: 'auth' },
      also: [{ that: 'one connection', holds: ({ peer }) => peer?.connections.length === 1 }],
    },
    toAuth('accepts AUTH LOGIN before any prompt', '235 2.7.0 ok\r\n', {
      verdict: 'protocol',
      cause: 'premature-success',
    }),
    {
      name: 'accepts after the user name alone',
      play: at('username', '235 2.7.0 ok\r\n'),
      expect: { verdict: 'protocol', cause: 'premature-success', stage: 'auth' },
    },
    {
      name: 'refuses the user name before it has seen the password',
      play: at('username', '535 5.7.8 no such user\r\n'),
      expect: { ...REJECTED, stage: 'auth', code: 535 },
    },
    {
      name: 'refuses the user name, where a refusal is expected: not met',
      inputs: { expect: 'rejected' },
      play: at('username', '535 5.7.8 no such user\r\n'),
      expect: { ...REJECTED, stage: 'auth', code: 535 },
    },
    {
      name: 'refuses with 550, where a refusal is expected: not met',
      inputs: { expect: 'rejected' },
      play: at('password', '550 5.7.1 your address is blocked\r\n'),
      expect: { ...REJECTED, cause: 'client-address-refused', stage: 'auth', code: 550 },
    },
    ...[
      '535 5.7.8 Authentication credentials invalid',
      '535 5.7.8 Error: authentication failed:',
      '535 5.7.8',
      '550 5.7.1 Invalid password',
    ].map((reply) => whereRefusalIsExpected(reply, 0)),
    ...[
      '535 5.7.8 no',
      '535 no',
      '535 5.7.8 Invalid password (account locked)',
      '535 5.7.8 Error: authentication failed: captcha required',
      '535 5.7.8 Error: authentication failed: nope',
      '535 5.7.8 Invalid password, nope',
      '454 4.7.0 invalid username or password',
      '504 5.7.4 unrecognized authentication type',
    ].map((reply) => whereRefusalIsExpected(reply, 1)),
    {
      name: 'accepts, where a refusal is expected',
      inputs: { expect: 'rejected' },
      play: honest(),
      expect: { verdict: 'accepted', stage: 'auth', code: 235, exit: 1 },
    },
    {
      name: 'closes, where a refusal is expected: a lost connection proves nothing',
      inputs: { expect: 'rejected' },
      play: at('password', close),
      expect: { verdict: 'unreachable', stage: 'auth', exit: 1 },
    },
    toAuth('asks with empty prompts', asks('334 ', '334 '), { ...REJECTED, code: 535 }),
    toAuth('asks without a space after 334', asks('334', '334'), { ...REJECTED, code: 535 }),
    toAuth(
      'asks for the password first: answered by order',
      asks('334 UGFzc3dvcmQ6', '334 VXNlcm5hbWU6'),
      {
        ...REJECTED,
        code: 535,
      },
    ),
    toAuth('asks in words that are not Base64', asks('334 Username:', '334 Password:'), {
      ...REJECTED,
      code: 535,
    }),
    toAuth('asks with NUL and control bytes', asks('334 \0\x1b[2J', '334 \x07'), {
      ...REJECTED,
      code: 535,
    }),
    {
      ...toAuth(
        'asks a third time',
        asks('334 VXNlcm5hbWU6', '334 UGFzc3dvcmQ6', '334 UGFzc3dvcmQ6'),
        {
          verdict: 'protocol',
          cause: 'challenge-not-understood',
        },
      ),
      also: [DECLINED],
    },
    {
      ...toAuth('asks for ever', endlessly, {
        verdict: 'protocol',
        cause: 'challenge-not-understood',
      }),
      also: [DECLINED],
    },
    {
      name: 'ignores the whole PLAIN message, asks for it with an empty 334, and accepts it then',
      inputs: { mechanism: 'PLAIN' },
      play: at('password', asksAgain('235 2.7.0 ok'), PLAIN),
      expect: { verdict: 'accepted', cause: 'none', stage: 'auth' },
    },
    {
      name: 'ignores the whole PLAIN message, asks for it with an empty 334, and refuses it then',
      inputs: { mechanism: 'PLAIN' },
      play: at('password', asksAgain('535 5.7.8 no'), PLAIN),
      expect: { ...REJECTED, stage: 'auth', code: 535 },
    },
    {
      name: 'answers the whole PLAIN message with 334 and an empty challenge, and once more',
      inputs: { mechanism: 'PLAIN' },
      play: at(
        'password',
        async (connection) => {
          connection.send('334 \r\n');
          await connection.line();
          connection.send('334 \r\n');
        },
        PLAIN,
      ),
      expect: { verdict: 'protocol', cause: 'challenge-not-understood', stage: 'auth' },
      also: [DECLINED],
    },
    {
      name: 'ignores the initial response of PLAIN and asks for it with an empty challenge',
      inputs: { mechanism: 'PLAIN' },
      play: at(
        'password',
        async (connection) => {
          connection.send('334 \r\n');
          await connection.line();
          connection.send('235 2.7.0 ok\r\n');
          await connection.line();
        },
        PLAIN,
      ),
      expect: { verdict: 'accepted', cause: 'none', stage: 'auth' },
    },
    {
      name: 'answers the whole PLAIN message with 334 and the success behind it',
      inputs: { mechanism: 'PLAIN' },
      play: at('password', '334 \r\n235 2.7.0 ok\r\n', PLAIN),
      expect: { verdict: 'protocol', stage: 'auth' },
    },
    {
      name: 'asks for PLAIN in several lines with differing codes',
      inputs: { mechanism: 'PLAIN' },
      play: at('password', '334-a\r\n235 b\r\n', PLAIN),
      expect: { verdict: 'protocol', cause: 'malformed-reply', stage: 'auth' },
    },
    {
      name: 'refuses PLAIN and offers LOGIN: no second mechanism',
      inputs: { mechanism: 'PLAIN', retries: 2 },
      play: at('password', '535 5.7.8 use LOGIN\r\n', PLAIN),
      expect: { ...REJECTED, stage: 'auth', code: 535 },
      also: [{ that: 'one connection', holds: ({ peer }) => peer?.connections.length === 1 }],
    },
    {
      name: 'answers LOGIN with 504 and offers PLAIN: no fallback',
      play: at('auth', '504 5.7.4 no LOGIN here\r\n'),
      expect: { ...UNSUPPORTED, stage: 'auth', code: 504 },
    },
    {
      name: 'sends a refusal without end',
      inputs: { timeout: 2 },
      play: at('password', '535-5.7.8 no\r\n'),
      expect: { verdict: 'timeout', cause: 'timed-out', stage: 'auth' },
    },
    {
      name: 'closes inside a refusal',
      play: at('password', thenClose('535-5.7.8 no\r\n535 5.7.8 rea')),
      expect: { verdict: 'unreachable', cause: 'connection-lost', stage: 'auth' },
    },
    offers('AUTH without a mechanism', '250-mail.test\r\n250 AUTH\r\n', NOT_OFFERED),
    offers('only NTLM and GSSAPI', '250-mail.test\r\n250 AUTH NTLM GSSAPI\r\n', OTHERS_OFFERED),
    offers(
      'only SCRAM-SHA-1 where PLAIN is wanted',
      '250-mail.test\r\n250 AUTH SCRAM-SHA-1 LOGIN\r\n',
      OTHERS_OFFERED,
      {
        mechanism: 'PLAIN',
      },
    ),
    offers('the look-alike XAUTH', '250-mail.test\r\n250 XAUTH LOGIN PLAIN\r\n', NOT_OFFERED),
    offers(
      'the look-alike AUTHENTICATE',
      '250-mail.test\r\n250 AUTHENTICATE PLAIN\r\n',
      NOT_OFFERED,
    ),
    offers('AUTH as a parameter of HELP', '250-mail.test\r\n250 HELP AUTH LOGIN\r\n', NOT_OFFERED),
    offers(
      'the look-alikes XLOGIN, PLAINX',
      '250-mail.test\r\n250 AUTH XLOGIN PLAINX\r\n',
      OTHERS_OFFERED,
    ),
    offers('PLAIN in commas', '250-mail.test\r\n250 AUTH LOGIN,PLAIN\r\n', {
      verdict: 'unsupported',
    }),
    offers('PLAIN with a Cyrillic letter', '250-mail.test\r\n250 AUTH PL\xd0\x90IN\r\n', {
      verdict: 'unsupported',
    }),
    offers(
      'mechanisms of 10,000 letters',
      `250-mail.test\r\n250 AUTH ${'X'.repeat(8000)}\r\n`,
      NOT_OFFERED,
    ),
    offers(
      '10,000 mechanisms in one line',
      `250-mail.test\r\n250 AUTH ${MECHANISMS.join(' ')}\r\n`,
      TOO_LONG,
    ),
    offers(
      '10,000 mechanisms, one a line',
      `250-mail.test\r\n${MECHANISMS.map((name) => `250-AUTH ${name}\r\n`).join('')}250 ok\r\n`,
      TOO_LONG,
    ),
    offers(
      '1,000 mechanisms, none of ours',
      `250-mail.test\r\n250 AUTH ${MECHANISMS.slice(0, 1000).join(' ')}\r\n`,
      OTHERS_OFFERED,
    ),
    offersAndAccepts(
      'PLAIN behind 1,000 others',
      `250-mail.test\r\n250 AUTH ${MECHANISMS.slice(0, 1000).join(' ')} PLAIN\r\n`,
    ),
    offersAndAccepts('PLAIN in the old spelling AUTH=PLAIN', '250-mail.test\r\n250 AUTH=PLAIN\r\n'),
    offersAndAccepts(
      'plain in lower case with spaces around',
      '250-mail.test\r\n250 auth   plain  \r\n',
    ),
    offersAndAccepts(
      'PLAIN twice and over two lines',
      '250-mail.test\r\n250-AUTH LOGIN PLAIN\r\n250 AUTH PLAIN\r\n',
    ),
  ],
};
