import { PROBLEMS, type Problem } from '../../src/model/failure.ts';
import type { Reply } from '../../src/smtp/reply-reader.ts';
import type { Result, Stage, StageTiming, TlsFacts } from '../../src/model/result.ts';

/** Builders of Results for everything that reads them; no network. */

export const TLS: TlsFacts = {
  version: 'TLSv1.3',
  cipher: 'TLS_AES_256_GCM_SHA384',
  issuer: 'C=US, O=Example Trust, CN=Example CA 2',
  names: ['DNS:mail.example.test'],
  validFrom: new Date('2026-10-01T00:00:00Z'),
  validTo: new Date('2036-10-01T00:00:00Z'),
  fingerprint: 'ab'.repeat(32),
  verified: true,
};

type Overrides = Omit<Partial<Result>, 'account'> & { account?: Partial<Result['account']> };

/** An accepted login over STARTTLS, changed as told. */
export function createResult({ account, ...overrides }: Overrides = {}): Result {
  return {
    account: {
      host: 'mail.example.test',
      port: 587,
      username: 'user@example.test',
      tlsMode: 'starttls',
      mechanism: 'auto',
      certificateWarnDays: 14,
      expect: 'accepted',
      ...account,
    },
    verdict: 'accepted',
    stage: 'auth',
    banner: 'mail.example.test ESMTP',
    address: '192.0.2.25',
    offered: ['LOGIN', 'PLAIN'],
    mechanism: 'LOGIN',
    authSent: true,
    credentialSent: true,
    tls: TLS,
    stages: stagesUpTo('auth'),
    durationMs: 412,
    transcript: [],
    earlierTries: [],
    ...overrides,
  };
}

/** A login that met `problem`. */
export function createFailure(problem: Problem, overrides: Overrides = {}): Result {
  return createResult({
    verdict: PROBLEMS[problem],
    trouble: { problem },
    ...overrides,
  });
}

/** The problem that `smtp/` sees in a reply to AUTH, as far as tests of words need it. */
function problemOf(code: number): Problem {
  if (code < 500) return 'temporary-failure';
  if (code === 523 || code === 530 || code === 538) return 'tls-required';
  if (code === 502 || code === 504) return 'mechanism-refused';
  return code <= 503 ? 'unexpected-reply' : 'credential-refused';
}

/** A login that the server answered with `line`, such as `535 5.7.8 No`. */
export function createRefusal(line: string, overrides: Overrides = {}): Result {
  const reply = parseReply(line);
  return createFailure(problemOf(reply.code), { reply, ...overrides });
}

/** `535 5.7.8 No` as a Reply. */
export function parseReply(line: string): Reply {
  const [, code = '', text = ''] = /^(\d{3}) (.*)$/s.exec(line) ?? [];
  const enhanced = /^([245]\.\d{1,3}\.\d{1,3})(?: |$)/.exec(text)?.[1];
  return { code: Number(code), ...(enhanced && { enhanced }), lines: [text] };
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
