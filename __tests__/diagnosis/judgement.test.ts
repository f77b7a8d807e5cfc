import type { Problem } from '../../src/model/cause.ts';
import type { Diagnosis } from '../../src/model/diagnosis.ts';
import type { Skipped } from '../../src/model/observation.ts';
import {
  createFailure,
  createObservation,
  createRefusal,
  createResult,
  type Overrides,
  parseReply,
} from '../support/results.ts';

/** What a reply means for the credential, for the retry and for the other accounts of its host. */

const judge = (line: string, overrides: Overrides = {}): Diagnosis =>
  createRefusal(line, overrides).diagnosis;

describe('a reply to AUTH that asks for fewer logins', () => {
  test.each([
    '454 4.7.0 Too many login attempts, please try again later.',
    '450 4.7.1 Rate limit for this user',
    '450 4.7.1 Client is being ratelimited',
    '450 4.7.1 rate-limited',
    '454 Throttling failure: slow down',
    '432 4.3.2 Concurrent connections limit exceeded',
    '535 5.7.8 too many failed logins',
    '535 auth failed (this user authenticate too many times)',
  ])('is not retried and leaves its host alone: %s', (line) => {
    const { cause, verdict, mayRetry, throttlesHost } = judge(line);
    expect({ cause, verdict, mayRetry, throttlesHost }).toEqual({
      cause: 'throttled',
      verdict: 'temporary',
      mayRetry: false,
      throttlesHost: true,
    });
  });
});

describe('a reply to AUTH that only says "later"', () => {
  test.each([
    '454 4.7.0 Temporary authentication failure',
    '451 4.7.0 Temporary server error. Please try again later. PRX5',
    '400 4.0.0 Come back',
    '499 4.9.9 Come back',
    '454 4.7.0 Authentication backend is not available',
  ])('is retried, and the host is not left alone: %s', (line) => {
    expect(judge(line)).toMatchObject({
      cause: 'temporary-failure',
      verdict: 'temporary',
      mayRetry: true,
      throttlesHost: false,
    });
  });

  test.each(['421 4.3.2 closing', '421 4.7.0 Try again later, too few free connections'])(
    'leaves the host alone when the server closes the service: %s',
    (line) => {
      expect(judge(line)).toMatchObject({ cause: 'temporary-failure', throttlesHost: true });
    },
  );
});

describe('a 4yz whose words are about the credential', () => {
  test.each([
    ['wrong-credentials', '454 4.7.0 invalid username or password'],
    ['wrong-credentials', '435 Unable to authenticate: wrong password'],
    ['smtp-auth-disabled', '454 Authentication failed, please open smtp flag first!'],
    ['app-password-required', '454 4.7.9 Application-specific password required'],
    ['oauth-required', '454 4.7.0 Basic authentication is disabled'],
  ])('is rejected as %s, never retried, and leaves the other accounts alone: %s', (cause, line) => {
    const diagnosis = judge(line);
    expect(diagnosis).toMatchObject({
      cause,
      verdict: 'rejected',
      mayRetry: false,
      throttlesHost: false,
      provesDead: false,
    });
    expect(diagnosis.nextStep).not.toMatch(/later|again in/);
  });
});

describe('the number decides only where the words are not known', () => {
  test.each([
    ['rejected', 'wrong-credentials', '530 Invalid username or password'],
    ['rejected', 'wrong-credentials', '501 Invalid password'],
    ['rejected', 'wrong-credentials', '500 5.7.8 Authentication failed: bad password'],
    ['rejected', 'credential-refused', '535 Not you'],
    ['rejected', 'credential-refused', '550 Not you'],
    ['protocol', 'unexpected-reply', '500 What?'],
    ['protocol', 'unexpected-reply', '503 Bad order'],
    ['protocol', 'unexpected-reply', '250 ok'],
    ['unsupported', 'mechanism-refused', '504 What?'],
    ['unsupported', 'mechanism-refused', '502 What?'],
    ['temporary', 'temporary-failure', '454 What?'],
  ])('%s, %s: %s', (verdict, cause, line) => {
    expect(judge(line)).toMatchObject({ verdict, cause });
  });
});

describe('inside verified TLS', () => {
  test.each([
    '523 5.7.10 Encryption needed',
    '530 5.7.0 Must issue a STARTTLS command first',
    '530 What?',
    '538 5.7.11 Encryption required for requested authentication mechanism',
    '535 5.7.8 TLS required',
  ])('nobody is told that TLS is missing: %s', (line) => {
    const { verdict, meaning, nextStep } = judge(line);
    expect(verdict).toBe('protocol');
    expect(`${meaning} ${nextStep}`).not.toMatch(/starttls|implicit-tls|only allowed over/i);
  });

  test('a mechanism that wants more is refused as a mechanism', () => {
    expect(judge('504 5.5.4 Encryption required for this mechanism').verdict).toBe('unsupported');
  });

  test('without TLS the same replies are about TLS', () => {
    const line = '538 5.7.11 Encryption required for requested authentication mechanism';
    const { tls: _, ...observation } = createObservation({
      failure: { problem: 'refused', command: 'AUTH' },
      reply: parseReply(line),
    });
    const { diagnosis } = createResult({ ...observation, tls: undefined as never });
    expect(diagnosis).toMatchObject({ verdict: 'tls', cause: 'tls-required' });
  });
});

describe('after the login was accepted', () => {
  function atMail(line: string, command: 'MAIL' | 'RCPT' = 'RCPT'): Diagnosis {
    const { acceptance } = createObservation();
    return createResult({
      account: { from: 'a@example.test', to: 'b@example.test' },
      ...(acceptance && { acceptance }),
      failure: { problem: 'refused', command },
      stage: 'mail',
      reply: parseReply(line),
    }).diagnosis;
  }

  test.each([
    ['temporary', 'temporary-failure', '450 4.2.0 <b>: Recipient address rejected: Greylisted'],
    ['temporary', 'quota-exceeded', '452 4.2.2 <b>: Mailbox is full / Quota exceeded'],
    ['temporary', 'quota-exceeded', '451 4.7.1 <a>: Sender address rejected: Ratelimit exceeded'],
    ['unsupported', 'recipient-refused', '550 5.1.1 <b>: User unknown'],
    ['unsupported', 'sender-refused', '553 5.7.1 <a>: Sender address rejected: not owned by user'],
    ['unsupported', 'quota-exceeded', '550 5.4.5 Daily user sending limit exceeded'],
    ['protocol', 'ehlo-refused', '504 5.5.2 <localhost>: Helo command rejected: need a name'],
    ['protocol', 'ehlo-refused', '450 4.7.1 <x>: Helo command rejected: Host not found'],
  ])('%s, %s, and the report says that it was: %s', (verdict, cause, line) => {
    const diagnosis = atMail(line);
    // The verdict is that of the stage; a refused EHLO name has that of its number.
    expect(diagnosis.cause).toBe(cause);
    if (cause !== 'ehlo-refused') expect(diagnosis.verdict).toBe(verdict);
    expect(diagnosis.meaning).toMatch(/^The login was accepted\./);
    expect(diagnosis).toMatchObject({ mayRetry: false, throttlesHost: false, provesDead: false });
    expect(diagnosis.nextStep.includes('ehlo-name')).toBe(cause === 'ehlo-refused');
  });

  test('a refused MAIL is about the sender', () => {
    expect(atMail('550 5.7.1 Not this one', 'MAIL').cause).toBe('sender-refused');
  });
});

describe('before the login', () => {
  const COMMANDS = { greeting: undefined, ehlo: 'EHLO', starttls: 'STARTTLS' } as const;

  function at(stage: keyof typeof COMMANDS, line: string): Diagnosis {
    const command = COMMANDS[stage];
    const failure = { problem: 'refused', ...(command && { command }) } as const;
    const sent = { authSent: false, credentialSent: false };
    return createResult({ ...sent, failure, stage, reply: parseReply(line) }).diagnosis;
  }

  test.each([
    ['greeting', 'unreachable', 'service-refused', '554 No SMTP service here'],
    [
      'greeting',
      'unreachable',
      'client-address-refused',
      '554 5.7.1 blocked using zen.spamhaus.org',
    ],
    ['greeting', 'temporary', 'temporary-failure', '421 4.3.2 Too busy'],
    ['greeting', 'temporary', 'throttled', '421 4.7.0 Too many connections from your IP'],
    ['greeting', 'protocol', 'unexpected-reply', '354 go on'],
    ['ehlo', 'protocol', 'ehlo-refused', '550 Who are you?'],
    ['ehlo', 'protocol', 'ehlo-refused', '450 4.7.1 Helo command rejected: Host not found'],
    ['starttls', 'tls', 'starttls-refused', '454 4.7.0 TLS not available due to local problem'],
    ['starttls', 'temporary', 'temporary-failure', '421 4.3.2 closing'],
  ] as const)('%s: %s, %s: %s', (stage, verdict, cause, line) => {
    expect(at(stage, line)).toMatchObject({ verdict, cause, provesDead: false });
  });

  test('words about a password in a greeting judge nothing', () => {
    expect(at('greeting', '554 Invalid password').cause).toBe('service-refused');
  });
});

describe('what ended without a reply', () => {
  const before = { authSent: false, credentialSent: false, stage: 'connect' } as const;

  test.each<[Problem, boolean]>([
    ['timed-out', true],
    ['connection-lost', true],
    ['connection-refused', true],
    ['name-lookup-failed', true],
    ['token-unavailable', true],
    ['name-not-found', false],
    ['certificate-expired', false],
    ['cancelled', false],
    ['input-invalid', false],
  ])('%s before AUTH: may be retried is %s', (problem, mayRetry) => {
    expect(createFailure(problem, before).diagnosis.mayRetry).toBe(mayRetry);
  });

  test.each<Problem>(['timed-out', 'connection-lost'])(
    '%s after AUTH is not retried: it may have been a failed login',
    (problem) => {
      for (const credentialSent of [true, false]) {
        const { diagnosis } = createFailure(problem, { authSent: true, credentialSent });
        expect(diagnosis.mayRetry).toBe(false);
      }
    },
  );

  test('a skipped account has the cause of its host, is not retried and throttles nothing', () => {
    const skipped: Skipped = {
      ...({ reason: 'host-throttles', verdict: 'temporary', cause: 'throttled' } as const),
      said: '421 slow down',
    };
    const { diagnosis } = createResult({ skipped, authSent: false, credentialSent: false });
    expect(diagnosis).toMatchObject({
      ...{ verdict: 'temporary', cause: 'throttled' },
      ...{ mayRetry: false, throttlesHost: false, passed: false },
    });
    expect(diagnosis.meaning).toContain('"421 slow down"');
    expect(diagnosis.meaning).toContain('Nothing is known about this credential');
  });
});
