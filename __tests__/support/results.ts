import { endsTooSoon } from '../../src/diagnosis/certificate-lifetime.ts';
import { judgeAcceptance } from '../../src/diagnosis/diagnose.ts';
import { judgeFailure } from '../../src/diagnosis/judge.ts';
import type { Problem } from '../../src/model/cause.ts';
import type { Checked, EarlierAttempt, InputWarning } from '../../src/model/diagnosis.ts';
import type { Observation, StageTiming, TlsFacts } from '../../src/model/observation.ts';
import { ENHANCED, type Reply } from '../../src/model/reply.ts';
import { type Stage, VERDICTS } from '../../src/model/verdict.ts';
import type { Redacted } from '../../src/safety/redact.ts';

/** Builders of observations and results for everything that reads them; no network. */

/** A text as it leaves the redaction. */
export function redacted(text: string): Redacted {
  return text as Redacted;
}

export const TLS: TlsFacts = {
  version: 'TLSv1.3',
  cipher: 'TLS_AES_256_GCM_SHA384',
  issuer: redacted('C=US, O=Example Trust, CN=Example CA 2'),
  names: [redacted('DNS:mail.example.test')],
  validFrom: new Date('2026-10-01T00:00:00Z'),
  validTo: new Date('2036-10-01T00:00:00Z'),
  fingerprint: 'ab'.repeat(32),
  verified: true,
};

export type Overrides = Omit<Partial<Observation>, 'account'> & {
  account?: Partial<Observation['account']>;
};

/** An accepted login over STARTTLS, changed as told. */
export function createObservation({ account, ...overrides }: Overrides = {}): Observation {
  const isOther = overrides.failure !== undefined || overrides.skipped !== undefined;
  return {
    account: {
      host: 'mail.example.test',
      port: 587,
      username: 'user@example.test',
      tlsMode: 'starttls',
      mechanism: 'auto',
      certificateFailDays: 0,
      expect: 'accepted',
      failOn: VERDICTS,
      credential: { kind: 'password', isAscii: true },
      ...account,
    },
    ...(!isOther && { acceptance: { reply: parseReply('235 2.7.0 Accepted') } }),
    stage: 'auth',
    banner: redacted('mail.example.test ESMTP'),
    address: '192.0.2.25',
    offered: ['LOGIN', 'PLAIN'],
    mechanism: 'LOGIN',
    authSent: true,
    credentialSent: true,
    tls: TLS,
    stages: stagesUpTo('auth'),
    durationMs: 412,
    transcript: [],
    ...overrides,
  };
}

interface Around {
  readonly earlierAttempts?: readonly EarlierAttempt[];
  readonly inputWarnings?: readonly InputWarning[];
}

/** The same, judged as `diagnose` does it. */
export function createResult(overrides: Overrides & Around = {}): Checked {
  const { earlierAttempts = [], inputWarnings = [], ...observed } = overrides;
  const observation = createObservation(observed);
  const isAccepted = observation.acceptance && !observation.failure && !observation.skipped;
  const diagnosis =
    isAccepted && !endsTooSoon(observation)
      ? judgeAcceptance(observation)
      : judgeFailure(observation, inputWarnings);
  return { ...observation, diagnosis, earlierAttempts, inputWarnings };
}

/** A login that met `problem`. */
export function createFailure(problem: Problem, overrides: Overrides & Around = {}): Checked {
  return createResult({ failure: { problem }, ...overrides });
}

/** A login whose AUTH the server answered with `line`, such as `535 5.7.8 No`. */
export function createRefusal(line: string, overrides: Overrides & Around = {}): Checked {
  const failure = { problem: 'refused', command: 'AUTH' } as const;
  return createResult({ failure, reply: parseReply(line), ...overrides });
}

/** `535 5.7.8 No` as a Reply. */
export function parseReply(line: string): Reply<Redacted> {
  const [, code = '', text = ''] = /^(\d{3}) ?(.*)$/s.exec(line) ?? [];
  const enhanced = ENHANCED.exec(text)?.[1];
  return { code: Number(code), ...(enhanced && { enhanced }), lines: [redacted(text)] };
}

const DIALOGUE: readonly Stage[] = [
  'connect',
  'greeting',
  'ehlo',
  'starttls',
  'tls',
  'ehlo',
  'auth',
];

/** The stages of a STARTTLS exchange that ended in the last `stage` of that name. */
export function stagesUpTo(stage: Stage, lastMs = 40): StageTiming[] {
  const end = DIALOGUE.lastIndexOf(stage);
  let startMs = 0;
  return DIALOGUE.slice(0, end + 1).map((name, index) => {
    const durationMs = index === end ? lastMs : 18 + index * 7;
    const timing = { stage: name, startMs, durationMs };
    startMs += durationMs;
    return timing;
  });
}
