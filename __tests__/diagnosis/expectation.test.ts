import type { Checked } from '../../src/model/diagnosis.ts';
import {
  createFailure,
  createObservation,
  createRefusal,
  createResult,
  type Overrides,
} from '../support/results.ts';

const REJECTED = { expect: 'rejected' } as const;

function refuse(line: string, { account, ...overrides }: Overrides = {}): Checked {
  return createRefusal(line, { account: { ...REJECTED, ...account }, ...overrides });
}

const proves = ({ diagnosis }: Checked): boolean => diagnosis.provesDead && diagnosis.passed;

describe('"expect: rejected" is met', () => {
  test.each([
    ['a wrong pair', 'mail.example.test', '535 5.7.8 Error: authentication failed: '],
    ['the words of RFC 4954', 'mail.example.test', '535 5.7.8 Authentication credentials invalid'],
    ['a wrong pair at Gmail', 'smtp.gmail.com', '535 5.7.8 Username and Password not accepted.'],
    ['a failed login in German', 'mail.example.test', '535 5.7.8 Anmeldung fehlgeschlagen'],
    ['the bare number of RFC 4954', 'mail.example.test', '535 5.7.8'],
    ['plain words under another number', 'smtp.example.test', '550 5.7.1 Invalid password'],
  ])('by %s', (_name, host, line) => {
    const result = refuse(line, { account: { host } });
    expect(proves(result)).toBe(true);
    expect(result.diagnosis.meaning).toContain('no longer works');
  });
});

describe('"expect: rejected" is not met', () => {
  test.each([
    ['smtp-auth-disabled', '535 5.7.139 SmtpClientAuthentication is disabled for the Tenant.'],
    ['sign-in-policy', '535 5.7.139 the request did not meet the criteria to be authenticated'],
    ['sign-in-policy', '535 5.7.139 anything else'],
    ['account-locked', '535 5.7.139 Authentication unsuccessful, account locked.'],
    [
      'oauth-required',
      '535 5.7.139 Authentication unsuccessful, basic authentication is disabled.',
    ],
  ])('by %s at Microsoft, though its code is 535', (cause, line) => {
    const result = refuse(line, { account: { host: 'smtp.office365.com' } });
    expect(result.diagnosis.cause).toBe(cause);
    expect(proves(result)).toBe(false);
  });

  test.each([
    ['client-address-refused', '535 Authentication failed: IP not authorized'],
    ['throttled', '535 Too many login attempts'],
    ['account-locked', '535 5.7.1 Your account has been suspended'],
    ['app-password-required', '535 5.7.8 Please use an app-specific password'],
    ['temporary-failure', '535 5.7.8 Error: authentication failed: Connection lost to backend'],
    ['ambiguous-refusal', '535 5.7.8 Error: authentication failed: generic failure'],
    [
      'mechanism-refused',
      '535 5.7.8 Error: authentication failed: Invalid authentication mechanism',
    ],
  ])('by %s anywhere, though its code is 535', (cause, line) => {
    const result = refuse(line);
    expect(result.diagnosis.cause).toBe(cause);
    expect(proves(result)).toBe(false);
    expect(result.diagnosis.meaning).toContain('not proof');
  });

  test.each([
    ['an app password that is wanted', '534 5.7.9 Application-specific password required'],
    ['words that say nothing', '550 5.7.1 Go away'],
    ['a number without an enhanced code', '535'],
    ['a failed login under another number', '550 Error: authentication failed'],
    ['a reply that says "for now"', '454 4.7.0 invalid username or password'],
    ['an enhanced code that speaks of a disabled account', '535 5.7.13 Invalid password'],
    ['an enhanced code of the mail system', '535 5.3.0 Invalid password'],
    ['an enhanced code that is temporary', '535 4.7.0 Invalid password'],
  ])('by %s', (_name, line) => {
    expect(proves(refuse(line))).toBe(false);
  });

  test('before the server has the whole credential', () => {
    expect(proves(refuse('535 5.7.8 Invalid password', { credentialSent: false }))).toBe(false);
  });

  test('by an accepted login', () => {
    expect(proves(createResult({ account: REJECTED }))).toBe(false);
  });

  test('by a refusal that came after the login was accepted', () => {
    const { acceptance } = createObservation();
    const failure = { problem: 'refused', command: 'RCPT' } as const;
    const overrides = { failure, stage: 'mail', ...(acceptance && { acceptance }) } as const;
    expect(proves(refuse('535 5.7.8 Invalid password', overrides))).toBe(false);
  });

  test.each(['timed-out', 'connection-lost', 'certificate-expired', 'cancelled'] as const)(
    'by %s',
    (problem) => {
      expect(proves(createFailure(problem, { account: REJECTED }))).toBe(false);
    },
  );
});

test('a dead credential fails a run that wants it alive', () => {
  const { diagnosis } = createRefusal('535 5.7.8 Invalid password');
  expect(diagnosis).toMatchObject({ provesDead: true, passed: false, verdict: 'rejected' });
});

test('a failure without a problem or a proof of login never passes', () => {
  for (const expect_ of ['accepted', 'rejected'] as const) {
    const { acceptance: _, ...rest } = createObservation({ account: { expect: expect_ } });
    const account = { expect: expect_ };
    const result = createResult({ ...rest, account, acceptance: undefined as never });
    expect(result.diagnosis).toMatchObject({ verdict: 'config', passed: false });
  }
});
