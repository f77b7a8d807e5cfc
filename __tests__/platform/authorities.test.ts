import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import tls, { type SecureContext } from 'node:tls';
import { jest } from '@jest/globals';
import { connect } from '../../src/smtp/tcp.ts';
import { handshake } from '../../src/smtp/tls/channel.ts';
import { accountAt } from '../support/account.ts';
import { createAuthority, type Identity, issue } from '../support/certificates.ts';
import { startPeer } from '../support/peer.ts';

/** Who is trusted beside Node's own list, on each Node.js that gives that list in its own way. */

const own = await createAuthority('Own');
const ours = await issue(own, { dnsNames: ['localhost'] });
const stranger = await issue(await createAuthority('Stranger'), { dnsNames: ['localhost'] });

type Trust = typeof import('../../src/platform/verified-tls.ts');

/** The module as it is on a Node.js whose `node:tls` differs in this. */
async function trustWith(difference: object): Promise<Trust> {
  jest.resetModules();
  jest.unstable_mockModule('node:tls', () => ({ ...tls, ...difference }));
  return import('../../src/platform/verified-tls.ts');
}

/** What Node says of a server's certificate under this context; undefined when it has nothing against it. */
async function verdictOn(identity: Identity, context: SecureContext): Promise<unknown> {
  const peer = await startPeer((connection) => connection.startTls(identity));
  const { signal } = new AbortController();
  const socket = await connect('127.0.0.1', peer.port, { signal });
  const options = { context, session: undefined, onSession: () => undefined };
  const account = accountAt(peer.port, '', { password: 'correct horse' });
  try {
    const { authorized, authorizationError } = await handshake(socket, account, options, {
      signal,
    });
    return authorized ? undefined : authorizationError;
  } finally {
    socket.destroy();
    await peer.close();
  }
}

const UNKNOWN = 'UNABLE_TO_VERIFY_LEAF_SIGNATURE';

describe.each<[string, object]>([
  ['as it is', {}],
  [
    'that cannot add to its own list',
    {
      // The bare object behind the context, where the certificates are not handed over at once.
      createSecureContext: (options: tls.SecureContextOptions) =>
        options.ca ? tls.createSecureContext(options) : { context: {} },
    },
  ],
])('on a Node.js %s', (_, difference) => {
  test("the user's own authority is trusted, and nobody else", async () => {
    const { createTrustingContext } = await trustWith(difference);
    const context = createTrustingContext({ minVersion: 'TLSv1.2' }, own.cert);
    expect(await verdictOn(ours, context)).toBeUndefined();
    expect(await verdictOn(stranger, context)).toBe(UNKNOWN);
  });

  test('what else was asked of the context holds', async () => {
    const { createTrustingContext } = await trustWith(difference);
    const context = createTrustingContext({ maxVersion: 'TLSv1.2' }, own.cert);
    const only13 = { ...ours, minVersion: 'TLSv1.3' } as const;
    await expect(verdictOn(only13, context)).rejects.toMatchObject({ problem: 'tls-version' });
  });
});

describe('on a Node.js that can add to its own list', () => {
  /** What is made and what is added, as it happens. */
  const log: unknown[] = [];
  const told = (): Promise<Trust> =>
    trustWith({
      createSecureContext: (options: tls.SecureContextOptions) => {
        const made = tls.createSecureContext(options);
        log.push(options);
        Object.assign(made.context, { addCACert: (pem: string) => log.push(pem) });
        return made;
      },
    });

  beforeEach(() => log.splice(0));

  test('the list is neither read again nor added to without need', async () => {
    const { createTrustingContext } = await told();
    const context = createTrustingContext({ minVersion: 'TLSv1.2' }, undefined);
    expect(log).toStrictEqual([{ minVersion: 'TLSv1.2' }]);
    expect(await verdictOn(ours, context)).toBe(UNKNOWN);
  });

  test("the user's authority is all that is added", async () => {
    const { createTrustingContext } = await told();
    createTrustingContext({ minVersion: 'TLSv1.2' }, own.cert);
    expect(log).toStrictEqual([{ minVersion: 'TLSv1.2' }, own.cert]);
  });
});

describe("Node's own list stays in front of the user's", () => {
  test('as Node gives it, with the extra file', async () => {
    const getCACertificates = (type: string): string[] => [`the ${type} list`];
    const { trustedCertificates } = await trustWith({ getCACertificates });
    expect(trustedCertificates(own.cert)).toEqual(['the default list', own.cert]);
  });

  describe('on a Node.js before 22.15', () => {
    const folder = mkdtempSync(join(tmpdir(), 'trust-'));
    const before = process.env['NODE_EXTRA_CA_CERTS'];

    afterEach(() => {
      delete process.env['NODE_EXTRA_CA_CERTS'];
      if (before !== undefined) process.env['NODE_EXTRA_CA_CERTS'] = before;
    });
    afterAll(() => {
      rmSync(folder, { recursive: true });
    });

    test('as it was built in', async () => {
      delete process.env['NODE_EXTRA_CA_CERTS'];
      const { trustedCertificates } = await trustWith({ getCACertificates: undefined });
      expect(trustedCertificates(own.cert)).toEqual([...tls.rootCertificates, own.cert]);
    });

    test('with the file that NODE_EXTRA_CA_CERTS names', async () => {
      const file = join(folder, 'extra.pem');
      writeFileSync(file, stranger.cert);
      process.env['NODE_EXTRA_CA_CERTS'] = file;
      const { trustedCertificates } = await trustWith({ getCACertificates: undefined });
      expect(trustedCertificates(own.cert)).toEqual([
        ...tls.rootCertificates,
        stranger.cert,
        own.cert,
      ]);
    });
  });
});
