import type { Observation } from '../../src/model/observation.ts';
import { judgeFailure } from '../../src/diagnosis/judge.ts';
import { COMPANIES } from '../../src/diagnosis/match.ts';
import { explainPasted } from '../../src/explain/answer.ts';
import { MOMENTS, type Moment, type Setting } from '../../src/explain/setting.ts';
import { readSamples, type Sample } from '../diagnosis/samples.ts';
import { createObservation, parseReply } from '../support/results.ts';

const AT_LOGIN: Setting = { host: '', moment: 'auth', mechanism: 'auto' };

const SAMPLES = [...readSamples()];
const OWNER = new Map(
  COMPANIES.flatMap(({ name, replies }) => replies.map(({ id }) => [id, name])),
);

/** What a check observes that meets this sample. */
function observed({ host, stage = 'auth', reply }: Sample): Observation {
  const command = COMMANDS.get(stage);
  const isLogin = stage === 'auth' || stage === 'mail';
  const {
    tls: _,
    acceptance: __,
    mechanism: ___,
    banner: ____,
    ...observation
  } = createObservation({
    account: { host, certificateWarnDays: 0 },
    failure: { problem: 'refused', ...(command && { command }) },
    ...{ stage, reply: parseReply(reply), authSent: isLogin, credentialSent: isLogin },
  });
  return observation;
}

const COMMANDS = new Map([
  ['ehlo', 'EHLO'],
  ['starttls', 'STARTTLS'],
  ['auth', 'AUTH'],
  ['mail', 'MAIL'],
] as const) as ReadonlyMap<string, 'EHLO' | 'STARTTLS' | 'AUTH' | 'MAIL'>;

describe('an explanation', () => {
  it('is what a check says of the same reply, for every reply that is known', async () => {
    const known = SAMPLES.filter(([, { banner, stage = 'auth' }]) => {
      return banner === undefined && (MOMENTS as readonly string[]).includes(stage);
    });
    expect(known.length).toBeGreaterThan(150);
    for (const [id, sample] of known) {
      const moment = (sample.stage ?? 'auth') as Moment;
      const setting = { ...AT_LOGIN, host: sample.host, moment };
      const { result } = await explainPasted(sample.reply, setting);
      expect({ id, ...result.diagnosis }).toEqual({ id, ...judgeFailure(observed(sample), []) });
    }
  });

  it('takes words that one company uses for words of that company, and says so', async () => {
    const text =
      '535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant.';
    const { result, guess } = await explainPasted(text, AT_LOGIN);
    expect(guess).toEqual({ name: 'Microsoft 365 and Outlook.com', host: 'smtp.office365.com' });
    expect(result.diagnosis).toMatchObject({ verdict: 'rejected', cause: 'smtp-auth-disabled' });
    expect(result.diagnosis.nextStep).toContain('Set-CASMailbox');
  });

  it('guesses no company but the one that said it', async () => {
    let right = 0;
    for (const [id, { reply, stage = 'auth' }] of SAMPLES) {
      const moment = (MOMENTS as readonly string[]).includes(stage) ? (stage as Moment) : 'auth';
      const { guess } = await explainPasted(reply, { ...AT_LOGIN, moment });
      if (guess) expect([id, guess.name]).toEqual([id, OWNER.get(id)]);
      if (guess) right += 1;
    }
    expect(right).toBeGreaterThan(30);
  });

  it('guesses nobody where the host is given', async () => {
    const text = '535 5.7.3 Authentication unsuccessful - gsmtp';
    const { guess } = await explainPasted(text, { ...AT_LOGIN, host: 'mail.example.test' });
    expect(guess).toBeUndefined();
  });

  it('is about the token where the login was made with one', async () => {
    const { result } = await explainPasted('535 5.7.8 Authentication failed', {
      ...AT_LOGIN,
      mechanism: 'XOAUTH2',
    });
    expect(result.diagnosis.cause).toBe('access-token-refused');
  });

  it('is about the moment at which the reply came', async () => {
    const causes = new Map<Moment, string>();
    for (const moment of MOMENTS) {
      const { result } = await explainPasted('554 5.7.1 No', { ...AT_LOGIN, moment });
      causes.set(moment, result.diagnosis.cause);
    }
    expect(Object.fromEntries(causes)).toEqual({
      greeting: 'service-refused',
      ehlo: 'ehlo-refused',
      starttls: 'starttls-refused',
      auth: 'credential-refused',
      mail: 'sender-refused',
      rcpt: 'recipient-refused',
    });
  });

  it.each([
    ['AADSTS7000215: Invalid client secret provided.', 'token-refused', /client secret/],
    [
      'invalid_client: AADSTS7000222: The provided client secret keys are expired.',
      'token-refused',
      /secret/,
    ],
    [
      '{"error":"invalid_grant","error_description":"Token has been expired or revoked."}',
      'token-refused',
      /refresh token/,
    ],
    [
      '{"error":"invalid_grant","error_description":"Invalid JWT Signature."}',
      'token-refused',
      /key/,
    ],
    ['{"error":"temporarily_unavailable"}', 'token-unavailable', /again/],
    ['AADSTS9999999: Something new', 'token-request-invalid', /AADSTS9999999/],
  ])('of a token endpoint: %s', async (text, cause, words) => {
    const { result } = await explainPasted(text, AT_LOGIN);
    expect(result.diagnosis.cause).toBe(cause);
    expect(`${result.diagnosis.meaning} ${result.diagnosis.nextStep}`).toMatch(words);
  });
});
