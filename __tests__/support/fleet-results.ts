import type { Problem } from '../../src/model/failure.ts';
import { PROBLEMS } from '../../src/model/failure.ts';
import type { Reply } from '../../src/smtp/reply-reader.ts';
import type { Result } from '../../src/model/result.ts';

/** What a made-up result is to be; everything else is ordinary. */
export interface ResultOptions {
  readonly host?: string;
  readonly username?: string;
  /** Undefined = accepted. */
  readonly problem?: Problem;
  /** `535 5.7.8 text` */
  readonly reply?: string;
  readonly detail?: string;
  readonly expect?: 'accepted' | 'rejected';
  /** False for an account that was spared. */
  readonly wasTried?: boolean;
  readonly certificateEndsInDays?: number;
}

function readReply(reply: string): { reply?: Reply } {
  const [, code, enhanced, text = ''] = /^(\d{3}) (?:(\d\.\d+\.\d+) )?(.*)$/s.exec(reply) ?? [];
  if (code === undefined) return {};
  const status = enhanced === undefined ? {} : { enhanced };
  return { reply: { code: Number(code), ...status, lines: [text] } };
}

const DAY_MS = 86_400_000;

/** A result as `checkAll` gives it, for tests of the reports. */
export function makeResult(options: ResultOptions = {}): Result {
  const { host = 'smtp.example.com', username = 'user', problem, wasTried = true } = options;
  return {
    account: {
      host,
      port: 587,
      username,
      tlsMode: 'starttls',
      mechanism: 'auto',
      certificateWarnDays: 14,
      expect: options.expect ?? 'accepted',
    },
    verdict: problem ? PROBLEMS[problem] : 'accepted',
    ...(problem && {
      trouble: { problem, ...(options.detail !== undefined && { detail: options.detail }) },
    }),
    ...(wasTried && { stage: 'auth' }),
    ...readReply(options.reply ?? (problem ? '' : '235 2.7.0 ok')),
    offered: [],
    mechanism: 'LOGIN',
    authSent: wasTried,
    credentialSent: wasTried,
    tls: {
      version: 'TLSv1.3',
      cipher: 'TLS_AES_256_GCM_SHA384',
      issuer: '',
      names: [],
      validFrom: new Date(0),
      validTo: new Date(Date.now() + (options.certificateEndsInDays ?? 80) * DAY_MS),
      fingerprint: '0'.repeat(64),
      verified: true,
    },
    stages: wasTried ? [{ stage: 'auth', startMs: 10, durationMs: 20 }] : [],
    durationMs: wasTried ? 123.4 : 0,
    transcript: [],
    earlierTries: [],
  };
}

/** A nightly run as it happens: one host throttles, one is down, some passwords are old, some entries wrong. */
export function makeNightly(count: number): Result[] {
  const hosts = Array.from({ length: 20 }, (_, n) => `smtp${n + 1}.mail.example.com`);
  return Array.from({ length: count }, (_, n): Result => {
    const host = hosts[n % 20] ?? '';
    const username = `service-account-${n}@customer${n % 20}.example.com`;
    const said = '454 4.7.0 Too many login attempts, please try again later';
    if (n % 20 === 3 && n > 60) {
      const detail = `Not tried, because the server answered another login with: ${said}`;
      return makeResult({ host, username, problem: 'throttled', detail, wasTried: false });
    }
    if (n % 20 === 3) return makeResult({ host, username, problem: 'throttled', reply: said });
    if (n % 20 === 7) return makeResult({ host, username, problem: 'timed-out' });
    if (n % 97 === 0) {
      const reply = '535 5.7.8 Error: authentication failed: UGFzc3dvcmQ6';
      return makeResult({ host, username, problem: 'credential-refused', reply });
    }
    if (n % 500 === 11) {
      const detail = `Entry ${n + 1}, key "port": "70000" is not a whole number from 1 to 65535.`;
      return makeResult({ host, username, problem: 'input-invalid', detail, wasTried: false });
    }
    return makeResult({ host, username });
  });
}
