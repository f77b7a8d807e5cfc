import { createPrivateKey } from 'node:crypto';
import fc from 'fast-check';
import { ACCOUNT_DEFAULTS, type RawAccount } from '../../src/inputs/names.ts';
import { parseAccount } from '../../src/inputs/parse-account.ts';
import { InputError } from '../../src/inputs/reader.ts';
import type { Account } from '../../src/model/account.ts';
import type { InputFault } from '../../src/model/failure.ts';
import { createAuthority, daysFromNow, issue, issueClient } from '../support/certificates.ts';

const authority = await createAuthority();
const client = await issueClient(authority, { commonName: 'robot' });
const other = await issueClient(authority, { commonName: 'other' });
const lockedKey = createPrivateKey(client.key)
  .export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: ' open sesame ' })
  .toString();
const expired = await issueClient(authority, { notAfter: daysFromNow(-0.1) });
const future = await issueClient(authority, { notBefore: daysFromNow(1) });
const ofServer = await issue(authority);
const rsa = await issue(authority, { keys: 'rsa-2048' });
const serviceAccount = JSON.stringify({
  type: 'service_account',
  client_email: 'robot@project.iam.gserviceaccount.com',
  private_key: rsa.key,
  private_key_id: 'key-1',
  token_uri: 'https://oauth2.googleapis.com/token',
});

const raw = (inputs: Partial<RawAccount>): RawAccount => ({
  ...ACCOUNT_DEFAULTS,
  host: 'mail.example.test',
  username: 'user@example.test',
  ...inputs,
});
const parse = (inputs: Partial<RawAccount>): Account => parseAccount(raw(inputs));

function faultsOf(inputs: Partial<RawAccount>): readonly InputFault[] {
  try {
    parse(inputs);
  } catch (error) {
    if (error instanceof InputError) return error.faults;
    throw error;
  }
  return [];
}

describe('one credential', () => {
  const certificate = { 'client-certificate': client.cert, 'client-key': client.key };
  const microsoft = { 'tenant-id': 'contoso.com', 'client-id': 'app' };

  test.each<[string, Partial<RawAccount>, Partial<Account>]>([
    ['a password', { password: ' x ' }, { credential: { kind: 'password', password: ' x ' } }],
    [
      'an access token',
      { 'access-token': 'ya29.x' },
      { credential: { kind: 'access-token', accessToken: 'ya29.x' } },
    ],
    [
      'a client certificate alone, without a user name',
      { ...certificate, username: '' },
      {
        username: '',
        clientCertificate: { certificate: client.cert.trim(), key: client.key.trim() },
        credential: { kind: 'client-certificate' },
      },
    ],
    [
      'a locked key with its passphrase as given',
      { ...certificate, 'client-key': lockedKey, 'client-key-passphrase': ' open sesame ' },
      {
        clientCertificate: {
          certificate: client.cert.trim(),
          key: lockedKey.trim(),
          passphrase: ' open sesame ',
        },
      },
    ],
    [
      'Microsoft with a client secret',
      { ...microsoft, 'client-secret': 's3cret' },
      {
        credential: {
          kind: 'token-request',
          request: {
            endpoint: 'https://login.microsoftonline.com/contoso.com/oauth2/v2.0/token',
            endpointFrom: 'tenant-id',
            grant: {
              kind: 'client-credentials',
              clientId: 'app',
              proof: { kind: 'secret', secret: 's3cret' },
            },
            scope: 'https://outlook.office365.com/.default',
          },
        },
      },
    ],
    [
      "Microsoft without any secret: GitHub's OIDC token",
      microsoft,
      {
        credential: {
          kind: 'token-request',
          request: {
            endpoint: 'https://login.microsoftonline.com/contoso.com/oauth2/v2.0/token',
            endpointFrom: 'tenant-id',
            grant: { kind: 'client-credentials', clientId: 'app', proof: { kind: 'github-oidc' } },
            scope: 'https://outlook.office365.com/.default',
          },
        },
      },
    ],
    [
      'a refresh token at any endpoint',
      {
        'client-id': 'app',
        'refresh-token': '1//r',
        'token-endpoint': 'https://login.example.test/token',
      },
      {
        credential: {
          kind: 'token-request',
          request: {
            endpoint: 'https://login.example.test/token',
            endpointFrom: 'token-endpoint',
            grant: {
              kind: 'refresh-token',
              clientId: 'app',
              proof: { kind: 'none' },
              refreshToken: '1//r',
            },
          },
        },
      },
    ],
    [
      'a refresh token of a client with a certificate, which signs the request',
      { ...microsoft, ...certificate, 'refresh-token': '1//r' },
      {
        credential: {
          kind: 'token-request',
          request: {
            endpoint: 'https://login.microsoftonline.com/contoso.com/oauth2/v2.0/token',
            endpointFrom: 'tenant-id',
            grant: {
              kind: 'refresh-token',
              clientId: 'app',
              proof: {
                kind: 'certificate',
                certificate: { certificate: client.cert.trim(), key: client.key.trim() },
              },
              refreshToken: '1//r',
            },
          },
        },
      },
    ],
    [
      'a Google service account in the name of the mailbox',
      { 'credentials-json': serviceAccount },
      {
        credential: {
          kind: 'token-request',
          request: {
            endpoint: 'https://oauth2.googleapis.com/token',
            endpointFrom: 'credentials-json',
            grant: {
              kind: 'service-account',
              issuer: 'robot@project.iam.gserviceaccount.com',
              keyId: 'key-1',
              privateKey: rsa.key.trim(),
              subject: 'user@example.test',
            },
            scope: 'https://mail.google.com/',
          },
        },
      },
    ],
  ])('is made of %s', (_, inputs, expected) => {
    expect(parse(inputs)).toMatchObject(expected);
  });

  test('a certificate is the credential where EXTERNAL is asked, and is shown beside a password otherwise', () => {
    const external = parse({ ...certificate, password: 'x', mechanism: 'EXTERNAL' });
    expect(external.credential).toEqual({ kind: 'client-certificate' });
    const beside = parse({ ...certificate, password: 'x' });
    expect(beside.credential).toEqual({ kind: 'password', password: 'x' });
    expect(beside.clientCertificate?.certificate).toBe(client.cert.trim());
  });

  test('property: an account has every field that it must have, or everything that is wrong is told', () => {
    const value = fc.oneof(
      fc.constantFrom('', 'x', 'true', '1', 'EXTERNAL', 'XOAUTH2'),
      fc.string(),
    );
    const inputs = fc.record(
      Object.fromEntries(Object.keys(ACCOUNT_DEFAULTS).map((name) => [name, value])),
      { requiredKeys: [] },
    ) as fc.Arbitrary<Partial<RawAccount>>;
    fc.assert(
      fc.property(inputs, (given) => {
        const faults = faultsOf(given);
        if (faults.length > 0)
          return new Set(faults.map(({ input }) => input)).size === faults.length;
        const account = parse(given);
        const required = ['host', 'port', 'tlsMode', 'tls', 'username', 'credential', 'mechanism'];
        return required.every((name) => Object.hasOwn(account, name));
      }),
    );
  });

  test('a certificate beside "client-id" signs the request and is not shown to the mail server', () => {
    const account = parse({ ...microsoft, ...certificate });
    expect(account.clientCertificate).toBeUndefined();
    expect(account.credential).toMatchObject({
      kind: 'token-request',
      request: { grant: { proof: { kind: 'certificate' } } },
    });
  });
});

describe('what is wrong is named with its input', () => {
  const key = client.key;
  test.each<[string, Partial<RawAccount>, string, string]>([
    ['nothing given', {}, 'password', 'is empty'],
    [
      'two credentials',
      { password: 'x', 'access-token': 'y' },
      'access-token',
      'cannot be combined with "password"',
    ],
    [
      'a token mechanism for a password',
      { password: 'x', mechanism: 'XOAUTH2' },
      'mechanism',
      'give "access-token" or what is needed to fetch one, not "password"',
    ],
    [
      'a password mechanism for a token',
      { 'access-token': 'x', mechanism: 'PLAIN' },
      'mechanism',
      'give "password", not "access-token"',
    ],
    [
      'EXTERNAL for a password',
      { password: 'x', mechanism: 'EXTERNAL' },
      'mechanism',
      'give "client-certificate" and "client-key", not "password"',
    ],
    ['a token with a line end', { 'access-token': 'x\n' }, 'access-token', 'line break'],
    ['a certificate without its key', { 'client-certificate': client.cert }, 'client-key', 'empty'],
    ['a key without its certificate', { 'client-key': key }, 'client-certificate', 'empty'],
    [
      'the key of another certificate',
      { 'client-certificate': client.cert, 'client-key': other.key },
      'client-key',
      'belongs to another',
    ],
    [
      'a locked key without its passphrase',
      { 'client-certificate': client.cert, 'client-key': lockedKey },
      'client-key',
      'client-key-passphrase',
    ],
    [
      'a passphrase that was trimmed',
      {
        'client-certificate': client.cert,
        'client-key': lockedKey,
        'client-key-passphrase': 'open sesame',
      },
      'client-key',
      'cannot be opened',
    ],
    [
      'a client certificate that has expired',
      { 'client-certificate': expired.cert, 'client-key': expired.key },
      'client-certificate',
      'has expired (20',
    ],
    [
      'a client certificate that is not valid yet',
      { 'client-certificate': future.cert, 'client-key': future.key },
      'client-certificate',
      'is not valid before 20',
    ],
    [
      'a certificate for servers as the one of the client',
      { 'client-certificate': ofServer.cert, 'client-key': ofServer.key },
      'client-certificate',
      'lacks clientAuth',
    ],
    ['a tenant without a client', { password: 'x', 'tenant-id': 't' }, 'tenant-id', 'client-id'],
    ['a client without an endpoint', { 'client-id': 'x' }, 'token-endpoint', 'tenant-id'],
    [
      'an endpoint without TLS',
      { 'client-id': 'x', 'token-endpoint': 'http://127.0.0.1/token' },
      'token-endpoint',
      'https://',
    ],
    [
      'an endpoint with a password in it',
      { 'client-id': 'x', 'token-endpoint': 'https://u:p@login.example.test/' },
      'token-endpoint',
      'https://',
    ],
    ['a tenant with a path in it', { 'client-id': 'x', 'tenant-id': 'a/../b' }, 'tenant-id', 'ID'],
    [
      'a service account that is not JSON',
      { 'credentials-json': '{x' },
      'credentials-json',
      'JSON',
    ],
    [
      'credentials of another kind',
      { 'credentials-json': '{"type":"external_account"}' },
      'credentials-json',
      'not the key of a service account',
    ],
    ['"to" without "from"', { password: 'x', to: 'a@example.test' }, 'to', '"from"'],
  ])('%s', (_, inputs, input, says) => {
    const faults = faultsOf(inputs);
    expect(faults).toContainEqual(
      expect.objectContaining({ input, message: expect.stringContaining(says) as string }),
    );
  });

  test.each<[string, Partial<RawAccount>, string]>([
    ['a mechanism for tokens', { mechanism: 'XOAUTH2' }, 'access-token'],
    ['a tenant', { 'tenant-id': 'contoso.com' }, 'client-id'],
    ['a client secret', { 'client-secret': 's3cret' }, 'client-id'],
    ['a refresh token', { 'refresh-token': 'r' }, 'client-id'],
    ['the mechanism for certificates', { mechanism: 'EXTERNAL' }, 'client-certificate'],
  ])('with %s nobody is told of a password that is missing', (_, inputs, input) => {
    const faults = faultsOf(inputs);
    expect(faults).toMatchObject([{ input, kind: 'missing' }]);
    expect(JSON.stringify(faults)).not.toContain('password');
  });

  test.each([
    ['https://oauth2.googleapis.com/token'],
    ['https://accounts.google.com/o/oauth2/token'],
  ])(
    'an empty refresh token is told where %s would be asked for a token of the client itself',
    (endpoint) => {
      const client = { 'client-id': 'x', 'client-secret': 's3cret', 'token-endpoint': endpoint };
      expect(faultsOf(client)).toMatchObject([
        {
          input: 'refresh-token',
          kind: 'missing',
          message: expect.stringContaining('is empty') as string,
        },
      ]);
      expect(faultsOf({ ...client, 'client-secret': '' })).toMatchObject([
        { input: 'refresh-token' },
      ]);
    },
  );

  test('a fault of the user name beside a token is told once', () => {
    expect(faultsOf({ username: 'a\nb', 'access-token': 'ya29.x' })).toHaveLength(1);
    expect(faultsOf({ username: '', 'access-token': 'ya29.x' })).toMatchObject([
      { input: 'username', kind: 'missing', message: 'Input "username" is empty.' },
    ]);
  });

  test('a passphrase that was stored with quotes is told', () => {
    const locked = { 'client-certificate': client.cert, 'client-key': lockedKey };
    expect(faultsOf({ ...locked, 'client-key-passphrase': '" open sesame "' })).toMatchObject([
      { input: 'client-key', message: expect.stringContaining('is in quotes') as string },
    ]);
  });

  test('what has a kind is not told by its words: an empty credential is "missing"', () => {
    expect(faultsOf({}).map(({ kind }) => kind)).toEqual(['missing']);
    expect(faultsOf({ password: 'x', port: 'x' }).map(({ kind }) => kind)).toEqual(['invalid']);
    expect(faultsOf({ password: 'x', to: 'a@b.example' })[0]?.kind).toBe('conflict');
  });

  test('no message repeats what was given for a secret', () => {
    const secret = 'hunter2-in-the-wrong-input';
    for (const input of [
      'access-token',
      'client-key',
      'credentials-json',
      'token-endpoint',
    ] as const) {
      const faults = faultsOf({ 'client-id': 'x', [input]: `${secret}\n` });
      expect(faults.length).toBeGreaterThan(0);
      expect(JSON.stringify(faults)).not.toContain('hunter2');
    }
  });
});

describe('"from" and "to"', () => {
  test.each([
    ['a@example.test', 'a@example.test'],
    ['a.b+c=d@büro.example', 'a.b+c=d@xn--bro-hoa.example'],
  ])('%s becomes %s', (given, address) => {
    expect(parse({ password: 'x', from: given }).from).toBe(address);
  });

  test.each([
    ['a command after it', 'a@example.test>\r\nRCPT TO:<b@example.test'],
    ['angle brackets', '<a@example.test>'],
    ['a name before it', 'A <a@example.test>'],
    ['spaces', 'a @example.test'],
    ['a parameter', 'a@example.test SIZE=1'],
    ['two at signs', 'a@b@example.test'],
    ['no domain', 'a@'],
    ['no local part', '@example.test'],
    ['a local part beyond ASCII', 'jörg@example.test'],
    ['a NUL', 'a\0@example.test'],
    ['a route', '@a,@b:c@example.test'],
  ])('%s is refused', (_, from) => {
    expect(faultsOf({ password: 'x', from })).toMatchObject([
      {
        input: 'from',
        kind: 'invalid',
        message: expect.stringContaining('must be a mail address') as string,
      },
    ]);
  });

  test('whatever is accepted cannot leave the angle brackets', () => {
    const text = fc.oneof(fc.string(), fc.emailAddress());
    const accepted = (from: string): string =>
      faultsOf({ password: 'x', from }).length > 0
        ? ''
        : (parse({ password: 'x', from }).from ?? '');
    const run = (): void => {
      fc.assert(fc.property(text, (from) => /^[^\s<>\0-\x20]*$/.test(accepted(from))));
    };
    expect(run).not.toThrow();
  });
});
