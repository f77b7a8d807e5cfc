import { causeOf } from '../../src/diagnosis/judge.ts';
import { meetsExpectation } from '../../src/diagnosis/judge.ts';
import { createRefusal, createResult } from '../support/results.ts';

const REJECTED = { expect: 'rejected' } as const;

describe('expect: rejected', () => {
  test.each([
    ['a wrong pair', 'mail.example.test', '535 5.7.8 Error: authentication failed: '],
    ['a wrong pair at Gmail', 'smtp.gmail.com', '535 5.7.8 Username and Password not accepted.'],
    ['words that nobody knows', 'mail.example.test', '535 5.7.8 Anmeldung fehlgeschlagen'],
    ['no words at all', 'mail.example.test', '535 '],
  ])('is met by %s', (_name, host, line) => {
    const result = createRefusal(line, { account: { ...REJECTED, host } });
    expect(meetsExpectation(result)).toBe(true);
  });

  test.each([
    ['smtp-auth-disabled', '535 5.7.139 SmtpClientAuthentication is disabled for the Tenant.'],
    ['sign-in-policy', '535 5.7.139 the request did not meet the criteria to be authenticated'],
    ['sign-in-policy', '535 5.7.139 anything else'],
    ['account-locked', '535 5.7.139 Authentication unsuccessful, account locked.'],
    [
      'oauth-required',
      '535 5.7.139 Authentication unsuccessful, basic authentication is disabled.',
    ],
  ])('is not met by %s at Microsoft, though its code is 535', (cause, line) => {
    const result = createRefusal(line, { account: { ...REJECTED, host: 'smtp.office365.com' } });
    expect(causeOf(result)).toBe(cause);
    expect(meetsExpectation(result)).toBe(false);
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
  ])('is not met by %s anywhere, though its code is 535', (cause, line) => {
    const result = createRefusal(line, { account: REJECTED });
    expect(causeOf(result)).toBe(cause);
    expect(meetsExpectation(result)).toBe(false);
  });

  test.each(['534 5.7.9 Application-specific password required', '550 5.7.1 Go away'])(
    'is not met by another code: %s',
    (line) => {
      expect(meetsExpectation(createRefusal(line, { account: REJECTED }))).toBe(false);
    },
  );

  test('is not met before the server has the whole credential', () => {
    const overrides = { account: REJECTED, credentialSent: false };
    expect(meetsExpectation(createRefusal('535 5.7.8 No', overrides))).toBe(false);
  });

  test('is not met by an accepted login', () => {
    expect(meetsExpectation(createResult({ account: REJECTED }))).toBe(false);
  });
});
