import { rootCertificates } from 'node:tls';
import type { TlsPolicy } from '../../src/smtp/account.ts';
import { secureContext as contextOf } from '../../src/smtp/tls-context.ts';

const secureContext = (tls: TlsPolicy): ReturnType<typeof contextOf> =>
  contextOf({ host: 'mail.example.test', port: 587, tls });

const policy = { minVersion: 'TLSv1.2', ca: rootCertificates[0] ?? '' } as const;

test('accounts that trust the same certificates share one context', () => {
  expect(secureContext({ ...policy })).toBe(secureContext({ ...policy }));
});

test.each([
  ['another CA', { ...policy, ca: rootCertificates[1] ?? '' }],
  ['no CA', { minVersion: 'TLSv1.2' }],
  ['another version', { ...policy, minVersion: 'TLSv1.3' }],
] as const)('%s is another context', (_name, other) => {
  expect(secureContext(other)).not.toBe(secureContext(policy));
});

test('a list with a CA for each account does not keep a context for each', () => {
  const first = secureContext(policy);
  for (let index = 1; index <= 16; index += 1) {
    secureContext({ ...policy, ca: rootCertificates[index] ?? '' });
  }
  expect(secureContext(policy)).not.toBe(first);
});
