import type { Account } from '../model/account.ts';
import { now as clock } from '../platform/clock.ts';
import { Conversation, type ObtainToken } from './conversation.ts';
import { runDialogue } from './dialogue.ts';
import { Failure } from '../model/failure.ts';
import { type Redact, redactReply } from '../safety/redact.ts';
import { type Result, subjectOf, type TlsFacts } from '../model/result.ts';
import { Transcript } from './transcript.ts';

export interface CheckOptions {
  /** Milliseconds this try may take; the account's whole time when absent. */
  readonly timeoutMs?: number;
  /** Cancels the check; the verdict is then `cancelled`. */
  readonly signal?: AbortSignal;
  /**
   * Fetches the account's access token, before the server is spoken to and within the same time.
   * It throws a Failure when there is none, and the signal's reason when the time is over.
   */
  readonly obtainToken?: ObtainToken | undefined;
  /** Told of every secret that comes into being, before it is used, so that a runner can mask it. */
  readonly onSecret?: ((secret: string) => void) | undefined;
}

/**
 * Checks one account once: connects, secures, logs in, sends no mail.
 *
 * @returns the answer, whatever the server or the network does; it never rejects for those
 */
export async function check(account: Account, options: CheckOptions = {}): Promise<Result> {
  const startedAt = clock();
  const now = (): number => clock() - startedAt;
  const end = new AbortController();
  const deadline = setTimeout(() => {
    end.abort(new Failure('timed-out'));
  }, options.timeoutMs ?? account.timeoutMs);
  const onCancel = (): void => {
    end.abort(new Failure('cancelled'));
  };
  options.signal?.addEventListener('abort', onCancel);
  if (options.signal?.aborted) onCancel();

  const { obtainToken, onSecret } = options;
  const transcript = new Transcript(now);
  const talk = new Conversation(account, { transcript, signal: end.signal, now, onSecret });
  let failure: Failure | undefined;
  try {
    if (obtainToken) await talk.fetchToken(obtainToken);
    await runDialogue(talk);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    failure = error;
  } finally {
    clearTimeout(deadline);
    options.signal?.removeEventListener('abort', onCancel);
    talk.findings.wire?.close();
  }
  return makeResult(talk, { failure, transcript, durationMs: now() });
}

interface Ending {
  readonly failure: Failure | undefined;
  readonly transcript: Transcript;
  readonly durationMs: number;
}

/** Everything hostile or secret-bearing passes the redaction here, once. */
function makeResult(talk: Conversation, ending: Ending): Result {
  const { wire, banner, reply: acceptance, ...found } = talk.findings;
  const { failure, transcript, durationMs } = ending;
  const { redact, redactFact } = talk.secrets;
  const reply = failure ? failure.reply : acceptance;
  const detail = failure?.detail === undefined ? undefined : redact(failure.detail);
  return {
    account: { ...subjectOf(talk.account), username: redactFact(talk.account.username) },
    verdict: failure?.verdict ?? 'accepted',
    ...(failure && {
      trouble: { problem: failure.problem, ...(detail !== undefined && { detail }) },
    }),
    ...found,
    offered: found.offered.map(redactFact),
    ...(banner !== undefined && { banner: redact(banner) }),
    ...(reply && { reply: redactReply(reply, redact) }),
    ...(wire?.tls && { tls: redactTls(wire.tls, redactFact) }),
    durationMs,
    transcript: transcript.lines,
    earlierTries: [],
  };
}

/** A server that has heard the secret in an earlier try can have it in its next certificate. */
function redactTls(tls: TlsFacts, redact: Redact): TlsFacts {
  return { ...tls, issuer: redact(tls.issuer), names: tls.names.map(redact) };
}
