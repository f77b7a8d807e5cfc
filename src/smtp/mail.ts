import { refusal } from './auth.ts';
import type { Conversation } from './conversation.ts';
import { Failure, type Problem } from './problem.ts';
import { type Reply, replyText } from './reply.ts';

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
