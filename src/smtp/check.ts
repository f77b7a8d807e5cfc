import { secretsOf } from '../model/account-secrets.ts';
import type { Account } from '../model/account.ts';
import { Failure } from '../model/failure.ts';
import type { Observation, ObservedFailure, TlsFacts } from '../model/observation.ts';
import { subjectOf } from '../model/subject.ts';
import type { ObtainToken, TokenFailure } from '../model/token-facts.ts';
import { now as clock } from '../platform/clock.ts';
import type { Redact, Redacted } from '../safety/redact.ts';
import { type AccountSecrets, Secrets } from '../safety/secrets.ts';
import { Conversation } from './conversation.ts';
import { runDialogue } from './dialogue.ts';
import { Transcript } from './transcript.ts';

export interface CheckOptions {
  /** Milliseconds this attempt may take; the account's whole time when absent. */
  readonly timeoutMs?: number;
  /** Cancels the check; the observation then holds the problem `cancelled`. */
  readonly signal?: AbortSignal;
  /**
   * Fetches the account's access token, before the server is spoken to and within the same time.
   * It throws a Failure when there is none, and the signal's reason when the time is over.
   */
  readonly obtainToken?: ObtainToken | undefined;
  /** What is to be hidden, and whom to tell of a secret that comes into being. */
  readonly secrets?: AccountSecrets;
}

/**
 * Makes one attempt for one account: connects, secures, logs in, sends no mail.
 *
 * @returns what was observed, whatever the server or the network does; it never rejects for those
 */
export async function check(account: Account, options: CheckOptions = {}): Promise<Observation> {
  const startedAt = clock();
  const now = (): number => clock() - startedAt;
  const end = new AbortController();
  const timeoutMs = options.timeoutMs ?? account.timeoutMs;
  const timer = setTimeout(() => {
    end.abort(new Failure('timed-out'));
  }, timeoutMs);
  const onCancel = (): void => {
    end.abort(new Failure('cancelled'));
  };
  options.signal?.addEventListener('abort', onCancel);
  if (options.signal?.aborted) onCancel();

  const { obtainToken, secrets = new Secrets().forAccount(secretsOf(account)) } = options;
  const transcript = new Transcript(now);
  const deadline = { signal: end.signal, remainingMs: () => timeoutMs - now() };
  const talk = new Conversation(account, { transcript, secrets, deadline, now });
  let failure: Failure | undefined;
  try {
    if (obtainToken) await talk.fetchToken(obtainToken);
    await runDialogue(talk);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    failure = error;
  } finally {
    clearTimeout(timer);
    options.signal?.removeEventListener('abort', onCancel);
    talk.findings.wire?.close();
  }
  return observe(talk, { failure, transcript, durationMs: now() });
}

interface Ending {
  readonly failure: Failure | undefined;
  readonly transcript: Transcript;
  readonly durationMs: number;
}

/** Everything hostile or secret-bearing passes the redaction here, once. */
function observe(talk: Conversation, ending: Ending): Observation {
  const { wire, banner, accepted, serverReason, ...found } = talk.findings;
  const { address = talk.route.address, ...facts } = found;
  const { failure, transcript, durationMs } = ending;
  const { redact, redactFact } = talk.secrets;
  const tried = talk.route.tried?.map((each) => ({ ...each, address: redactFact(each.address) }));
  const reply = failure ? failure.reply : accepted;
  return {
    account: subjectOf(talk.account, redactFact),
    ...(accepted && { acceptance: { reply: talk.redactReply(accepted) } }),
    ...(failure && { failure: describeFailure(failure, talk.secrets) }),
    ...(failure && talk.isTokenExpired && { tokenExpired: true }),
    ...facts,
    ...(address !== undefined && { address: redactFact(address) }),
    ...(tried && { addresses: tried }),
    ...(serverReason !== undefined && { serverReason: redactFact(serverReason) }),
    offered: found.offered.map(redactFact),
    ...(banner !== undefined && { banner: redact(banner) }),
    ...(reply && { reply: talk.redactReply(reply) }),
    ...(wire?.tls && { tls: redactTls(wire.tls, redactFact) }),
    durationMs,
    transcript: transcript.lines,
  };
}

function describeFailure(
  failure: Failure,
  { redact, redactFact }: AccountSecrets,
): ObservedFailure {
  const { problem, command, code, detail, alert, tlsBytes, token, proxy } = failure;
  return {
    problem,
    ...(command !== undefined && { command }),
    // The error of a token endpoint is a code too, and it may be any word that the endpoint has heard.
    ...(code !== undefined && { code: redactFact(code) }),
    ...(alert && { alert }),
    ...(tlsBytes !== undefined && { tlsBytes }),
    ...(detail !== undefined && { detail: redact(detail) }),
    ...(proxy && { proxy }), // numbers and words of ours
    ...(token && { token: redactToken(token, redactFact) }),
  };
}

function redactToken(token: TokenFailure, redact: Redact): TokenFailure<Redacted> {
  const { clientId, scope, error, job, entra, ...facts } = token;
  return {
    ...facts,
    // A secret can be digits, and an endpoint can send it as a number of its own.
    entra: entra.filter((number) => redact(String(number)) === String(number)),
    ...(clientId !== undefined && { clientId: redact(clientId) }),
    ...(scope !== undefined && { scope: redact(scope) }),
    ...(error !== undefined && { error: redact(error) }),
    ...(job && {
      job: {
        subject: redact(job.subject),
        issuer: redact(job.issuer),
        audience: redact(job.audience),
      },
    }),
  };
}

/** A server that has heard the secret in an earlier attempt can have it in its next certificate. */
function redactTls(tls: TlsFacts<string>, redact: Redact): TlsFacts {
  const { failedCertificate: failed, ...facts } = tls;
  return {
    ...facts,
    issuer: redact(tls.issuer),
    names: tls.names.map(redact),
    ...(failed && {
      failedCertificate: {
        ...failed,
        subject: redact(failed.subject),
        issuer: redact(failed.issuer),
      },
    }),
  };
}
