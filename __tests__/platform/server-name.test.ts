import { checkServerIdentity, type PeerCertificate } from 'node:tls';
import fc from 'fast-check';
import { checkServerName } from '../../src/platform/verified-tls.ts';

/** Which names of a certificate prove which server (RFC 9525). Node writes the list as one text. */

const certificate = (subjectaltname: string | undefined, CN = 'none'): PeerCertificate =>
  ({ subject: { CN }, ...(subjectaltname !== undefined && { subjectaltname }) }) as PeerCertificate;

const isProved = (name: string, names: string | undefined, CN?: string): boolean =>
  checkServerName(name, certificate(names, CN)) === undefined;

test.each([
  ['mail.example.test', 'DNS:mail.example.test'],
  ['MAIL.example.test', 'DNS:mail.example.test'],
  ['mail.example.test', 'DNS:other.test, DNS:mail.example.test'],
  ['mail.example.test', 'DNS:*.example.test'],
  ['a.b.example.test', 'DNS:*.b.example.test'],
  ['192.0.2.7', 'IP Address:192.0.2.7'],
  ['localhost', 'DNS:localhost'],
])('%s is proved by %s', (name, names) => {
  expect(isProved(name, names)).toBe(true);
});

test.each([
  ['mail.example.test', 'DNS:m*l.example.test'],
  ['mail.example.test', 'DNS:mail*.example.test'],
  ['mail.example.test', 'DNS:*mail.example.test'],
  ['mail.example.test', 'DNS:mail.*.test'],
  ['mail.example.test', 'DNS:*.*.test'],
  ['mail.example.test', 'DNS:**.example.test'],
  ['mail.example.test', 'DNS:*'],
  ['example.test', 'DNS:*.test'],
  ['localhost', 'DNS:*'],
  ['localhost', 'DNS:loc*'],
  ['a.b.example.test', 'DNS:*.example.test'],
  ['example.test', 'DNS:*.example.test'],
  ['192.0.2.7', 'DNS:192.0.2.7'],
  ['192.0.2.7', 'DNS:*.0.2.7'],
  ['mail.example.test', 'DNS:"x, DNS:mail.example.test"'],
  ['mail.example.test', 'DNS:"x, DNS:*.example.test"'],
  ['mail.example.test', 'IP Address:192.0.2.7'],
  ['mail.example.test', undefined],
])('%s is not proved by %s, nor by its common name', (name, names) => {
  expect(isProved(name, names, name)).toBe(false);
});

test('an illegal wildcard does not hide a legal name beside it', () => {
  expect(isProved('mail.example.test', 'DNS:m*l.example.test, DNS:*.example.test')).toBe(true);
});

const label = fc.stringMatching(/^[a-z*]{1,4}$/);
const pattern = fc.array(label, { minLength: 1, maxLength: 4 }).map((labels) => labels.join('.'));
const host = fc
  .array(fc.stringMatching(/^[a-z]{1,4}$/), { minLength: 1, maxLength: 4 })
  .map((labels) => labels.join('.'));

test('property: whatever it proves, Node proves as well, and a wildcard is a whole first label', () => {
  fc.assert(
    fc.property(host, fc.array(pattern, { minLength: 1, maxLength: 3 }), (name, patterns) => {
      const names = patterns.map((each) => `DNS:${each}`).join(', ');
      if (!isProved(name, names)) return;
      expect(checkServerIdentity(name, certificate(names))).toBeUndefined();
      const [, ...rest] = name.split('.');
      expect([name, ['*', ...rest].join('.')].some((each) => patterns.includes(each))).toBe(true);
    }),
    { numRuns: 2000 },
  );
});
