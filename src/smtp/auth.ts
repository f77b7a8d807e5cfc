import { chooseMechanism, needsBinding } from '../sasl/choose.ts';
import {
  type Credential,
  type Endpoint,
  type Mechanism,
  type Response,
  SaslError,
} from '../sasl/mechanism.ts';
import type { Conversation } from './conversation.ts';
import type { Problem } from '../model/cause.ts';
import { Failure } from '../model/failure.ts';
import { type Reply, replyText } from '../model/reply.ts';

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
  const mechanism = await choose(talk);
  const initial = mechanism.start();
  const goesWithAuth = initial && fitsCommandLine(mechanism, initial);
  let held = goesWithAuth ? undefined : initial;
  let reply = await sendAuth(talk, mechanism, goesWithAuth ? initial : undefined);
  // Some servers ignore the initial response and ask for it: the same AUTH goes on with the same bytes.
  if (goesWithAuth && reply.code === 334 && replyText(reply).trim() === '') {
    reply = await send(talk, mechanism, initial);
  }
  for (let round = 1; reply.code === 334; round += 1) {
    if (round > MAX_ROUNDS) throw refuseChallenge(talk, 'too-many-challenges');
    const response: Response | undefined = held ?? (await answer(talk, mechanism, reply));
    if (!response) throw refuseChallenge(talk, 'challenge-not-understood');
    held = undefined;
    reply = await send(talk, mechanism, response);
  }
  conclude(talk, mechanism, reply, held === undefined);
}

/**
 * Law 1: the login is accepted by a complete 235 to a mechanism that has said everything, and by nothing else.
 *
 * @throws Failure for every other reply
 */
function conclude(talk: Conversation, mechanism: Mechanism, reply: Reply, isSaid: boolean): void {
  if (reply.code !== 235) throw new Failure('refused', { reply, command: 'AUTH' });
  if (isSaid) readSuccess(mechanism, reply);
  if (!mechanism.isComplete || !isSaid) throw new Failure('premature-success', { reply });
  // A 421 behind the 235 announces that the server closes (RFC 5321 section 3.8).
  if (talk.wire.hasUnsolicitedBytes && !talk.wire.isShuttingDown) {
    throw new Failure('unsolicited-bytes', { reply });
  }
  talk.findings.accepted = reply;
}

/** What is to be proved to the server. */
export function credentialOf({
  account: { username, credential },
  token,
}: Conversation): Credential {
  switch (credential.kind) {
    case 'password':
      return { kind: 'password', username, password: credential.password };
    case 'access-token':
      return { kind: 'token', username, token: credential.accessToken };
    case 'token-request':
      if (!token) throw new Error('the access token is fetched before the first connection');
      return { kind: 'token', username, token: token.value };
    case 'client-certificate':
      return { kind: 'certificate', username };
  }
}

async function choose(talk: Conversation): Promise<Mechanism> {
  const { mechanism: wanted, host, port } = talk.account;
  const { offered } = talk.findings;
  if (offered.length === 0) throw new Failure('auth-not-offered');
  const { wire } = talk;
  const endpoint: Endpoint = {
    host,
    port,
    get binding() {
      return wire.channelBinding;
    },
  };
  const mechanism = await chooseMechanism(wanted, offered, credentialOf(talk), endpoint);
  if (!mechanism) {
    const isUnbound = needsBinding(wanted) && offered.includes(wanted) && !endpoint.binding;
    throw new Failure(isUnbound ? 'channel-binding-unavailable' : 'mechanism-not-offered');
  }
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
  const bare = `AUTH ${mechanism.name}`;
  if (!initial) return talk.askCredential(bare, bare);
  noteSent(talk, mechanism, initial);
  return talk.askCredential(authCommand(mechanism, initial), `${bare} ${initial.shown}`);
}

async function send(talk: Conversation, mechanism: Mechanism, response: Response): Promise<Reply> {
  noteSent(talk, mechanism, response);
  return talk.askCredential(toBase64(response), response.shown);
}

function noteSent(talk: Conversation, mechanism: Mechanism, { secret }: Response): void {
  if (secret !== undefined) talk.secrets.learn(secret);
  talk.findings.credentialSent = mechanism.isCredentialGiven;
}

/** The mechanism's answer, within the deadline: deriving a key takes its time. */
async function answer(
  talk: Conversation,
  mechanism: Mechanism,
  { lines }: Reply,
): Promise<Response | undefined> {
  try {
    return await talk.within(mechanism.next(lines.join('').trimEnd()));
  } catch (error) {
    if (error instanceof SaslError) throw refuseChallenge(talk, error.reason, error.message);
    throw error;
  } finally {
    const { serverReason } = mechanism;
    if (serverReason !== undefined) {
      talk.findings.serverReason = serverReason;
      talk.note(`the server's reason: ${talk.secrets.redactFact(serverReason)}`);
    }
  }
}

/** @throws Failure when what the server says in its success shows that it does not know the credential */
function readSuccess(mechanism: Mechanism, reply: Reply): void {
  try {
    mechanism.readSuccess?.(replyText(reply));
  } catch (error) {
    if (!(error instanceof SaslError)) throw error;
    throw new Failure(error.reason, { reply, detail: error.message });
  }
}

function toBase64({ bytes }: Response): string {
  return bytes.toString('base64');
}

/** RFC 4954 section 4: `*` cancels. The answer does not matter any more, so nobody waits for it. */
function refuseChallenge(talk: Conversation, problem: Problem, detail?: string): Failure {
  talk.wire.send('*');
  return new Failure(problem, detail === undefined ? {} : { detail });
}
