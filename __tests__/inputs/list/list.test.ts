import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse } from 'yaml';
import { ACCOUNT_DEFAULTS, CREDENTIAL_INPUTS } from '../../../src/inputs/names.ts';
import { readList } from '../../../src/inputs/list/list.ts';
import { InputError } from '../../../src/inputs/reader.ts';
import { context, faults, read, readEntries, refusal, withPassword } from './read.ts';

type Schema = { $defs: { account: { properties: Record<string, { default?: unknown }> } } };
const schema = JSON.parse(readFileSync('docs/accounts.schema.json', 'utf8')) as Schema;
const fitsSchema = new Ajv2020({ allErrors: true, strict: false }).compile(schema);

const GOOD: Record<string, string> = {
  'a list': '- {host: a.example, username: u, password: p}',
  'keys of every kind': `
- host: a.example
  port: 465
  implicit-tls: true
  username: u
  password-env: PW
  timeout: 2.5
  retries: 0
  certificate-warn-days: 30
  expect: rejected
`,
  'defaults and accounts': `
# yaml-language-server: $schema=accounts.schema.json
defaults: {host: a.example, port: 2525, password-env: PW}
accounts:
  - username: u
  - username: v
    password: own
  - username-env: USER_NAME
`,
  JSON: '[{"host":"a.example","username":"u","password":"0123"}]',
  'an anchor for one value': `
- {host: a.example, username: u, password: &p "s e c"}
- {host: b.example, username: u, password: *p}
`,
};

const BAD: Record<string, [text: string, words: RegExp[]]> = {
  'an unknown key': [
    '- {host: a.example, username: u, pasword: p}',
    [/^Entry 1, key "pasword" does not exist\. Did you mean "password"\?$/],
  ],
  'an unknown key of a variable': [
    '- {host: a.example, username: u, passwort-env: PW}',
    [/^Entry 1, key "passwort-env" does not exist\. Did you mean "password-env"\?$/],
  ],
  'an unknown key that is like no other': [
    '- {host: a.example, username: u, password: p, color: red}',
    [/^Entry 1 has a key that does not exist\. The keys are/],
  ],
  'a password that YAML takes for a number': [
    '- {host: a.example, username: u, password: 0123}',
    [/"password" is a number to YAML; put it in quotes/],
  ],
  'a password that YAML takes for a number with an exponent': [
    '- {host: a.example, username: u, password: 1e3}',
    [/is a number/],
  ],
  'a password that YAML takes for true': [
    '- {host: a.example, username: u, password: true}',
    [/is a boolean/],
  ],
  'a password of null': [
    '- {host: a.example, username: u, password: ~}',
    [/"password" has no value/],
  ],
  'a client secret that is empty, which must not become the OIDC token of GitHub': [
    '- {host: a.example, username: u, client-id: x, tenant-id: t, client-secret: ""}',
    [/"client-secret" has no value/],
  ],
  'a refresh token that is empty, which must not become a token of the client': [
    '- {host: a.example, username: u, client-id: x, tenant-id: t, client-secret: s, refresh-token: ""}',
    [/"refresh-token" has no value/],
  ],
  'a user name that YAML takes for a number': [
    '- {host: a.example, username: 007, password: p}',
    [/"username" is a number/],
  ],
  'a password with its own and another variable': [
    '- {host: a.example, username: u, password: p, password-env: PW}',
    [/"password-env" cannot be combined with "password"/],
  ],
  'an expression for a variable': [
    '- {host: a.example, username: u, password-env: "${{ secrets.PW }}"}',
    [/"password-env" must be the name/],
  ],
  'a fingerprint that YAML takes for a number': [
    '- {host: a.example, username: u, password: p, tls-fingerprint: 1111111111111111111111111111111111111111111111111111111111111111}',
    [/"tls-fingerprint" is a number to YAML/],
  ],
  'a list for a value': [
    '- {host: a.example, username: u, password: [p]}',
    [/"password" is a list or a map/],
  ],
  'a port out of range': [
    '- {host: a.example, port: 70000, username: u, password: p}',
    [/"port" must be a whole number from 1 to 65535, not "70000"/],
  ],
  'a mechanism nobody knows': [
    '- {host: a.example, username: u, password: p, mechanism: NTLM}',
    [/"mechanism"/],
  ],
  'no host': ['- {username: u, password: p}', [/"host" is missing/]],
};

describe('lists that are right', () => {
  test.each(Object.entries(GOOD))('%s: accepted, by the schema too', async (_name, text) => {
    expect(await faults(text)).toEqual((await read(text)).map(() => undefined));
    expect(fitsSchema(parse(text))).toBe(true);
  });
});

describe('entries that are wrong', () => {
  test.each(Object.entries(BAD))('%s: refused, by the schema too', async (_name, [text, words]) => {
    const [fault] = await faults(text);
    for (const word of words) expect(fault).toMatch(word);
    expect(fitsSchema(parse(text))).toBe(false);
  });

  test('are all named, each with its number and keys, and leave the others alone', async () => {
    const text = `
- {host: a.example, port: 0, username: u, password: p, timeout: never}
- {host: b.example, username: u, password: p}
- {host: "smtp://x", username: u, password-env: MISSING}
`;
    const [first, second, third] = await read(text);
    expect(first).toMatchObject({
      kind: 'invalid',
      observation: { account: { host: 'a.example', username: 'u' } },
    });
    expect(second).toMatchObject({ kind: 'account', account: { host: 'b.example' } });
    expect(third).toMatchObject({ observation: { failure: { problem: 'secret-empty' } } });
    const [one, , three] = await faults(text);
    expect(one).toMatch(/Entry 1, key "port".*Entry 1, key "timeout"/);
    expect(three).toMatch(
      /Entry 3, key "password-env" names the environment variable MISSING, which is not set.*key "host" must be/,
    );
    const [empty] = await faults('- {host: a.example, username: u, password-env: EMPTY}');
    expect(empty).toMatch(/the environment variable EMPTY, which is empty/);
  });

  test('a password cut at a "#" is noticed', async () => {
    const plain = '- host: a.example\n  username: u\n  password: abc #def';
    expect(await refusal(plain)).toMatch(/line 3: a "#" begins a comment/);
    const [account] = await readEntries(plain.replace('abc #def', '"abc #def" # the new one'));
    expect(account).toMatchObject(withPassword('abc #def'));
  });
});

test('200,000 spaces after "password:" cost no time', async () => {
  const text = `- host: a.example\n  username: u\n  password:${' '.repeat(200_000)}p\n`;
  const startedAt = performance.now();
  expect(await readEntries(text)).toMatchObject([withPassword('p')]);
  expect(performance.now() - startedAt).toBeLessThan(1000);
});

test.each([
  'access-token: abc #def',
  'client-secret: abc #def',
  'username: abc #def',
  '"password": abc #def',
])('a secret cut at a "#" is noticed in "%s"', async (line) => {
  expect(await refusal(`- host: a.example\n  ${line}\n`)).toContain('a "#" begins a comment');
});

test('property: whatever text is given, it is a list or an InputError, and no secret is repeated', async () => {
  const secret = 'q7hunter2q7';
  const part = fc.constantFrom(
    ...['- ', 'password: ', 'host: ', 'username: ', '{', '}', '[', ']', '"', "'", '\n', '  ', ','],
    ...[secret, '#', '&a ', '*a', '!x ', '|', '>', '-env: ', '-file: ', ': ', '\t', '---', '%'],
  );
  await fc.assert(
    fc.asyncProperty(fc.array(part, { maxLength: 25 }), async (parts) => {
      const text = parts.join('');
      try {
        const shown = (await faults(text)).filter((fault) => fault !== undefined).join(' ');
        expect(shown).not.toContain(secret);
      } catch (error) {
        expect(error).toBeInstanceOf(InputError);
        expect((error as InputError).message).not.toContain(secret);
      }
    }),
    { numRuns: 300 },
  );
});

describe('lists that are wrong as a whole', () => {
  test.each([
    ['no list', 'host: a.example', /is not a list of accounts/],
    ['a number', '- 1\n- 2', /entry 1 is not a map.*entry 2 is not a map/],
    ['an empty list', '[]', /is an empty list/],
    ['a key twice', '- host: a\n  host: b', /line 2: duplicate key/],
    ['nothing but spaces', ' \n', /^Input "accounts" is empty: there is no list in it\.$/],
    [
      'a key at the top that is misspelt',
      'acounts: [{host: a}]',
      /is not a list of accounts.*Its key "acounts" does not exist\. Did you mean "accounts"\?/,
    ],
    ['a tab', '- host: a\n\tport: 1', /line 2: YAML does not allow tabs/],
    ['a value that needs quotes', '- host: a\n  username: @b', /line 2: .*needs quotes/],
    ['a bracket that is missing', '- {host: a', /line 1: a bracket, brace or comma is missing/],
    ['a quotation mark that is missing', '- host: "a', /line 1: a quotation mark is missing/],
    ['an escape that is none', '- host: "a\\q"', /line 1: .*in double quotes/],
    [
      'a file that is not there',
      'no/such/file.yml',
      /names a file \(no\/such\/file\.yml\) that does not exist.*actions\/checkout/,
    ],
    ['a folder', '__tests__', /^Input "accounts" names a file that is a directory\.$/],
    ['defaults that are a list', 'defaults: []\naccounts: [{host: a}]', /"defaults" is not a map/],
    ['another key at the top', 'accounts: [{host: a}]\nversion: 1', /another key at the top/],
  ])('%s is refused', async (_name, text, words) => {
    expect(await refusal(text)).toMatch(words);
  });

  test.each([
    ['an unknown tag', '- {host: a, username: u, password: !hunter2-secret x}'],
    ['an unknown alias', '- {host: a, username: u, password: *hunter2-secret}'],
    ['a broken quote', '- host: a\n  password: "hunter2-secret'],
    ['a stray colon', '- host: a\n  password: hunter2: secret'],
    ['a secret in place of a list', 'hunter2'],
    ['a secret that is a map', 'hunter2: x'],
  ])('%s: the text, which may be a password, is not repeated', async (_name, text) => {
    const words = await refusal(text).catch(async () => JSON.stringify(await read(text)));
    expect(words).not.toContain('hunter2');
  });

  test('a bomb of aliases costs nothing and is refused', async () => {
    const levels = Array.from(
      { length: 30 },
      (_, n) => `- &l${n + 1} [*l${n}, *l${n}, *l${n}, *l${n}, *l${n}, *l${n}]`,
    );
    const startedAt = performance.now();
    expect(await refusal(['- &l0 [x]', ...levels].join('\n'))).toMatch(
      /entry 20 is not a map.*11 more faults/,
    );
    expect(performance.now() - startedAt).toBeLessThan(1000);
  });
});

test('values are kept as they were written', async () => {
  const [account] = await readEntries(
    '- {host: a.example, port: 0587, username: "007", password: "0123", tls-fingerprint: "1111111111111111111111111111111111111111111111111111111111111111"}',
  );
  expect(account).toMatchObject({
    port: 587,
    username: '007',
    ...withPassword('0123'),
    tls: { fingerprint: '1'.repeat(64) },
  });
});

test("an entry's own credential replaces the variable in defaults, and the other way round", async () => {
  const [own, variable] = await readEntries(`
defaults: {host: a.example, username: u, password-env: PW}
accounts: [{password: own}, {password-env: PW}]
`);
  expect(own).toMatchObject(withPassword('own'));
  expect(variable).toMatchObject(withPassword('from the environment'));
});

test('a path is read as a file', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'accounts-'));
  const path = join(folder, 'list.yml');
  writeFileSync(path, GOOD['a list'] ?? '');
  expect(await readEntries(path)).toMatchObject([{ host: 'a.example' }]);
  rmSync(folder, { recursive: true });
});

test('schema and code know the same keys and defaults', () => {
  const { properties } = schema.$defs.account;
  const keys = [
    ...Object.keys(ACCOUNT_DEFAULTS),
    ...CREDENTIAL_INPUTS.flatMap((name) => [`${name}-env`, `${name}-file`]),
  ];
  expect(Object.keys(properties).sort()).toEqual(keys.sort());
  const defaults = Object.entries(properties).filter(
    ([, { default: value }]) => value !== undefined,
  );
  const given = Object.entries(ACCOUNT_DEFAULTS).filter(([, value]) => value !== '');
  expect(Object.fromEntries(defaults.map(([key, value]) => [key, String(value.default)]))).toEqual(
    Object.fromEntries(given),
  );
});

test('the example list fits the schema and is read', async () => {
  const text = readFileSync('docs/examples/accounts.yml', 'utf8');
  expect(fitsSchema(parse(text))).toBe(true);
  const variables = { BILLING_PASSWORD: 'a b c d', SUPPORT_PASSWORD: 'e f g h' };
  const { items, variables: names } = await readList(text, { ...context, environment: variables });
  expect(items).toMatchObject([
    { account: withPassword('a b c d') },
    { account: withPassword('e f g h') },
  ]);
  expect(names).toEqual(Object.keys(variables));
});
