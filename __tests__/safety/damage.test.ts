import fc from 'fast-check';
import { findDamage, findForeignText } from '../../src/safety/damage.ts';
import { findReference } from '../../src/safety/references.ts';

/** What nobody has as a password, so that it is never sent. */
const CERTAIN = [
  '${{ secrets.SMTP_PASSWORD }}',
  '"${{ secrets.SMTP_PASSWORD }}"',
  '${{secrets.X}}\n',
  'secrets.SMTP_PASSWORD',
  'vars.SMTP_PASSWORD',
  'env.SMTP_PASSWORD',
  "secrets['SMTP_PASSWORD']",
  'steps.vault.outputs.password',
  'needs.fetch.outputs.smtp-password',
  'github.token',
  '$(SMTP_PASSWORD)',
  '$(pass show smtp)',
  '$(cat /run/secrets/smtp)',
  '$[variables.smtpPassword]',
  '${SMTP_PASSWORD}',
  '${smtp_password}',
  '${SMTP_PASSWORD:-none}',
  '${env:SMTP_PASSWORD}',
  '$env:SMTP_PASSWORD',
  '%SMTP_PASSWORD%',
  '%env(SMTP_PASSWORD)%',
  'process.env.SMTP_PASSWORD',
  "os.environ['SMTP_PASSWORD']",
  "ENV['SMTP_PASSWORD']",
  'os.getenv("SMTP_PASSWORD")',
  "credentials('smtp-login')",
  'op://vault/smtp/password',
  'vault://secret/smtp',
  'vault:secret/data/smtp#password',
  'vault:v1:8SDd3WHDOjf7mq69CyCqYjBXAiQQAVZRkFM13ok481zo',
  'keyvault://corp/smtp',
  'bws://0c4b7c1e-0000-4000-8000-000000000000',
  'bws:0c4b7c1e-0000-4000-8000-000000000000',
  'ref+vault://secret/smtp#/password',
  'arn:aws:secretsmanager:eu-west-1:123456789012:secret:smtp-AbCdEf',
  'arn:aws-cn:ssm:cn-north-1:123456789012:parameter/smtp',
  '@Microsoft.KeyVault(SecretUri=https://corp.vault.azure.net/secrets/smtp/)',
  'https://corp.vault.azure.net/secrets/smtp',
  'projects/123/secrets/smtp/versions/latest',
  'ENC[AES256_GCM,data:abc,iv:def]',
  '{{ smtp_password }}',
  '{{resolve:secretsmanager:smtp}}',
  "<%= ENV['SMTP_PASSWORD'] %>",
  '((smtp-password))',
  '#{SmtpPassword}#',
  '{"password":"abc"}',
  '{"access_token": "ya29", "expires_in": 3599}',
  'undefined',
  '[object Object]',
  '***',
  '<no value>',
  'gr\ufffd\ufffde',
  'gr\ud800e',
];

/** What a real password could be, so that it is sent with a warning. */
const LIKELY = [
  '$SMTP_PASSWORD',
  '$SECRET',
  '$smtp_password',
  '%Password%',
  'env:SMTP_PASSWORD',
  'secrets.smtp',
  'inputs.smtp-password',
  'vault:hunter2',
  '__SMTP_PASSWORD__',
  '/run/secrets/smtp',
  'file:///etc/smtp-password',
  '${{ is the beginning of something',
  'SMTP_PASSWORD=abc',
  'export SMTP_PASSWORD=abc',
  'password=abc',
  'pass=abc',
  'password: abc',
  'null',
  'None',
  '<your-password>',
  'your-password',
  'YOUR_PASSWORD_HERE',
  'REPLACE_ME',
  '\ufeffsecret',
  'secret\n',
  'secret\r\n',
  'sec\nret',
  'secret\\n',
  ' secret',
  'secret\t',
  'se\u00a0cret',
  'secret\u00a0',
  'se\u200bcret',
  'se\u00adcret',
  '"secret"',
  "'secret'",
  '`secret`',
  '“secret”',
  'sec\u0007ret',
  'cafe\u0301-password',
];

/** Real passwords, keys and tokens, or what could be one. */
const SOUND = [
  'correct horse battery staple',
  '$ecret-Password',
  '$',
  '$1a',
  '$Summer2026',
  '${',
  '$(',
  '$()',
  '%50off%',
  '100%',
  '"',
  'se"cret',
  '""',
  'caf\u00e9',
  'Grüße-42',
  'パスワード',
  'x1y2z3',
  'secrets',
  'env',
  'op',
  'vault',
  'password',
  'changeme',
  'none-of-your-business',
  '{}',
  '{"',
  '{curly}',
  '[1]',
  'a=b',
  'QUtJQQ==',
  'BPASSx/9Lz0aJ+dXq==',
  'abcd efgh ijkl mnop',
  'SG.abc-def_ghi.jkl',
  'xsmtpsib-0123456789abcdef',
  'ya29.a0AfH6SMBx-_0',
  'eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJ4In0.c2ln',
  '1//0gabc-def',
  'abc~DEf.ghi_jkl~m',
  'CORP\\nathan',
  'alice@example.test',
  '**',
  'https://example.test/secrets',
  '#hash#',
  '<3',
];

describe('a value that nobody can have as a credential', () => {
  test.each(CERTAIN)('%j is certain damage', (value) => {
    expect(findDamage(value)).toMatchObject({ isCertain: true });
  });
});

describe('a value that is probably not the one that is meant', () => {
  test.each(LIKELY)('%j is damage, and not certain', (value) => {
    expect(findDamage(value)).toMatchObject({ isCertain: false });
  });
});

describe('a value that a server may well have stored', () => {
  test.each(SOUND)('%j is sound', (value) => {
    expect(findDamage(value)).toBeUndefined();
  });
});

test('a reference is named by its system, and quotes or a line end around it do not hide it', () => {
  expect(findReference("'op://vault/smtp/password'\n")?.words).toContain('secret manager');
  expect(findReference('secrets.SMTP_PASSWORD')?.words).toContain('GitHub Actions expression');
  expect(findReference('$(SMTP_PASSWORD)')?.words).toContain('variable');
});

test('a key of several lines is not damaged by its line breaks, but by a reference in its place', () => {
  expect(findForeignText('-----BEGIN PRIVATE KEY-----\nabc\n')).toBeUndefined();
  expect(findForeignText('{"type": "service_account"}')).toBeUndefined();
  expect(findForeignText('${{ secrets.KEY }}\n')).toMatchObject({ kind: 'reference' });
});

test('property: letters, digits and the usual signs of generated passwords are sound', () => {
  const character = fc.stringMatching(/^[A-Fa-f0-9!#*+,.:;?@^~-]$/);
  const password = fc
    .array(character, { minLength: 8, maxLength: 40 })
    .map((characters) => `q${characters.join('')}7`);
  fc.assert(fc.property(password, (value) => findDamage(value) === undefined));
});

test('property: words and remedy hold no part of the value', () => {
  const core = fc.stringMatching(/^[A-Z0-9]{12,30}$/);
  const wrap = fc.constantFrom(
    (text: string) => `\${{ secrets.${text} }}`,
    (text: string) => `op://${text}/x/y`,
    (text: string) => `"${text}"`,
    (text: string) => `SMTP_PASSWORD=${text}`,
    (text: string) => `{"password":"${text}"}`,
    (text: string) => `${text}\n`,
  );
  fc.assert(
    fc.property(core, wrap, (text, around) => {
      const damage = findDamage(around(text));
      return damage !== undefined && !JSON.stringify(damage).includes(text);
    }),
  );
});

test('a value of 48 KB costs no time, whatever it is made of', () => {
  const size = 48_000;
  const parts = [
    'a',
    '$',
    '{',
    '$(',
    '"',
    ' ',
    '_',
    'passw',
    'A_',
    '%',
    'secret',
    '\\n',
    '-',
    '\u0301',
  ];
  const startedAt = performance.now();
  for (const part of parts) {
    const text = part.repeat(size / part.length);
    for (const value of [text, `"${text}`, `\${{${text}`, `op://${text}`, `${text}=`]) {
      findDamage(value);
    }
  }
  expect(performance.now() - startedAt).toBeLessThan(3000);
});
