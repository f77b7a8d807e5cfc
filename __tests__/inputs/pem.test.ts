import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { parseCertificates, parsePrivateKey } from '../../src/inputs/pem.ts';
import { ValueError } from '../../src/inputs/reader.ts';
import { parseServiceAccount } from '../../src/inputs/service-account.ts';
import { createAuthority } from '../support/certificates.ts';
import { refusal } from './refusal.ts';

const folder = mkdtempSync(join(tmpdir(), 'smtp-auth-check-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function write(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const { cert, key } = await createAuthority();
const second = (await createAuthority()).cert.trim();
const both = `${cert.trim()}\n${second}`;
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
/** A locked key in OpenSSL's old form, with headers. */
const locked = rsa
  .export({ type: 'pkcs1', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'open' })
  .toString();

/** How users and CI systems keep a PEM text. */
const FORMS: Readonly<Record<string, (text: string) => string>> = {
  'as it is': (text) => text,
  'without its last line end': (text) => text.trim(),
  'with CRLF': (text) => text.replaceAll('\n', '\r\n'),
  'with "\\n" as two characters': (text) => text.trim().replaceAll('\n', '\\n'),
  'with "\\r\\n" as four characters': (text) => text.trim().replaceAll('\n', '\\r\\n'),
  'with "\\\\n", escaped twice': (text) => text.trim().replaceAll('\n', '\\\\n'),
  'on one line with spaces': (text) => text.trim().replaceAll('\n', ' '),
  'in quotes': (text) => `"${text.replaceAll('\n', '\\n')}"`,
  'indented, as in YAML': (text) => text.replaceAll(/^/gm, '    '),
  'with a byte order mark': (text) => `\ufeff${text}`,
  'in Base64': (text) => Buffer.from(text).toString('base64'),
  'in wrapped Base64': (text) =>
    (
      Buffer.from(text)
        .toString('base64')
        .match(/.{1,76}/g) ?? []
    ).join('\n'),
  'in Base64 for URLs': (text) => Buffer.from(text).toString('base64url'),
  'in a file': (text) => write('file.pem', text),
  'in a file of Base64': (text) => write('file.b64', `${Buffer.from(text).toString('base64')}\n`),
};

describe('PEM text is accepted', () => {
  test.each(Object.entries(FORMS))('%s', (_form, keep) => {
    expect(parseCertificates(keep(`${both}\n`))).toBe(both);
    expect(parsePrivateKey(keep(key))).toBe(key.trim());
    const opened = createPrivateKey({ key: parsePrivateKey(keep(locked)), passphrase: 'open' });
    expect(opened.equals(rsa)).toBe(true);
  });

  test('with other text around, on one line without any space', () => {
    expect(parseCertificates(`# a\n${cert.trim()}\n# b\n${second}\n`)).toBe(both);
    expect(parseCertificates(cert.replaceAll('\n', ''))).toBe(cert.trim());
  });

  test('as a key in front of or behind its certificate', () => {
    expect(parsePrivateKey(`${cert}${key}`)).toBe(key.trim());
    expect(parseCertificates(`${key}${cert}`)).toBe(cert.trim());
  });
});

describe('PEM text is refused', () => {
  const broken = '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----';
  test.each([
    ['a key for a certificate', key, 'contains no PEM certificate'],
    ['a text that is cut', cert.slice(0, 99), 'contains no PEM certificate'],
    ['a second certificate that is damaged', `${cert}\n${broken}`, 'cannot be read, number 2'],
    ['a path that does not exist', '/nonexistent', 'path of a readable file (ENOENT)'],
    ['a directory', folder, 'names a directory'],
    ['a word', 'nothing', 'Base64 of it, or the path of a readable file'],
    ['a file without PEM text', write('empty.pem', 'nothing'), 'contains no PEM certificate'],
    [
      'a file in UTF-16',
      write('utf16.pem', Buffer.from(`\ufeff${cert}`, 'utf16le')),
      'in UTF-16, as Windows PowerShell writes it',
    ],
  ])('%s', (_name, value, words) => {
    expect(refusal(() => parseCertificates(value))).toContain(words);
  });

  test('a certificate for a key', () => {
    expect(refusal(() => parsePrivateKey(cert))).toContain('contains no private key');
  });

  test.each([
    ['Base64 of something else', Buffer.from('x'.repeat(9000)).toString('base64')],
    ['Base64 of bytes', Buffer.alloc(9000, 0xff).toString('base64')],
    ['a key without its first line', key.split('\n').slice(1).join('\n')],
    ['a name of 300 letters', 'x'.repeat(300)],
  ])('%s is not tried as a path', (_name, value) => {
    const words = refusal(() => parsePrivateKey(value));
    expect(words).toBe('must be PEM text, Base64 of it, or the path of a file with it');
  });
});

const account = {
  type: 'service_account',
  client_email: 'robot@project.iam.gserviceaccount.com',
  private_key: rsa.export({ type: 'pkcs8', format: 'pem' }).toString(),
  private_key_id: 'key-1',
};
const json = JSON.stringify(account);
const pretty = JSON.stringify(account, undefined, 2);

describe('the key of a service account is accepted', () => {
  test.each<[string, string]>([
    ['as it is', json],
    ['with line breaks and spaces', `\n${pretty}\n`],
    ['in Base64', Buffer.from(pretty).toString('base64')],
    ['in a file', write('key.json', pretty)],
    ['in a file of Base64', write('key.b64', Buffer.from(pretty).toString('base64'))],
    ['with "\\n" as two characters between its members', pretty.replaceAll('\n', '\\n')],
    ['with "\\n" escaped twice in its key', json.replaceAll('\\n', '\\\\n')],
    ['with real line breaks in its key', json.replaceAll('\\n', '\n')],
    ['on one line with spaces', pretty.replaceAll('\n', ' ')],
    ['in single quotes', `'${json}'`],
    ['in double quotes, escaped', JSON.stringify(json)],
    ['with a byte order mark', `\ufeff${json}`],
  ])('%s', (_form, value) => {
    expect(parseServiceAccount(value)).toEqual({
      tokenUri: 'https://oauth2.googleapis.com/token',
      signer: {
        issuer: account.client_email,
        privateKey: account.private_key.trim(),
        keyId: 'key-1',
      },
    });
  });
});

describe('the key of a service account is refused', () => {
  const without = (member: string): string => JSON.stringify({ ...account, [member]: undefined });
  test.each([
    ['that is cut', json.slice(0, -20), 'is not JSON'],
    ['without its braces', json.slice(1, -1), 'must be JSON text, Base64 of it'],
    ['without its address', without('client_email'), 'is not the key of a service account'],
    ['without its key', without('private_key'), 'is not the key of a service account'],
    ['with a list', '{"a":[]}', 'is not the key of a service account'],
    [
      'with a damaged key',
      JSON.stringify({ ...account, private_key: account.private_key.replaceAll('M', '!') }),
      'contains a private key that cannot be read',
    ],
    [
      'with an endpoint without TLS',
      JSON.stringify({ ...account, token_uri: 'http://a' }),
      'https',
    ],
  ])('%s', (_name, value, words) => {
    expect(refusal(() => parseServiceAccount(value))).toContain(words);
  });
});

test('property: whatever is given, the answer is a value or a ValueError that repeats nothing', () => {
  const secret = 'q7hunter2q7';
  const around = fc.oneof(
    fc.string(),
    fc.constantFrom('-----BEGIN PRIVATE KEY-----', '{', '"', '\\n', '/', cert),
  );
  fc.assert(
    fc.property(around, around, (before, after) => {
      for (const parse of [parseCertificates, parsePrivateKey, parseServiceAccount]) {
        try {
          parse(before + secret + after);
        } catch (error) {
          expect(error).toBeInstanceOf(ValueError);
          expect(refusal(() => parse(before + secret + after))).not.toContain(secret);
        }
      }
    }),
  );
});

test('a text of a mebibyte costs no time, whatever it is made of', () => {
  const startedAt = performance.now();
  for (const part of ['-----BEGIN X-----', '-----BEGIN ', '\\n', '{"', ' ', 'A']) {
    const text = part.repeat(1_000_000 / part.length);
    for (const parse of [parseCertificates, parsePrivateKey, parseServiceAccount]) {
      refusal(() => parse(`-----BEGIN ${text}`));
    }
  }
  expect(performance.now() - startedAt).toBeLessThan(5000);
});
