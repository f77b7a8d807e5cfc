import { Failure } from '../model/failure.ts';
import { replyText } from '../model/reply.ts';
import { authenticate } from './auth.ts';
import { type Capabilities, parseCapabilities } from './capabilities.ts';
import type { Conversation } from './conversation.ts';

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
    // RFC 3207 section 4.2: forget what was said before TLS, and send EHLO again.
    await talk.stage('ehlo', () => sayHello(talk));
  }
  await talk.renewToken();
  await talk.stage('auth', () => authenticate(talk));
  const { from, to } = talk.account;
  if (from !== undefined) await talk.stage('mail', () => askPermission(talk, from, to));
}

async function readGreeting(talk: Conversation): Promise<void> {
  const reply = await talk.receive();
  talk.findings.banner = replyText(reply);
  if (reply.code !== 220) throw new Failure('refused', { reply });
}

async function sayHello(talk: Conversation): Promise<Capabilities> {
  talk.findings.offered = [];
  const name = talk.account.ehloName ?? addressLiteral(talk.wire.localAddress);
  const reply = await talk.ask(`EHLO ${name}`);
  if (reply.code !== 250) throw new Failure('refused', { reply, command: 'EHLO' });
  const capabilities = parseCapabilities(reply);
  talk.findings.offered = capabilities.mechanisms;
  return capabilities;
}

async function startTls(talk: Conversation, capabilities: Capabilities): Promise<void> {
  if (capabilities.mechanisms.length > 0) talk.findings.authBeforeTls = true;
  if (!capabilities.startTls) throw new Failure('starttls-missing');
  const reply = await talk.ask('STARTTLS');
  if (reply.code !== 220) throw new Failure('refused', { reply, command: 'STARTTLS' });
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

/** RFC 5321 section 4.1.3: a client without a name of its own gives its address. */
export function addressLiteral(address = '127.0.0.1'): string {
  const plain = address.replace(/%.*/, '').replace(/^::ffff:(?=\d+\.)/i, '');
  return plain.includes(':') ? `[IPv6:${plain}]` : `[${plain}]`;
}
