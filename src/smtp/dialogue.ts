import { Failure, type Problem } from '../model/failure.ts';
import { authenticate, refusal } from './auth.ts';
import { type Capabilities, parseCapabilities } from './capabilities.ts';
import type { Conversation } from './conversation.ts';
import { type Reply, replyText } from './reply-reader.ts';

/**
 * The whole exchange, in the order in which it happens on the wire. It returns when the login was
 * accepted and throws a Failure in every other case.
 */
export async function runDialogue(talk: Conversation): Promise<void> {
  const { tlsMode } = talk.account;
  await talk.stage('connect', () => talk.open());
  if (tlsMode === 'implicit') await talk.stage('tls', () => talk.secure());
  await talk.stage('greeting', () => readGreeting(talk));
  const capabilities = await talk.stage('ehlo', () => sayHello(talk));
  if (tlsMode === 'starttls') {
    await talk.stage('starttls', () => startTls(talk, capabilities));
    await talk.stage('tls', () => talk.secure());
    // RFC 3207 section 4.2: forget what was said before TLS, and say EHLO again.
    await talk.stage('ehlo', () => sayHello(talk));
  }
  await talk.stage('auth', () => authenticate(talk));
  const { from, to } = talk.account;
  if (from !== undefined) await talk.stage('mail', () => askPermission(talk, from, to));
}

async function readGreeting(talk: Conversation): Promise<void> {
  const reply = await talk.receive();
  talk.findings.banner = replyText(reply);
  // RFC 5321 section 3.1: 554 and its kin mean that there is no service for this client.
  if (reply.code !== 220) throw unexpected(reply, 'service-refused');
}

async function sayHello(talk: Conversation): Promise<Capabilities> {
  talk.findings.offered = [];
  const name = talk.account.ehloName ?? addressLiteral(talk.wire.localAddress);
  const reply = await talk.ask(`EHLO ${name}`);
  if (reply.code !== 250) throw unexpected(reply, 'ehlo-refused');
  const capabilities = parseCapabilities(reply);
  talk.findings.offered = capabilities.mechanisms;
  return capabilities;
}

async function startTls(talk: Conversation, capabilities: Capabilities): Promise<void> {
  if (capabilities.mechanisms.length > 0) talk.findings.authBeforeTls = true;
  if (!capabilities.startTls) throw new Failure('starttls-missing');
  const reply = await talk.ask('STARTTLS');
  if (reply.code === 220) return;
  // 421 is the server leaving; any other answer, 454 too, is a refusal of TLS that an attacker can forge.
  const problem = reply.code === 421 ? refusal(reply) : undefined;
  throw new Failure(problem ?? 'starttls-refused', { reply });
}

function unexpected(reply: Reply, refused: Problem): Failure {
  const problem = refusal(reply) ?? (reply.code >= 500 ? refused : 'unexpected-reply');
  return new Failure(problem, { reply });
}

/** RFC 5321 section 4.1.3: a client without a name of its own gives its address. */
export function addressLiteral(address = '127.0.0.1'): string {
  const plain = address.replace(/%.*/, '').replace(/^::ffff:(?=\d+\.)/i, '');
  return plain.includes(':') ? `[IPv6:${plain}]` : `[${plain}]`;
}

/**
 * Asks whether this login may send as `from`, and to `to` (RFC 5321 section 3.3), then takes it back with
 * RSET. There is no DATA: nothing is ever sent, and a server that refuses at DATA only has not been asked.
 *
 * @throws Failure when the server says no
 */
export async function askPermission(
  talk: Conversation,
  from: string,
  to: string | undefined,
): Promise<void> {
  await askFor(talk, `MAIL FROM:<${from}>`, 'sender-refused');
  if (to !== undefined) await askFor(talk, `RCPT TO:<${to}>`, 'recipient-refused');
  await talk.ask('RSET'); // always 250 (section 4.1.1.5), and what it says decides nothing
}

async function askFor(talk: Conversation, command: string, refused: Problem): Promise<void> {
  const reply = await talk.ask(command);
  // 251 and 252 take a recipient too (section 3.4).
  if (reply.code >= 250 && reply.code <= 252) return;
  const permanent = speaksOfSender(reply) ? 'sender-refused' : refused;
  const problem = refusal(reply) ?? (reply.code >= 500 ? permanent : 'unexpected-reply');
  throw new Failure(problem, { reply });
}

/**
 * Postfix keeps its refusal of the sender back until RCPT TO (smtpd_delay_reject, on by default), and
 * RFC 3463 section 3.2 has two codes for a bad sender.
 */
function speaksOfSender(reply: Reply): boolean {
  const isCoded = reply.enhanced === '5.1.7' || reply.enhanced === '5.1.8';
  return isCoded || /\bsender\b/i.test(replyText(reply));
}
