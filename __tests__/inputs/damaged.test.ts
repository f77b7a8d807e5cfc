import fc from 'fast-check';
import { parseAccount } from '../../src/inputs/parse-account.ts';
import { ACCOUNT_DEFAULTS, type RawAccount } from '../../src/inputs/names.ts';
import { InputError } from '../../src/inputs/reader.ts';

/** The inputs that are refused, with their sentences. */
function faults(inputs: Partial<RawAccount>): Record<string, string> {
  const valid = { host: 'mail.example.test', username: 'u', password: 'p' };
  try {
    parseAccount({ ...ACCOUNT_DEFAULTS, ...valid, ...inputs });
    return {};
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return Object.fromEntries(error.faults.map(({ input, message }) => [input, message]));
  }
}

const token = { password: '', 'client-id': 'app', 'tenant-id': 'contoso.com' };

test.each<[string, Partial<RawAccount>]>([
  ['password', { password: '${{ secrets.SMTP_PASSWORD }}' }],
  ['password', { password: '$(SMTP_PASSWORD)' }],
  ['username', { username: 'secrets.SMTP_USERNAME' }],
  ['access-token', { password: '', 'access-token': '${{ steps.x.outputs.token }}' }],
  ['client-id', { ...token, 'client-id': '$(CLIENT_ID)' }],
  ['tenant-id', { ...token, 'tenant-id': 'vars.TENANT_ID' }],
  ['client-secret', { ...token, 'client-secret': 'op://vault/app/secret' }],
  ['refresh-token', { ...token, 'refresh-token': '${REFRESH_TOKEN}' }],
  ['client-key', { 'client-key': '${{ secrets.KEY }}' }],
  ['credentials-json', { password: '', 'credentials-json': 'secrets.GOOGLE_KEY' }],
])('an unresolved reference in "%s" is a wrong input before anything is sent', (input, inputs) => {
  expect(faults(inputs)[input]).toMatch(/was not (?:evaluated|replaced|resolved); give the value/);
});

test('bytes that were not UTF-8 are a wrong input', () => {
  expect(faults({ password: 'gr\ufffd\ufffde' })).toEqual({
    password: expect.stringContaining('bytes are not UTF-8') as string,
  });
});

test.each([
  'secret\n',
  ' secret',
  '"secret"',
  '$SECRET',
  'SMTP_PASSWORD=secret',
  'null',
  '\ufeffx',
])(
  '%j is sent where the login should work, and refused where it should be rejected',
  (password) => {
    expect(faults({ password })).toEqual({});
    expect(faults({ password, expect: 'rejected' })).toEqual({
      password: expect.stringContaining('would not prove that the real one is dead') as string,
    });
    expect(Object.keys(faults({ username: password.trim() + ' ', expect: 'rejected' }))).toContain(
      'username',
    );
  },
);

test('a sound credential may be expected to be rejected', () => {
  expect(faults({ password: 'correct horse', expect: 'rejected' })).toEqual({});
});

test('property: a sentence about a reference never repeats what is around it', () => {
  const name = fc.stringMatching(/^[A-Z]{8,20}$/);
  fc.assert(
    fc.property(name, (text) => {
      const { password = '' } = faults({ password: `\${{ secrets.${text} }}` });
      return password !== '' && !password.includes(text);
    }),
  );
});
