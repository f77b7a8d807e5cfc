import type { Diagnosis } from '../../src/model/diagnosis.ts';
import { nearestHost, portsAdvice } from '../../src/diagnosis/known-hosts.ts';
import { createFailure, redacted, stagesUpTo, TLS } from '../support/results.ts';

const NOT_SENT = { authSent: false, credentialSent: false };

describe('a mistyped host', () => {
  test.each([
    ['smtp.gmial.com', 'smtp.gmail.com'],
    ['smtp.gmail.con', 'smtp.gmail.com'],
    ['smtp.ofice365.com', 'smtp.office365.com'],
    ['SMTP.Offcie365.com.', 'smtp.office365.com'],
    ['smtp.sendgrid.com', undefined],
    ['gmail.com', 'smtp.gmail.com'],
    ['smtp.gmail.com', undefined],
    ['mail.example.test', undefined],
    ['localhost', undefined],
    ['192.0.2.1', undefined],
  ])('%s was meant to be %s', (host, meant) => {
    expect(nearestHost(host)).toBe(meant);
  });

  test('is named when the DNS does not know it', () => {
    const account = { host: 'smtp.gmial.com' };
    expect(createFailure('name-not-found', { account }).diagnosis.nextStep).toContain(
      'Did you mean smtp.gmail.com?',
    );
  });
});

describe('the wrong TLS mode', () => {
  test('implicit TLS at 587 names the input, and the ports of a known provider', () => {
    const account = { host: 'smtp.office365.com', tlsMode: 'implicit' } as const;
    const result = createFailure('tls-not-spoken', { ...NOT_SENT, account, stage: 'tls' });
    const { meaning, nextStep } = result.diagnosis;
    expect(meaning).toContain('does not answer in TLS');
    expect(nextStep).toContain('"implicit-tls: false"');
    expect(nextStep).toContain('587 (STARTTLS)');
  });

  test('STARTTLS at 465 names the input', () => {
    const account = { port: 465 };
    const result = createFailure('tls-expected', { ...NOT_SENT, account, stage: 'greeting' });
    expect(result.diagnosis.nextStep).toContain('"implicit-tls: true"');
  });

  test('STARTTLS at 465, where the server waits in silence, names the input too', () => {
    const result = createFailure('timed-out', { ...NOT_SENT, stage: 'greeting' });
    expect(result.diagnosis.nextStep).toContain('"implicit-tls: true"');
  });

  test('the ports of an unknown host are not guessed', () => {
    expect(portsAdvice('mail.example.test')).toBe('');
    expect(portsAdvice('smtp.gmail.com')).toBe(
      ' Ports of Gmail and Google Workspace: 587 (STARTTLS) and 465 (implicit TLS).',
    );
  });
});

test.each(['timed-out', 'connection-refused', 'network-unreachable'] as const)(
  'port 25 from a hosted runner: %s',
  (problem) => {
    const account = { port: 25 };
    const stages = stagesUpTo('connect');
    const result = createFailure(problem, { ...NOT_SENT, account, stages, stage: 'connect' });
    expect(result.diagnosis.nextStep).toContain('Use port 587 or 465');
    expect(result.diagnosis.onGitHub).toContain('hosted runners cannot reach port 25');
  },
);

describe('certificates', () => {
  const untrusted = { ...TLS, verified: false };

  function unknownAuthority(code: string, tls = untrusted): Diagnosis {
    const failure = { problem: 'certificate-unknown-ca', code } as const;
    return createFailure('certificate-unknown-ca', { ...NOT_SENT, tls, failure }).diagnosis;
  }

  test('a name that does not fit lists the names that it has', () => {
    const tls = {
      ...untrusted,
      names: ['DNS:mx1.example.net', 'DNS:mx2.example.net'].map(redacted),
    };
    const { meaning } = createFailure('certificate-name-mismatch', { ...NOT_SENT, tls }).diagnosis;
    expect(meaning).toContain('but for mx1.example.net, mx2.example.net');
  });

  test('a self-signed one shows the SHA-256 to pin', () => {
    const result = createFailure('certificate-self-signed', { ...NOT_SENT, tls: untrusted });
    expect(result.diagnosis.nextStep).toContain(`"tls-fingerprint: ${TLS.fingerprint}"`);
  });

  test('a lone certificate of a public authority means a missing intermediate', () => {
    const tls = { ...untrusted, issuer: redacted("C=US, O=Let's Encrypt, CN=R11") };
    const { meaning, nextStep } = unknownAuthority('UNABLE_TO_VERIFY_LEAF_SIGNATURE', tls);
    expect(meaning).toContain('not the intermediate one');
    expect(nextStep).toContain('full chain');
    expect(nextStep).not.toContain('tls-ca');
  });

  test('a lone certificate of somebody else may be either', () => {
    const { meaning, nextStep } = unknownAuthority('UNABLE_TO_VERIFY_LEAF_SIGNATURE');
    expect(meaning).toContain('or the server does not send its intermediate');
    expect(nextStep).toContain('"tls-ca"');
  });

  test('a whole chain of an unknown authority is not called incomplete', () => {
    const { meaning } = unknownAuthority('SELF_SIGNED_CERT_IN_CHAIN');
    expect(meaning).not.toContain('intermediate');
  });

  test('an expired one names the day, and the clock as the other reason', () => {
    const tls = { ...untrusted, validTo: new Date('2026-11-20T12:00:00Z') };
    const { meaning, nextStep } = createFailure('certificate-expired', {
      ...NOT_SENT,
      tls,
    }).diagnosis;
    expect(meaning).toContain('2026-11-20');
    expect(nextStep).toContain('clock');
  });
});
