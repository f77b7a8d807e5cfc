import type { Account } from './account.ts';
import { Conversation } from './conversation.ts';
import { runDialogue } from './dialogue.ts';
import { Failure } from './problem.ts';
import { createRedact, createRedactFacts, type Redact, redactReply } from './redact.ts';
import type { Result, TlsFacts, Trouble } from './result.ts';
import { Transcript } from './transcript.ts';

export interface CheckOptions {
  /** Milliseconds this try may take; the account's whole time when absent. */
  readonly timeoutMs?: number;
  /** Cancels the check; the verdict is then `cancelled`. */
  readonly signal?: AbortSignal;
}

/**
 * Checks one account once: connects, secures, logs in, sends no mail.
 *
 * @returns the answer, whatever the server or the network does; it never rejects for those
 */
export async function check(account: Account, options: CheckOptions = {}): Promise<Result> {
  const startedAt = performance.now();
  const now = (): number => performance.now() - startedAt;
  const end = new AbortController();
  const deadline = setTimeout(() => {
    end.abort(new Failure('timed-out'));
  }, options.timeoutMs ?? account.timeoutMs);
  const onCancel = (): void => {
    end.abort(new Failure('cancelled'));
  };
  options.signal?.addEventListener('abort', onCancel, { once: true });
  if (options.signal?.aborted) onCancel();

  const transcript = new Transcript(now);
  const redact = createRedact([account.password]);
  const talk = new Conversation(account, { transcript, redact, signal: end.signal, now });
  let failure: Failure | undefined;
  try {
    await runDialogue(talk);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    failure = error;
  } finally {
    clearTimeout(deadline);
    options.signal?.removeEventListener('abort', onCancel);
    talk.findings.wire?.close();
  }
  return makeResult(talk, { failure, transcript, redact, durationMs: now() });
}

interface Ending {
  readonly failure: Failure | undefined;
  readonly transcript: Transcript;
  readonly redact: Redact;
  readonly durationMs: number;
}

/** Everything hostile or secret-bearing passes the redaction here, once. */
function makeResult(talk: Conversation, ending: Ending): Result {
  const { wire, banner, reply: acceptance, ...found } = talk.findings;
  const { failure, transcript, redact, durationMs } = ending;
  const { password, ...account } = talk.account;
  const redactFact = createRedactFacts(password);
  const reply = failure ? failure.reply : acceptance;
  return {
    account: { ...account, username: redactFact(account.username) },
    verdict: failure?.verdict ?? 'accepted',
    ...(failure && { trouble: describe(failure, redact) }),
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

function describe({ problem, detail }: Failure, redact: Redact): Trouble {
  return { problem, ...(detail !== undefined && { detail: redact(detail) }) };
}
