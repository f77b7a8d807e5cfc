import { VERDICTS } from '../../src/model/verdict.ts';
import { diagnose } from '../../src/diagnosis/diagnose.ts';
import type { CredentialFacts } from '../../src/model/account.ts';
import type { Diagnosis } from '../../src/model/diagnosis.ts';
import type { Observation } from '../../src/model/observation.ts';
import type { Redacted } from '../../src/safety/redact.ts';

/** An access token that the mail server has judged: what to do depends on whose token it is. */

const observe = (
  host: string,
  credential: Omit<CredentialFacts, 'isAscii'>,
  rest: Partial<Observation>,
): Observation => ({
  account: {
    ...{ host, port: 587, username: 'user@example.test', tlsMode: 'starttls' },
    ...{ mechanism: 'auto', certificateFailDays: 0, expect: 'accepted', failOn: VERDICTS },
    credential: { isAscii: true, ...credential },
  },
  ...{ stage: 'auth', offered: ['XOAUTH2'], mechanism: 'XOAUTH2' },
  ...{ authSent: true, credentialSent: true, stages: [], durationMs: 1, transcript: [] },
  ...rest,
});

const LINES = ['Authentication unsuccessful [AM0PR01CA0001.eurprd01.prod.exchangelabs.com]'];
const refused = (credential: Omit<CredentialFacts, 'isAscii'>): Promise<Diagnosis> =>
  diagnose(
    observe('smtp.office365.com', credential, {
      failure: { problem: 'refused', command: 'AUTH' },
      reply: { code: 535, enhanced: '5.7.3', lines: LINES as Redacted[] },
    }),
  );

const DELEGATED = /SMTP\.Send\b.*mailbox that signed in/;
const APPLICATION = /New-ServicePrincipal.*Add-MailboxPermission/;

test.each<[string, Omit<CredentialFacts, 'isAscii'>, RegExp[], RegExp[]]>([
  [
    'a refresh token',
    { kind: 'token-request', grant: 'refresh-token', proof: 'none' },
    [DELEGATED],
    [APPLICATION],
  ],
  [
    'an application',
    { kind: 'token-request', grant: 'client-credentials', proof: 'secret' },
    [APPLICATION],
    [DELEGATED],
  ],
  ['an earlier step', { kind: 'access-token' }, [DELEGATED, APPLICATION], []],
])('535 5.7.3 of Microsoft to a token of %s', async (_, credential, steps, not) => {
  const { verdict, nextStep } = await refused(credential);
  expect(verdict).toBe('rejected');
  for (const step of steps) expect(nextStep).toMatch(step);
  for (const step of not) expect(nextStep).not.toMatch(step);
  expect(nextStep).not.toMatch(/password/i);
});

test.each<[string, Omit<CredentialFacts, 'isAscii'>, RegExp]>([
  [
    'smtp.gmail.com',
    { kind: 'token-request', grant: 'refresh-token', proof: 'secret' },
    /oauth2\.googleapis\.com\/revoke/,
  ],
  [
    'smtp.office365.com',
    { kind: 'token-request', grant: 'refresh-token', proof: 'none' },
    /Revoke-MgUserSignInSession/,
  ],
  ['smtp.office365.com', { kind: 'access-token' }, /Revoke-MgUserSignInSession/],
  ['mail.example.test', { kind: 'access-token' }, /provider that issued it/],
  [
    'smtp.gmail.com',
    { kind: 'token-request', grant: 'service-account' },
    /gcloud iam service-accounts keys delete/,
  ],
  [
    'smtp.office365.com',
    { kind: 'token-request', grant: 'client-credentials', proof: 'github-oidc' },
    /az ad app federated-credential delete/,
  ],
  [
    'smtp.office365.com',
    { kind: 'token-request', grant: 'client-credentials', proof: 'certificate' },
    /Remove the certificate/,
  ],
  [
    'smtp.office365.com',
    { kind: 'token-request', grant: 'client-credentials', proof: 'secret' },
    /Delete the client secret/,
  ],
])('a token that %s accepts and that should be dead: %j', async (host, credential, step) => {
  const reply = { code: 235, lines: ['ok' as Redacted] };
  const observation = observe(host, credential, { acceptance: { reply }, reply });
  const account = { ...observation.account, expect: 'rejected' } as const;
  const { passed, verdict, nextStep } = await diagnose({ ...observation, account });
  expect({ passed, verdict }).toEqual({ passed: false, verdict: 'accepted' });
  expect(nextStep).toMatch(step);
  expect(nextStep).toContain('work until they expire');
  expect(nextStep).not.toMatch(/password/i);
});

const FETCHED = [
  { kind: 'token-request', grant: 'client-credentials', proof: 'secret' },
  { kind: 'token-request', grant: 'refresh-token', proof: 'none' },
  { kind: 'token-request', grant: 'service-account' },
] as const;

describe.each([...FETCHED, { kind: 'access-token' } as const])('with %j', (credential) => {
  const answer = (code: number, enhanced: string, line: string): Promise<Diagnosis> =>
    diagnose(
      observe('mail.example.test', credential, {
        failure: { problem: 'refused', command: 'AUTH' },
        reply: { code, enhanced, lines: [line] as Redacted[] },
      }),
    );

  test.each([
    [535, '5.7.8', 'Error: authentication failed'],
    [535, '5.7.0', 'Something that nobody knows'],
    [550, '5.7.1', 'Something that nobody knows'],
    [535, '5.7.139', 'Authentication unsuccessful, basic authentication is disabled.'],
    [534, '5.7.9', 'Application-specific password required'],
    [454, '4.7.0', 'Temporary authentication failure'],
    [421, '4.7.0', 'Too many login attempts, try again later'],
    [535, '5.7.8', 'The access token is invalid'],
  ])('nobody is told to do something with a password after %i %s %s', async (...reply) => {
    const { nextStep } = await answer(...reply);
    expect(nextStep).not.toMatch(/password|user name and/i);
    expect(nextStep).not.toMatch(/"access-token", or the inputs that fetch one/);
  });

  test('a connection that is refused says nothing about the token', async () => {
    const failure = { problem: 'connection-refused' } as const;
    const { meaning } = await diagnose(observe('mail.example.test', credential, { failure }));
    expect(meaning).toContain('This says nothing about the user name or access token.');
  });
});

test.each(FETCHED)(
  'a token that was fetched for this login has not expired: %j',
  async (credential) => {
    const { meaning, nextStep } = await diagnose(
      observe('mail.example.test', credential, {
        failure: { problem: 'refused', command: 'AUTH' },
        reply: {
          code: 535,
          enhanced: '5.7.8',
          lines: ['The access token is invalid'] as Redacted[],
        },
      }),
    );
    expect(meaning).toContain('had just been fetched');
    expect(`${meaning} ${nextStep}`).not.toContain('expired');
  },
);

test.each([
  ['refresh-token', /sign in again.*store the new refresh token/],
  ['service-account', /primary address of a user.*delegation/],
] as const)(
  "Google's error report to a token of a %s names what to change",
  async (grant, step) => {
    const report = Buffer.from(
      '{"status":"400","schemes":"Bearer","scope":"https://mail.google.com/"}',
    );
    const { cause, nextStep } = await diagnose(
      observe(
        'smtp.gmail.com',
        { kind: 'token-request', grant, proof: 'none' },
        {
          failure: { problem: 'refused', command: 'AUTH' },
          reply: { code: 334, lines: [report.toString('base64')] as Redacted[] },
        },
      ),
    );
    expect(cause).toBe('access-token-refused');
    expect(nextStep).toMatch(step);
  },
);
