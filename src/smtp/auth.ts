import { chooseMechanism } from '../sasl/choose.ts';
import type { Mechanism, Response } from '../sasl/mechanism.ts';
import type { Conversation } from './conversation.ts';
import { Failure, type Problem } from './problem.ts';
import { type Reply, replyText } from './reply.ts';

/** RFC 4954 section 4: an initial response must leave the command line within 512 octets, CRLF included. */
const MAX_COMMAND_OCTETS = 512;
/** The longest mechanism of the design needs three; more is a server that never stops asking. */
const MAX_ROUNDS = 5;

/**
 * Logs in once (RFC 4954) and returns only on a complete 235 to a mechanism that has said everything.
 *
 * @throws Failure for every other ending
 */
export async function authenticate(talk: Conversation): Promise<void> {
  const mechanism = choose(talk);
  const initial = mechanism.start();
  const goesWithAuth = initial && fitsCommandLine(mechanism, initial);
  let held = goesWithAuth ? undefined : initial;
  let reply = await sendAuth(talk, mechanism, goesWithAuth ? initial : undefined);
  for (let round = 1; reply.code === 334; round += 1) {
    if (round > MAX_ROUNDS) throw refuseChallenge(talk, 'too-many-challenges');
    const response: Response | undefined = held ?? mechanism.next(reply.lines.join(''));
    held = undefined;
    if (!response) throw refuseChallenge(talk, 'challenge-not-understood');
    talk.findings.credentialSent = mechanism.isComplete;
    reply = await talk.askCredential(toBase64(response), response.shown);
  }
  const problem = judge(reply, mechanism, talk);
  if (problem) throw new Failure(problem, { reply });
  talk.findings.reply = reply;
}

function choose(talk: Conversation): Mechanism {
  const { mechanism: wanted, username, password } = talk.account;
  const { offered } = talk.findings;
  if (offered.length === 0) throw new Failure('auth-not-offered');
  const mechanism = chooseMechanism(wanted, offered, { username, password });
  if (!mechanism) throw new Failure('mechanism-not-offered');
  talk.findings.mechanism = mechanism.name;
  return mechanism;
}

/** An empty initial response is sent as `=` (RFC 4954 section 4). */
function authCommand(mechanism: Mechanism, initial: Response): string {
  return `AUTH ${mechanism.name} ${toBase64(initial) || '='}`;
}

function fitsCommandLine(mechanism: Mechanism, initial: Response): boolean {
  return authCommand(mechanism, initial).length + 2 <= MAX_COMMAND_OCTETS;
}

async function sendAuth(
  talk: Conversation,
  mechanism: Mechanism,
  initial: Response | undefined,
): Promise<Reply> {
  talk.findings.authSent = true;
  const bare = `AUTH ${mechanism.name}`;
  if (!initial) return talk.askCredential(bare, bare);
  talk.findings.credentialSent = mechanism.isComplete;
  return talk.askCredential(authCommand(mechanism, initial), `${bare} ${initial.shown}`);
}

function toBase64({ bytes }: Response): string {
  return bytes.toString('base64');
}

/** RFC 4954 section 4: `*` cancels. The answer does not matter any more, so nobody waits for it. */
function refuseChallenge(talk: Conversation, problem: Problem): Failure {
  talk.wire.send('*');
  return new Failure(problem);
}

/** A reply that asks for fewer logins, in the words of the servers that limit them. */
const THROTTLE_TEXT =
  /too many|rate.?limit|throttl|exceeded|concurrent connections|try again later.*(connections|login)/i;

/** The replies to AUTH that speak of the command or the channel, not of the credential (RFC 4954 section 6). */
const PROBLEM_OF_CODE: Readonly<Record<number, Problem>> = {
  500: 'unexpected-reply',
  501: 'unexpected-reply',
  503: 'unexpected-reply',
  502: 'mechanism-refused',
  504: 'mechanism-refused',
  523: 'tls-required',
  530: 'tls-required',
  538: 'tls-required',
};

/** The whole judgement on the last reply to AUTH; undefined means accepted. */
function judge(reply: Reply, mechanism: Mechanism, talk: Conversation): Problem | undefined {
  if (reply.code === 235) {
    if (!mechanism.isComplete) return 'premature-success';
    return talk.wire.hasUnsolicitedBytes && !talk.wire.isShuttingDown
      ? 'unsolicited-bytes'
      : undefined;
  }
  return refusal(reply) ?? PROBLEM_OF_CODE[reply.code] ?? rejectionOrOddity(reply);
}

/** A 4yz reply says nothing about the credential. It also counts at every other stage. */
export function refusal(reply: Reply): Problem | undefined {
  if (reply.code < 400 || reply.code > 499) return undefined;
  return THROTTLE_TEXT.test(replyText(reply)) ? 'throttled' : 'temporary-failure';
}

function rejectionOrOddity(reply: Reply): Problem {
  return reply.code >= 500 ? 'credential-refused' : 'unexpected-reply';
}
