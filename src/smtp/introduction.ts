import { Failure } from '../model/failure.ts';
import { type Reply, replyText, severityOf } from '../model/reply.ts';
import type { Conversation } from './conversation.ts';

/** How a TLS handshake is begun. */
export interface Hello {
  /** With a ClientHello that fits into one segment. */
  readonly isSmall?: boolean;
  /** When the server does not answer it, another connection follows and needs its share of the time. */
  readonly mayRepeat?: boolean;
}

/** Everything that is said on one connection before the login. */
export async function introduce(talk: Conversation, hello: Hello = {}): Promise<void> {
  const { tlsMode } = talk.account;
  if (tlsMode === 'implicit') await talk.stage('tls', () => secure(talk, hello));
  await talk.stage('greeting', () => readGreeting(talk));
  const capabilities = await talk.stage('ehlo', () => sayHello(talk));
  if (tlsMode !== 'starttls') return;
  await talk.stage('starttls', () => startTls(talk, capabilities));
  await talk.stage('tls', () => secure(talk, hello));
  // RFC 3207 section 4.2: forget what was said before TLS, and send EHLO again.
  await talk.stage('ehlo', () => sayHello(talk));
}

async function secure(talk: Conversation, { isSmall, mayRepeat = false }: Hello): Promise<void> {
  const { route, wire, findings, deadline } = talk;
  const mayLeave = findings.banner === undefined && route.hasMore;
  const shareMs = mayLeave ? route.shareMs : deadline.remainingMs();
  const silenceMs = mayRepeat ? shareMs / 2 : shareMs;
  await wire.secure({ isSmall, ...((mayRepeat || mayLeave) && { silenceMs }) });
  talk.note(`TLS established: ${wire.tls?.version ?? '?'}, ${wire.tls?.cipher ?? '?'}`);
}

async function readGreeting(talk: Conversation): Promise<void> {
  const { hasMore, shareMs } = talk.route;
  const reply = await talk.receive(hasMore ? shareMs : undefined);
  const { code } = reply;
  talk.findings.banner = replyText(reply);
  if (isMasked(reply)) talk.findings.masked = true;
  // RFC 3977 section 5.1: a news server greets with 200 or 201.
  if (code === 200 || code === 201) throw new Failure('not-smtp', { reply, code: 'nntp' });
  if (code !== 220) throw new Failure('refused', { reply });
}

async function sayHello(talk: Conversation): Promise<Capabilities> {
  const { account, findings, wire } = talk;
  findings.offered = [];
  const reply = await talk.ask(`EHLO ${account.ehloName ?? addressLiteral(wire.localAddress)}`);
  if (reply.code !== 250) throw helloRefused(reply, findings.banner);
  const capabilities = parseCapabilities(reply);
  findings.offered = capabilities.mechanisms;
  if (isMasked(reply)) findings.masked = true;
  return capabilities;
}

/** A server for files greets with 220 too (RFC 959 section 5.4) and does not know EHLO. */
function helloRefused(reply: Reply, banner = ''): Failure {
  const isFtp = /ftp|filezilla/i.test(banner) && !/smtp/i.test(banner);
  if (isFtp && severityOf(reply) === 'permanent')
    return new Failure('not-smtp', { reply, code: 'ftp' });
  return new Failure('refused', { reply, command: 'EHLO' });
}

async function startTls(talk: Conversation, capabilities: Capabilities): Promise<void> {
  if (capabilities.mechanisms.length > 0) talk.findings.authBeforeTls = true;
  if (!capabilities.startTls) throw new Failure('starttls-missing');
  const answer = talk.ask('STARTTLS');
  talk.wire.prepareTls();
  const reply = await answer;
  if (reply.code !== 220) throw new Failure('refused', { reply, command: 'STARTTLS' });
}

/** RFC 5321 section 4.1.3: a client without a name of its own gives its address. */
export function addressLiteral(address = '127.0.0.1'): string {
  const plain = address.replace(/%.*/, '').replace(/^::ffff:(?=\d+\.)/i, '');
  return plain.includes(':') ? `[IPv6:${plain}]` : `[${plain}]`;
}

/** What a server offers in its EHLO reply (RFC 5321 section 4.1.1.1). */
export interface Capabilities {
  readonly startTls: boolean;
  /** SASL mechanisms (RFC 4954), upper case, in the server's order, without duplicates. */
  readonly mechanisms: readonly string[];
}

/** What Cisco's "inspect esmtp" leaves of a greeting (`***0****2**`) and of a capability (`XXXXXXXA`). */
const MASKED_TEXT = /^[*02 ]+$/;
const MASKED_CAPABILITY = /^X{3,}[A-Z]?$/;

/** Whether a device on the way has overwritten parts of a greeting or of an EHLO reply. */
export function isMasked({ lines }: Pick<Reply, 'lines'>): boolean {
  return lines.some((line) => {
    const text = line.trim();
    return MASKED_CAPABILITY.test(text) || (MASKED_TEXT.test(text) && text.includes('****'));
  });
}

/** `AUTH=PLAIN LOGIN` is an old spelling that Exchange and others still send beside the right one. */
const CAPABILITY = /^([A-Za-z0-9][A-Za-z0-9-]*)(?:[ =](.*))?$/;
/** RFC 4422 section 3.1: 1 to 20 letters, digits, hyphens, underscores. */
const MECHANISM_NAME = /^[A-Z0-9_-]{1,20}$/;

/**
 * Reads an EHLO reply, keyword by keyword and line by line: the first line is the server's name, and
 * a look-alike such as `XSTARTTLS` or `HELP AUTH PLAIN` offers nothing.
 */
export function parseCapabilities(reply: Reply): Capabilities {
  const mechanisms = new Set<string>();
  let startTls = false;
  for (const line of reply.lines.slice(1)) {
    const [, keyword = '', parameters = ''] = CAPABILITY.exec(line.trimEnd()) ?? [];
    if (keyword.toUpperCase() === 'STARTTLS') startTls = true;
    if (keyword.toUpperCase() === 'AUTH') {
      for (const name of parameters.toUpperCase().split(/\s+/)) {
        if (MECHANISM_NAME.test(name)) mechanisms.add(name);
      }
    }
  }
  return { startTls, mechanisms: [...mechanisms] };
}
