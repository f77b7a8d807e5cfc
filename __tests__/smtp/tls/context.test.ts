import { createPrivateKey } from 'node:crypto';
import { rootCertificates } from 'node:tls';
import type { ClientCertificate, TlsPolicy } from '../../../src/model/account.ts';
import { check } from '../../../src/smtp/check.ts';
import { secureContext as contextOf } from '../../../src/smtp/tls/context.ts';
import { accountAt } from '../../support/account.ts';
import {
  createAuthority,
  createLocalhost,
  issue,
  issueClient,
} from '../../support/certificates.ts';
import { startPeer } from '../../support/peer.ts';
import { loginThen, startTlsScript } from '../../support/scripts.ts';

const secureContext = (
  tls: TlsPolicy,
  clientCertificate?: ClientCertificate,
): ReturnType<typeof contextOf> =>
  contextOf({
    ...{ host: 'mail.example.test', port: 587, tls },
    ...(clientCertificate && { clientCertificate }),
  });

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

test('the newest 16 of them are kept', () => {
  const policies = rootCertificates.slice(20, 37).map((ca) => ({ ...policy, ca }));
  const contexts = policies.map((each) => secureContext(each));
  policies.slice(1).forEach((each, index) => {
    expect(secureContext(each)).toBe(contexts[index + 1]);
  });
  expect(secureContext(policies[0] ?? policy)).not.toBe(contexts[0]);
});

describe('a client certificate whose key is locked', () => {
  const passphrase = ' open sesame ';
  const lock = (key: string): string =>
    createPrivateKey(key)
      .export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase })
      .toString();

  test('is shown, with the passphrase as given', async () => {
    const { ca, server } = await createLocalhost();
    const clients = await createAuthority('Clients');
    const client = await issueClient(clients, { commonName: 'robot' });
    const identity = { ...server, requestCert: true, ca: clients.cert };
    const peer = await startPeer(startTlsScript(identity, { auth: loginThen('235 ok\r\n') }));
    const { acceptance } = await check(
      accountAt(peer.port, ca.cert, {
        ...{ password: 'correct horse', 'client-certificate': client.cert },
        ...{ 'client-key': lock(client.key), 'client-key-passphrase': passphrase },
      }),
    );
    await peer.close();
    expect(acceptance).toBeDefined();
  });

  test('makes no context without the passphrase, and one of its own with it', async () => {
    const { cert: certificate, key } = await issue(undefined);
    const client = { certificate, key: lock(key) };
    expect(() => secureContext(policy, client)).toThrow();
    expect(() => secureContext(policy, { ...client, passphrase: 'open sesame' })).toThrow();
    const context = secureContext(policy, { ...client, passphrase });
    expect(context).not.toBe(secureContext(policy));
    expect(context).not.toBe(secureContext(policy, { certificate, key }));
  });
});
