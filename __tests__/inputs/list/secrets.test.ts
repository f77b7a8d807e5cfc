import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prose } from '../../../src/report/html.ts';
import { environment, faults, readEntries, withPassword } from './read.ts';

describe('keys of secrets', () => {
  const folder = mkdtempSync(join(tmpdir(), 'smtp-auth-check-'));
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });
  const write = (name: string, content: string | Uint8Array): string => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };
  const entry = (rest: string): string => `- {host: a.example, username: u, ${rest}}`;

  test.each([
    ['one line end', 'from a file\n', 'from a file'],
    ['CRLF', 'from a file\r\n', 'from a file'],
    ['no line end', ' from a file ', ' from a file '],
    ['a byte order mark, which is kept', '\ufefffrom a file', '\ufefffrom a file'],
  ])('"password-file" reads a file with %s', async (_name, content, password) => {
    const path = write('password', content);
    const [account] = await readEntries(entry(`password-file: "${path}"`));
    expect(account).toMatchObject(withPassword(password));
  });

  test.each<[string, string | Uint8Array | undefined, string]>([
    ['absent', undefined, 'names a file that does not exist (ENOENT)'],
    ['empty', '\n', 'names a file that is empty'],
    ['large', 'x'.repeat(1024 * 1024 + 1), 'names a file of more than 1 MiB'],
    ['latin1', Buffer.from('Grüße', 'latin1'), 'names a file that is not UTF-8 text'],
    ['utf16', Buffer.from('\ufeffabc', 'utf16le'), 'names a file in UTF-16'],
  ])('"password-file" with a file that is %s is told', async (name, content, words) => {
    const path = content === undefined ? join(folder, name) : write(name, content);
    const [fault] = await faults(entry(`password-file: "${path}"`));
    expect(fault).toMatch(/^Entry 1, key "password-file" /);
    expect(fault).toContain(words);
  });

  test('one entry gives a secret once, and replaces every form of it in "defaults"', async () => {
    const path = write('own', 'from a file');
    const [fault] = await faults(entry(`password-env: PW, password-file: "${path}"`));
    expect(fault).toContain('"password-file" cannot be combined with "password-env"');
    const text = `{defaults: {host: a.example, username: u, password-env: PW}, accounts: [{password-file: "${path}"}]}`;
    expect(await readEntries(text)).toMatchObject([withPassword('from a file')]);
  });

  test.each(['ACTIONS_RUNTIME_TOKEN', 'GITHUB_TOKEN'])(
    'a token of the runner (%s) is refused and not sent to a mail server',
    async (name) => {
      const [fault] = await faults(entry(`password-env: ${name}`));
      expect(fault).toContain('a token of the runner');
    },
  );

  test.each([
    ['password_env: PW', 'password-env'],
    ['passwordFile: /run/secrets/x', 'password-file'],
    ['pwd: x', 'password'],
    ['ssl: true', 'implicit-tls" or "starttls'],
  ])('{%s} is answered with "%s", and the password is not missed as well', async (rest, meant) => {
    const [fault = ''] = await faults(entry(rest));
    expect(fault).toContain(`Did you mean "${meant}"?`);
    if (!rest.startsWith('ssl')) expect(fault).not.toContain('is missing');
  });

  test('a faulty value is told with the key that gave it', async () => {
    const [fault] = await faults(
      '- {host: a.example, username-env: USER_NAME, password: "${{ secrets.X }}"}',
    );
    expect(fault).toMatch(/^Entry 1, key "password" is a GitHub Actions expression/);
    const variables = { ...environment, PW: '$(SMTP_PASSWORD)' };
    const [told] = await faults(entry('password-env: PW'), { environment: variables });
    expect(told).toMatch(/^Entry 1, key "password-env" is the name of a variable/);
  });

  test.each([
    ['the rest of a password with a comma', entry('password: abc,HUNTER2')],
    ['the password as a key', entry('HUNTER2: x')],
    ['the password as the name of a variable', entry('password-env: HUNTER2')],
    ['the password as a path', entry('password-file: HUNTER2')],
    ['the password as a variable and more', entry('password-env: "HUNTER2!"')],
  ])('%s is not repeated', async (_name, text) => {
    const [fault] = await faults(text);
    expect(fault).toBeDefined();
    expect(fault).not.toContain('HUNTER2');
  });

  /** Bug: a quotation mark in a key ended the part of the sentence that a summary shows as code. */
  test('a quotation mark in a key stays inside the quotation marks of the message', async () => {
    const [fault = ''] = await faults(entry(`password: p, 'usern"ame': x`));
    expect(fault).toContain('key "usern\\"ame" does not exist. Did you mean "username"?');
    expect(prose(fault)).toContain('key <code>usern\\&quot;ame</code> does not exist');
  });

  test('a name for people is not the name for EHLO', async () => {
    const [fault] = await faults(entry('password: p, name: billing'));
    expect(fault).toMatch(/key "name" does not exist\. The keys are/);
    expect(fault).not.toContain('ehlo-name');
  });
});
