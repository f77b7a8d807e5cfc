import type { Cause, Problem } from '../../src/model/cause.ts';
import type { Checked } from '../../src/model/diagnosis.ts';
import type { ProxyFailure } from '../../src/model/mail-proxy.ts';
import { createFailure } from '../support/results.ts';

/** A proxy that fails says nothing about the mailbox, and each way in which it can has its own words. */

const NOTHING = 'This says nothing about the user name or password.';
const BEFORE_LOGIN = { authSent: false, credentialSent: false, stage: 'proxy' } as const;

function fail(
  problem: Problem,
  known: Partial<ProxyFailure> = {},
  about: { proxy?: string; expect?: 'accepted' | 'rejected' } = {},
): Checked {
  const { proxy = 'socks5h://proxy.example.com:1080', expect = 'accepted' } = about;
  const failure = { problem, proxy: { step: 'open', hasLogin: false, ...known } } as const;
  return createFailure(problem, { ...BEFORE_LOGIN, account: { proxy, expect }, failure });
}

const HTTP = { proxy: 'http://proxy.example.com:3128' };

test.each<[string, Checked, RegExp, RegExp]>([
  [
    'an unknown name',
    fail('proxy-unreachable', { step: 'reach', problem: 'name-not-found' }),
    /^The host name of the proxy socks5h:\/\/proxy\.example\.com:1080 does not exist \(DNS\)\./,
    /Correct the spelling of "proxy"\./,
  ],
  [
    'no answer of DNS',
    fail('proxy-unreachable', { step: 'reach', problem: 'name-lookup-failed' }),
    /could not be looked up/,
    /DNS resolver of this machine/,
  ],
  [
    'a refused connection',
    fail('proxy-unreachable', { step: 'reach', problem: 'connection-refused' }),
    /nothing is listening at the address of the proxy socks5h:/,
    /check that the proxy is running/,
  ],
  [
    'no route',
    fail('proxy-unreachable', { step: 'reach', problem: 'network-unreachable' }),
    /cannot reach the proxy .* \(no route\)/,
    /in the network of the proxy/,
  ],
  [
    'a connection that is lost while it is made',
    fail('proxy-unreachable', { step: 'reach', problem: 'connection-lost' }),
    /was closed before it answered/,
    /Run the check again/,
  ],
  [
    'a connection that is closed for an answer',
    fail('proxy-unreachable', { problem: 'connection-lost' }),
    /was closed before it answered/,
    /begins with the kind of this proxy/,
  ],
  [
    'a silent proxy',
    fail('proxy-timed-out', { step: 'reach' }),
    /^Timed out: the proxy .* did not answer\./,
    /Check host and port of "proxy"/,
  ],
  [
    'a proxy that waits for the server',
    fail('proxy-timed-out'),
    /^Timed out: the proxy .* answered, but it did not connect to mail\.example\.test:587 in time/,
    /firewall between the proxy and the mail server/,
  ],
  [
    'a login that is missing',
    fail('proxy-authentication', { step: 'login' }),
    /asks for a user name and a password\. This is not the login of the mailbox\./,
    /Set "proxy-username" and "proxy-password"\./,
  ],
  [
    'a login that is wrong',
    fail('proxy-authentication', { step: 'login', hasLogin: true }),
    /rejected its user name or password\. This is not the login of the mailbox\./,
    /Correct "proxy-username" and "proxy-password"\./,
  ],
  [
    'another kind of login',
    fail('proxy-authentication', { hasLogin: true, wantsOtherLogin: true }),
    /does not accept a login with user name and password/,
    /Kerberos or NTLM, which is not supported/,
  ],
  [
    'a forbidden port of a SOCKS proxy',
    fail('proxy-refused', { socksReply: 2 }),
    /does not allow connections to mail\.example\.test:587/,
    /^Ask the administrator of the proxy to allow this host and port\.$/,
  ],
  [
    'a forbidden port of an HTTP proxy',
    fail('proxy-refused', { status: 403 }, HTTP),
    /^The proxy http:\/\/proxy\.example\.com:3128 does not allow connections/,
    /in Squid .* SSL_ports, in tinyproxy .* ConnectPort/,
  ],
  [
    'a server that refuses the proxy',
    fail('proxy-target-unreachable', { socksReply: 5 }),
    /could not connect to mail\.example\.test:587: the connection was refused\./,
    /Check host and port\./,
  ],
  [
    'a server that the proxy cannot reach, without a reason',
    fail('proxy-target-unreachable', { status: 503 }, HTTP),
    /could not connect to mail\.example\.test:587\. /,
    /DNS of the proxy/,
  ],
  [
    'a web server or an HTTP proxy',
    fail('proxy-protocol', { answers: 'http' }),
    /does not respond like a SOCKS 5 proxy\. It answers with HTTP\./,
    /begin "proxy" with "http:\/\/"/,
  ],
  [
    'a mail server',
    fail('proxy-protocol', { answers: 'smtp' }, HTTP),
    /does not respond like an HTTP proxy\. It answers like a mail server\./,
    /check host and port/,
  ],
])('%s', (_, { diagnosis }, meaning, nextStep) => {
  expect(diagnosis.meaning).toMatch(meaning);
  expect(diagnosis.meaning).toContain(NOTHING);
  expect(diagnosis.nextStep).toMatch(nextStep);
});

const CAUSES = [
  'proxy-unreachable',
  'proxy-timed-out',
  'proxy-authentication',
  'proxy-refused',
  'proxy-target-unreachable',
  'proxy-protocol',
] as const satisfies Cause[];

test.each(CAUSES)('%s never is the refusal that is expected', (cause) => {
  const { diagnosis } = fail(cause, {}, { expect: 'rejected' });
  expect(diagnosis).toMatchObject({ cause, passed: false, provesDead: false });
  expect(diagnosis.verdict).not.toBe('rejected');
});

test('what may pass is tried again, and what the proxy has decided is not', () => {
  const repeated = CAUSES.filter((cause) => fail(cause).diagnosis.mayRetry);
  expect(repeated).toEqual(['proxy-unreachable', 'proxy-timed-out', 'proxy-target-unreachable']);
});

test('what a server holds against an address is about that of the proxy', () => {
  const account = { proxy: 'socks5h://proxy.example.com:1080' };
  const { diagnosis } = createFailure('connection-lost', {
    ...BEFORE_LOGIN,
    account,
    stage: 'greeting',
  });
  expect(diagnosis.nextStep).toContain('the server sees its address, not that of this machine');
});
