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
