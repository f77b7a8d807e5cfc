import { checkHygiene } from '../../src/diagnosis/hygiene.ts';
import { parseAccount } from '../../src/inputs/parse-account.ts';
import { ACCOUNT_DEFAULTS } from '../../src/inputs/names.ts';
import type { Checked } from '../../src/model/diagnosis.ts';
import type { TranscriptLine } from '../../src/model/observation.ts';
import {
  createFailure,
  createRefusal,
  createResult,
  redacted,
  stagesUpTo,
  TLS,
} from '../support/results.ts';

/** The results whose summaries are drawn: what people meet, one of each kind. */

const DOCS = 'https://github.com/example/smtp-auth-check/blob/v1/docs/troubleshooting.md';
export const OPTIONS = { docs: DOCS };

const line = (speaker: TranscriptLine['speaker'], text: string, atMs: number): TranscriptLine => ({
  speaker,
  text: redacted(text),
  atMs,
});

const TRANSCRIPT = [
  line('--', 'connected to 192.0.2.25', 18),
  line('S', '220 mail.example.test ESMTP', 43),
  line('C', 'EHLO [192.0.2.7]', 44),
  line('S', '250-mail.example.test', 60),
  line('S', '250 STARTTLS', 60),
  line('C', 'STARTTLS', 61),
  line('S', '220 2.0.0 Ready to start TLS', 80),
  line('--', 'TLS established: TLSv1.3, TLS_AES_256_GCM_SHA384', 140),
];

const MICROSOFT = {
  account: { host: 'smtp.office365.com', username: 'reports@example.com' },
  transcript: TRANSCRIPT,
};
const GMAIL = {
  account: { host: 'smtp.gmail.com', username: 'robot@example.com' },
  transcript: TRANSCRIPT,
};

export const CASES: Readonly<Record<string, Checked>> = {
  accepted: createResult({ transcript: TRANSCRIPT }),
  'accepted-microsoft': createResult({ ...MICROSOFT, authBeforeTls: false }),
  microsoft: createRefusal(
    '535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant. Visit https://aka.ms/smtp_auth_disabled for more information. [FR0P281CA0001.DEUP281.PROD.OUTLOOK.COM]',
    MICROSOFT,
  ),
  gmail: createRefusal(
    '534 5.7.9 Application-specific password required. For more information, go to https://support.google.com/mail/?p=InvalidSecondFactor d9443c01a7336 - gsmtp',
    {
      ...GMAIL,
      inputWarnings: checkHygiene(
        parseAccount({ ...ACCOUNT_DEFAULTS, ...GMAIL.account, password: 'correct horse battery' }),
      ),
    },
  ),
  unknown: createRefusal('535 5.7.8 Anmeldung fehlgeschlagen', { transcript: TRANSCRIPT }),
  'handshake-timeout': createFailure('timed-out', {
    stage: 'tls',
    stages: stagesUpTo('tls', 29_900),
    authSent: false,
    credentialSent: false,
    transcript: TRANSCRIPT.slice(0, -1),
    durationMs: 30_000,
  }),
  'certificate-expired': createFailure('certificate-expired', {
    stage: 'tls',
    stages: stagesUpTo('tls'),
    tls: { ...TLS, verified: false, validTo: new Date('2026-11-20T12:00:00Z') },
    failure: { problem: 'certificate-expired', code: 'CERT_HAS_EXPIRED' },
    authSent: false,
    credentialSent: false,
    transcript: TRANSCRIPT.slice(0, -1),
  }),
  'wrong-tls-mode': createFailure('tls-not-spoken', {
    account: { host: 'smtp.office365.com', username: 'reports@example.com', tlsMode: 'implicit' },
    stage: 'tls',
    stages: [
      { stage: 'connect', startMs: 0, durationMs: 21 },
      { stage: 'tls', startMs: 21, durationMs: 24 },
    ],
    failure: { problem: 'tls-not-spoken', code: 'ERR_SSL_WRONG_VERSION_NUMBER' },
    authSent: false,
    credentialSent: false,
    transcript: TRANSCRIPT.slice(0, 1),
  }),
  'starttls-missing': createFailure('starttls-missing', {
    stage: 'starttls',
    stages: stagesUpTo('starttls', 1),
    authSent: false,
    credentialSent: false,
    transcript: TRANSCRIPT.slice(0, 4),
  }),
  'connection-refused': createFailure('connection-refused', {
    account: { host: 'mail.example.test', port: 2526 },
    stage: 'connect',
    stages: stagesUpTo('connect', 3),
    failure: {
      problem: 'connection-refused',
      code: 'ECONNREFUSED',
      detail: redacted('connect ECONNREFUSED 192.0.2.25:2526'),
    },
    authSent: false,
    credentialSent: false,
    earlierAttempts: [
      {
        verdict: 'unreachable',
        stage: 'connect',
        cause: 'connection-refused',
        code: undefined,
        durationMs: 4,
      },
    ],
  }),
  config: createFailure('secret-empty', {
    account: { username: '' },
    failure: {
      problem: 'secret-empty',
      faults: [
        {
          input: 'password',
          kind: 'missing',
          message: 'Input "password" is empty.',
          title: '"password" is empty',
        },
      ],
    },
    stages: [],
    authSent: false,
    credentialSent: false,
    durationMs: 0,
  }),
};

for (const name of [
  'handshake-timeout',
  'certificate-expired',
  'wrong-tls-mode',
  'starttls-missing',
  'connection-refused',
  'config',
]) {
  const result = CASES[name] as { mechanism?: string; tls?: object; stage?: string };
  delete result.mechanism;
  if (name === 'config') delete result.stage;
  if (name !== 'certificate-expired') delete result.tls;
}
