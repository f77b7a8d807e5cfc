import { diagnose } from '../../src/diagnosis/diagnose.ts';
import type { CredentialFacts } from '../../src/model/account.ts';
import type { Diagnosis } from '../../src/model/diagnosis.ts';
import type { Observation } from '../../src/model/observation.ts';
import type { TokenFailure } from '../../src/model/token-facts.ts';
import { VERDICTS } from '../../src/model/verdict.ts';
import type { Redacted } from '../../src/safety/redact.ts';
import { createAuthority, issue } from '../support/certificates.ts';
import { ca, identity, playToken, type PlayedReply } from '../support/token-check.ts';

/** What is said of a token endpoint that gives no answer of OAuth, and which input is named. */

const inputs = { 'client-id': 'app', 'client-secret': 'client-secret-of-the-test', retries: '0' };
const past = new Date(Date.now() - 1000);
const future = new Date(Date.now() + 86_400_000);

describe('an endpoint that the user named', () => {
  test.each<[string, PlayedReply, string, RegExp, RegExp]>([
    [
      'a web page',
      { status: 403, body: '<html><title>Blocked</title>' },
      'protocol',
      /HTTP 403 and a web page \(HTML\)/,
      /"token-endpoint"/,
    ],
    [
      'a web page with the status 200',
      { body: '<!DOCTYPE html>' },
      'protocol',
      /HTTP 200 and a web page/,
      /"token-endpoint"/,
    ],
    [
      'an error with the status 200',
      { body: { error: 'invalid_client' } },
      'protocol',
      /HTTP 200, which means success, and the error "invalid_client"/,
      /own words/,
    ],
    ['nothing', { status: 200 }, 'protocol', /empty body/, /"token-endpoint"/],
    [
      'text',
      { status: 404, body: 'no' },
      'protocol',
      /HTTP 404 and a body that is not JSON/,
      /"token-endpoint"/,
    ],
    [
      'other JSON',
      { body: { ok: true } },
      'protocol',
      /neither a bearer token nor an OAuth error/,
      /"token-endpoint"/,
    ],
    [
      'a redirect',
      { status: 302, headers: { location: '/x' } },
      'protocol',
      /redirect \(HTTP 302\)/,
      /final address/,
    ],
    ['429', { status: 429 }, 'temporary', /asked too often \(HTTP 429\)/, /again later/],
    ['500', { status: 500, body: '<html>' }, 'temporary', /HTTP 500/, /again later/],
  ])('and that answers with %s', async (_, reply, verdict, meaning, step) => {
    const { result } = await playToken({ token: [reply], inputs });
    expect(result.diagnosis.verdict).toBe(verdict);
    expect(result.diagnosis.meaning).toMatch(meaning);
    expect(result.diagnosis.nextStep).toMatch(step);
  });

  const byName = { dnsNames: ['localhost'] };
  const TLS_CA = /"tls-ca"/;
  test.each<
    [string, () => Promise<Parameters<typeof playToken>[0]['identity']>, RegExp, RegExp, boolean]
  >([
    [
      'expired',
      async () => issue(ca, { ...byName, notAfter: past }),
      /has expired/,
      /must renew it.*clock/,
      false,
    ],
    [
      'not valid yet',
      async () => issue(ca, { ...byName, notBefore: future }),
      /not valid yet/,
      /clock/,
      false,
    ],
    [
      'for another name',
      async () => issue(ca, { dnsNames: ['other.test'] }),
      /another name/,
      /host name in "token-endpoint"/,
      false,
    ],
    [
      'of an authority that nobody trusts',
      async () => issue(await createAuthority('Other'), byName),
      /not trusted here/,
      TLS_CA,
      true,
    ],
    ['self-signed', async () => issue(undefined, byName), /not trusted here/, TLS_CA, true],
  ])('its certificate is %s', async (_, make, meaning, step, isCaNamed) => {
    const played = await make();
    const { result, forms } = await playToken({
      token: [{}],
      inputs,
      ...(played && { identity: played }),
    });
    expect(result.diagnosis).toMatchObject({ verdict: 'tls', cause: 'token-endpoint-tls' });
    expect(result.diagnosis.meaning).toMatch(meaning);
    expect(result.diagnosis.meaning).toContain('nothing was sent to it');
    expect(result.diagnosis.nextStep).toMatch(step);
    expect(TLS_CA.test(result.diagnosis.nextStep)).toBe(isCaNamed);
    expect(forms).toEqual([]);
  });

  test('nobody listens there', async () => {
    const { result } = await playToken({
      token: [{}],
      identity,
      inputs: { ...inputs, 'token-endpoint': 'https://localhost:1/token' },
    });
    expect(result.diagnosis).toMatchObject({
      verdict: 'unreachable',
      meaning: expect.stringContaining('The host localhost:1 refused the connection.') as string,
      nextStep: expect.stringContaining('"token-endpoint"') as string,
    });
  });
});

describe('an endpoint whose address follows from another input', () => {
  const HOST = 'login.microsoftonline.com';
  const judge = (
    problem: NonNullable<Observation['failure']>['problem'],
    token: Partial<TokenFailure<Redacted>>,
    { code = '', credential = {} }: { code?: string; credential?: Partial<CredentialFacts> } = {},
  ): Promise<Diagnosis> =>
    diagnose({
      account: {
        ...{ host: 'smtp.office365.com', port: 587, username: 'user@example.test' },
        ...{
          tlsMode: 'starttls',
          mechanism: 'auto',
          certificateFailDays: 0,
          expect: 'accepted',
          failOn: VERDICTS,
        },
        credential: {
          ...{ kind: 'token-request', grant: 'client-credentials', proof: 'secret' },
          isAscii: true,
          ...credential,
        },
      },
      failure: {
        problem,
        code,
        token: { party: 'endpoint', host: HOST, endpointFrom: 'tenant-id', entra: [], ...token },
      },
      stage: 'token',
      ...{ offered: [], authSent: false, credentialSent: false, stages: [] },
      ...{ durationMs: 1, transcript: [] },
    });

  test.each<[string, Promise<Diagnosis>, RegExp]>([
    [
      'a web page',
      judge('token-reply-malformed', { status: 200, content: 'html' }),
      /proxy or firewall/,
    ],
    [
      'a redirect',
      judge('token-reply-malformed', { status: 302, content: 'empty' }),
      /proxy or firewall/,
    ],
    [
      'bytes that are not HTTP',
      judge('token-reply-malformed', { fault: 'reply' }, { code: 'HPE_INVALID_CONSTANT' }),
      /proxy or firewall/,
    ],
    [
      'silence',
      judge('token-endpoint-unreachable', { fault: 'network' }, { code: 'ENOTFOUND' }),
      /HTTPS connections to login/,
    ],
    [
      'a certificate of nobody known',
      judge('token-endpoint-tls', { fault: 'certificate' }, { code: 'SELF_SIGNED_CERT_IN_CHAIN' }),
      /inspects TLS/,
    ],
    [
      'an expired certificate',
      judge('token-endpoint-tls', { fault: 'certificate' }, { code: 'CERT_HAS_EXPIRED' }),
      /clock/,
    ],
    [
      'no TLS',
      judge('token-endpoint-tls', { fault: 'tls' }, { code: 'ERR_SSL_WRONG_VERSION_NUMBER' }),
      /proxy or firewall/,
    ],
    [
      'a broken handshake',
      judge('token-endpoint-tls', { fault: 'tls' }, { code: 'EPROTO' }),
      /TLS 1\.2/,
    ],
  ])('%s: neither "token-endpoint" nor "tls-ca" is named', async (_, said, step) => {
    const { nextStep, meaning } = await said;
    expect(nextStep).toMatch(step);
    expect(`${meaning} ${nextStep}`).not.toMatch(/token-endpoint|tls-ca/);
    expect(meaning).toContain(HOST);
  });

  test('the address in the key of a service account is named as such', async () => {
    const credential = { grant: 'service-account', proof: 'none' } as const;
    const token = { status: 404, content: 'html', endpointFrom: 'credentials-json' } as const;
    const { nextStep } = await judge('token-reply-malformed', token, { credential });
    expect(nextStep).toContain('"token_uri" in "credentials-json"');
  });

  test.each([
    ['PROXY_STATUS_407', /user name and password for the proxy/],
    ['PROXY_STATUS_502', /NO_PROXY/],
    ['ECONNREFUSED', /address in HTTPS_PROXY/],
    ['PROXY_ADDRESS_INVALID', /begins with http/],
  ])('a proxy that fails with %s is the one to look at', async (code, step) => {
    const { meaning, nextStep } = await judge(
      'token-endpoint-unreachable',
      { fault: 'proxy' },
      { code },
    );
    expect(meaning).toContain(`HTTPS_PROXY did not open a connection to ${HOST} (${code})`);
    expect(nextStep).toMatch(step);
  });
});
