import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { BLOCKS } from '../../docs/blocks.ts';
import { isPath } from '../../../src/inputs/list/list-text.ts';
import { environment, faults, read, readEntries, refusal, withPassword } from './read.ts';

const HEADER = 'host,username,password';

/** RFC 4180 section 2. */
const cell = (value: string): string => `"${value.replaceAll('"', '""')}"`;

describe('a list in CSV', () => {
  test('has an account in each row below the keys', async () => {
    const text = `${HEADER},port,timeout\na.example,u,p,2525,7\nb.example,v,q,,\n`;
    expect(await readEntries(text)).toMatchObject([
      { host: 'a.example', port: 2525, timeoutMs: 7000, username: 'u', ...withPassword('p') },
      { host: 'b.example', port: 587, timeoutMs: 30_000, username: 'v', ...withPassword('q') },
    ]);
  });

  test.each([
    ['semicolons, as Excel writes them in Europe', 'host;username;password\na.example;u;p,1'],
    ['tabs', 'host\tusername\tpassword\na.example\tu\tp,1'],
    ['quoted keys', '"host","username","password"\n"a.example","u","p,1"'],
    ['spaces around keys', 'host , username , password\na.example,u,"p,1"'],
    ['a byte order mark', '\ufeffhost,username,password\na.example,u,"p,1"'],
    ['line ends of Windows', 'host,username,password\r\na.example,u,"p,1"\r\n'],
    ['both line ends', 'host,username,password\na.example,u,"p,1"\r\n'],
    ['line ends of old Macs', 'host,username,password\ra.example,u,"p,1"\r'],
    ['empty lines and empty rows', '\n\nhost,username,password\n\na.example,u,"p,1"\n,,\n\n'],
  ])('may have %s', async (_name, text) => {
    expect(await readEntries(text)).toMatchObject([{ host: 'a.example', ...withPassword('p,1') }]);
  });

  test('leaves digits as they are: a password 0123 is not a number', async () => {
    expect(await readEntries(`${HEADER}\na.example,u,0123`)).toMatchObject([withPassword('0123')]);
  });

  test('takes secrets from variables', async () => {
    const text = 'host,username,password-env\na.example,u,PW';
    expect(await readEntries(text)).toMatchObject([withPassword(environment.PW)]);
  });

  test('may be a file', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'csv-'));
    try {
      const path = join(folder, 'accounts.csv');
      writeFileSync(path, `${HEADER}\na.example,u,p\n`);
      expect(isPath(path)).toBe(true);
      expect(await readEntries(path)).toHaveLength(1);
      expect(await refusal(join(folder, 'none.csv'))).toMatch(/none\.csv\) that does not exist/);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test('keeps every password as it is', async () => {
    const passwords = fc.string({ unit: 'binary', minLength: 1 }).filter((text) => {
      // These are refused in any list, for reasons of their own.
      // eslint-disable-next-line no-control-regex
      return text.trim() === text && text.isWellFormed() && !/[\u0000\r\n]/.test(text);
    });
    await fc.assert(
      fc.asyncProperty(passwords, async (password) => {
        const text = `${HEADER}\r\na.example,u,${cell(password)}\r\n`;
        expect(await readEntries(text)).toMatchObject([withPassword(password)]);
      }),
    );
  });
});

describe('a list in CSV that is wrong', () => {
  test.each([
    [
      'a misspelt key',
      'host,username,pasword\na,u,SECRET',
      /column 3: the name "pasword" does not exist. Did you mean "password"\?/,
    ],
    [
      'a key in capitals',
      'Host,username,password\na,u,SECRET',
      /column 1: the name "Host" does not exist. Did you mean "host"\?/,
    ],
    [
      'a key that is there twice',
      `${HEADER},host\na,u,SECRET,b`,
      /column 4: has the same name as another/,
    ],
    ['a column without a name', `${HEADER},\na,u,SECRET,x`, /column 4: has no name/],
    [
      'a key of nothing',
      `${HEADER},SECRETS\na,u,SECRET,x`,
      /column 4: has a name that does not exist. The names are/,
    ],
    [
      'a comma in a password',
      `${HEADER}\na,u,SECRET,x`,
      /line 2: has 4 values, and the first row has 3; put a value that contains the delimiter/,
    ],
    ['a row that is too short', `${HEADER}\na,u\n`, /line 2: has 2 values/],
    [
      'a quotation mark in a password',
      `${HEADER}\na,u,SEC"RET`,
      /line 2: a quotation mark is inside a value/,
    ],
    [
      'a quotation mark that is not doubled',
      `${HEADER}\na,u,"SEC"RET"`,
      /line 2: a quotation mark is inside a value/,
    ],
    [
      'a quotation mark that is not closed',
      `${HEADER}\na,u,"SECRET\n`,
      /: a quotation mark is missing/,
    ],
    ['only the keys', `${HEADER}\n`, /is an empty list/],
    [
      'no keys',
      'a.example,user,SECRET\nb.example,user,SECRET',
      /CSV with the names of the inputs in its first row/,
    ],
  ])('has %s: it is named, and no secret is repeated', async (_name, text, words) => {
    const message = await refusal(text);
    expect(message).toMatch(words);
    expect(message).not.toMatch(/SEC"?RET/);
  });

  test('an entry that is wrong leaves the others alone', async () => {
    const text = `${HEADER},port\na.example,u,p,x\nb.example,u,,\nc.example,u,p,25`;
    const [first, second, third] = await faults(text);
    expect(first).toMatch(/Entry 1, key "port" must be a whole number/);
    expect(second).toMatch(/password/);
    expect(third).toBeUndefined();
  });

  test('names 20 places of many', async () => {
    const message = await refusal(`${HEADER}\n${'a,b\n'.repeat(50)}`);
    expect(message.match(/has 2 values/g)).toHaveLength(20);
    expect(message).toMatch(/has 30 more faults/);
  });
});

describe('what begins as YAML or JSON', () => {
  test.each([
    ['YAML', '- host: a.example\n  username: a,b\n  password: "c,d"'],
    ['YAML in one line', '[{host: a.example, username: u, password: p}]'],
    ['JSON', '[{"host":"a.example","username":"u","password":"p"}]'],
    [
      'YAML below a comment',
      '# host, username, password\n- {host: a.example, username: u, password: p}',
    ],
    ['YAML below a document marker', '---\n- {host: a.example, username: u, password: p}'],
  ])('%s is not read as CSV', async (_name, text) => {
    expect(await faults(text)).toEqual([undefined]);
  });

  test('never throws anything but words about the list', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.constantFrom('host', 'password', ',', ';', '"', '\n', '\r', ':', ' ', 'x', '\u0000'),
        ),
        async (parts) => {
          const text = `host,username,password\n${parts.join('')}`;
          await read(text).catch((error: unknown) => {
            expect(error).toHaveProperty('name', 'InputError');
          });
        },
      ),
    );
  });
});

test('the example of the documentation is a list', async () => {
  const blocks = BLOCKS.filter(({ language }) => language === 'csv');
  expect(blocks).not.toEqual([]);
  for (const { code } of blocks) expect(await faults(code)).toEqual([undefined, undefined]);
});
