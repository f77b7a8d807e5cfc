import { Failure } from '../model/failure.ts';
import { proxyAddress } from '../model/mail-proxy.ts';
import type { Stage } from '../model/verdict.ts';
import { authenticate } from './auth.ts';
import type { Conversation } from './conversation.ts';
import { introduce } from './introduction.ts';
import type { Connect } from './tcp.ts';
import { Wire } from './wire.ts';

/**
 * The whole exchange, in the order in which it happens on the wire. It returns when the login was
 * accepted and throws a Failure in every other case.
 */
export async function runDialogue(talk: Conversation): Promise<void> {
  await reachServer(talk);
  await talk.renewToken();
  await talk.stage('auth', () => authenticate(talk));
  const { from, to } = talk.account;
  if (from !== undefined) await talk.stage('mail', () => askPermission(talk, from, to));
}

/**
 * Makes the channel for the login, at the first address of the host that sends a greeting. An address that refuses,
 * stays silent or closes before is left for the next one: no credential has been sent, so no login is repeated.
 *
 * @throws Failure the one that says most when no address is left
 */
async function reachServer(talk: Conversation): Promise<void> {
  for (;;) {
    try {
      await talk.stage(reaching(talk), () => connect(talk));
      await introduceAt(talk);
      return;
    } catch (error) {
      if (!(error instanceof Failure) || talk.findings.banner !== undefined) throw error;
      if (!leaveAddress(talk, error)) throw mostTelling(talk, error);
    }
  }
}

/** A proxy has a stage of its own, so that nobody blames the server for it. */
function reaching({ account }: Conversation): Stage {
  return account.proxy ? 'proxy' : 'connect';
}

/** @param isRepeated whether to connect to the same address once more */
async function connect(talk: Conversation, isRepeated = false): Promise<void> {
  const { account, route, deadline } = talk;
  const { stages, stage = 'connect', wire: old } = talk.findings;
  old?.close();
  talk.findings = { stages, stage, offered: [], authSent: false, credentialSent: false };
  const open: Connect = (onAttempt) => route.connect(isRepeated, onAttempt);
  talk.findings.wire = await Wire.open(account, open, deadline.signal);
  const { proxy } = account;
  const to = proxy
    ? `${account.host} through the proxy ${proxyAddress(proxy)}`
    : talk.wire.remoteAddress;
  talk.note(`connected to ${to ?? 'the server'}`);
}

/**
 * Leaves an address that accepted the connection and then said nothing or closed it.
 *
 * @returns whether another address may be tried
 */
function leaveAddress(talk: Conversation, failure: Failure): boolean {
  const { route, isOver } = talk;
  const { stage = 'connect', wire } = talk.findings;
  const { problem, tlsBytes } = failure;
  const hasLeft = problem === 'connection-lost' || problem === 'timed-out';
  const hasNext = route.fail(failure, stage);
  if (!hasNext || !hasLeft || !wire || tlsBytes === true || isOver) return false;
  talk.note(`no greeting from ${route.address ?? ''}: trying the next address`);
  return true;
}

/** The failure of the address that got furthest; address and stage become those. */
function mostTelling(talk: Conversation, failure: Failure): Failure {
  const telling = talk.isOver ? undefined : talk.route.mostTelling;
  if (!telling) return failure;
  Object.assign(talk.findings, { stage: telling.stage, address: telling.address });
  return telling.failure;
}

/** OpenSSL 3.5 and later send a ClientHello with a key share of ML-KEM, which is larger than one TCP segment. */
const HAS_LARGE_HELLO = parseFloat(process.versions.openssl) >= 3.5;

/**
 * Everything before the login at one address. Some servers and firewalls answer a large ClientHello with silence, a
 * reset or an end; they get one more connection and a small one.
 */
async function introduceAt(talk: Conversation): Promise<void> {
  try {
    await introduce(talk, { mayRepeat: HAS_LARGE_HELLO });
  } catch (error) {
    const isUnanswered = error instanceof Failure && error.tlsBytes === false && !talk.isOver;
    if (!HAS_LARGE_HELLO || !isUnanswered) throw error;
    talk.note('no answer to the ClientHello: connecting again with a small one');
    await introduceAgain(talk, error);
  }
}

/** @param first what the first connection ended with: it counts unless the second one gets as far */
async function introduceAgain(talk: Conversation, first: Failure): Promise<void> {
  const findings = { ...talk.findings };
  try {
    await talk.stage(reaching(talk), () => connect(talk, true));
    await introduce(talk, { isSmall: true });
  } catch (error) {
    const hasTls = talk.findings.wire?.tls !== undefined;
    if (!(error instanceof Failure) || hasTls || error.tlsBytes !== undefined || talk.isOver) {
      throw error;
    }
    talk.findings = findings;
    throw first;
  } finally {
    if (talk.findings.wire?.tls) talk.findings.smallClientHello = true;
  }
}

/**
 * Asks whether this login may send as `from`, and to `to` (RFC 5321 section 3.3), then withdraws it with
 * RSET. There is no DATA: nothing is ever sent, and a server that refuses only at DATA has not been asked.
 *
 * @throws Failure when the server refuses
 */
async function askPermission(
  talk: Conversation,
  from: string,
  to: string | undefined,
): Promise<void> {
  await askFor(talk, 'MAIL', `FROM:<${from}>`);
  if (to !== undefined) await askFor(talk, 'RCPT', `TO:<${to}>`);
  await talk.ask('RSET'); // always 250 (section 4.1.1.5), and the reply decides nothing
}

async function askFor(talk: Conversation, command: 'MAIL' | 'RCPT', path: string): Promise<void> {
  const reply = await talk.ask(`${command} ${path}`);
  // 251 and 252 accept a recipient too (section 3.4).
  if (reply.code < 250 || reply.code > 252) throw new Failure('refused', { reply, command });
}
