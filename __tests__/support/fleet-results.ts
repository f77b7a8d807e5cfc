import type { Problem } from '../../src/model/cause.ts';
import type { Checked } from '../../src/model/diagnosis.ts';
import type { InputFault } from '../../src/model/failure.ts';
import type { Skipped } from '../../src/model/observation.ts';
import { type Verdict, VERDICTS } from '../../src/model/verdict.ts';
import { createResult, type Overrides, parseReply, redacted, TLS } from './results.ts';

/** What a made-up result of a list is to be; everything else is ordinary. */
export interface ResultOptions {
  readonly host?: string;
  readonly username?: string;
  /** The reply to AUTH, such as `535 5.7.8 text`; an accepted login without it. */
  readonly reply?: string;
  /** What went wrong without a reply. */
  readonly problem?: Exclude<Problem, 'refused'>;
  readonly detail?: string;
  /** What is wrong with the inputs. */
  readonly faults?: readonly InputFault[];
  /** Why the account was not tried. */
  readonly skipped?: Skipped;
  readonly expect?: 'accepted' | 'rejected';
  readonly failOn?: readonly Verdict[];
  readonly certificateEndsInDays?: number;
}

const DAY_MS = 86_400_000;

/** A result as `checkAll` gives it, for tests of the reports. */
export function makeResult(options: ResultOptions = {}): Checked {
  const { host = 'smtp.example.com', username = 'user', certificateEndsInDays = 80 } = options;
  const validTo = new Date(Date.now() + certificateEndsInDays * DAY_MS);
  return createResult({
    account: {
      host,
      username,
      expect: options.expect ?? 'accepted',
      failOn: options.failOn ?? VERDICTS,
    },
    ...endingOf(options),
    tls: { ...TLS, issuer: redacted(''), names: [], validTo },
    durationMs: wasTried(options) ? 123.4 : 0,
    stages: wasTried(options) ? [{ stage: 'auth', startMs: 10, durationMs: 20 }] : [],
  });
}

function wasTried({ faults, skipped }: ResultOptions): boolean {
  return faults === undefined && skipped === undefined;
}

const UNTRIED = { authSent: false, credentialSent: false } as const;

function endingOf({ reply, problem, detail, faults, skipped }: ResultOptions): Overrides {
  if (skipped) return { ...UNTRIED, skipped };
  if (faults) return { ...UNTRIED, failure: { problem: problem ?? 'input-invalid', faults } };
  const said = detail === undefined ? {} : { detail: redacted(detail) };
  if (problem) return { failure: { problem, ...said } };
  if (reply === undefined) return {};
  return { failure: { problem: 'refused', command: 'AUTH', ...said }, reply: parseReply(reply) };
}

const TOO_MANY = '454 4.7.0 Too many login attempts, please try again later';

/** An account that is not tried, because the server asked another one for fewer logins. */
export const SKIPPED: Skipped = {
  reason: 'host-throttles',
  verdict: 'temporary',
  cause: 'throttled',
  said: TOO_MANY,
};

/** A nightly run as it happens: one host throttles, one is down, some passwords are old, some entries wrong. */
export function makeNightly(count: number): Checked[] {
  const hosts = Array.from({ length: 20 }, (_, n) => `smtp${n + 1}.mail.example.com`);
  return Array.from({ length: count }, (_, n): Checked => {
    const host = hosts[n % 20] ?? '';
    const username = `service-account-${n}@customer${n % 20}.example.com`;
    if (n % 20 === 3 && n > 60) return makeResult({ host, username, skipped: SKIPPED });
    if (n % 20 === 3) return makeResult({ host, username, reply: TOO_MANY });
    if (n % 20 === 7) return makeResult({ host, username, problem: 'timed-out' });
    if (n % 97 === 0) {
      const reply = '535 5.7.8 Error: authentication failed: UGFzc3dvcmQ6';
      return makeResult({ host, username, reply });
    }
    if (n % 500 === 11) return makeResult({ host, username, faults: [wrongPort(n + 1)] });
    return makeResult({ host, username });
  });
}

function wrongPort(entry: number): InputFault {
  const message = `Entry ${entry}, key "port": "70000" is not a whole number from 1 to 65535.`;
  return { input: 'port', kind: 'invalid', message, title: '"port" is not valid' };
}
