import type { Problem } from '../model/cause.ts';
import { Failure, type FailureFacts } from '../model/failure.ts';
import type { TokenFailure } from '../model/token-facts.ts';
import { type HttpFault, HttpFailure } from '../platform/http-failure.ts';
import { type HttpQuestion, type HttpReply, request } from '../platform/http.ts';

/** What fetching a token needs from the check that it is for. */
export interface TokenTools {
  /** The end of the account's time. */
  readonly signal: AbortSignal;
  /** Told of every secret before it is used, so that it is masked and redacted. */
  readonly learn: (secret: string) => void;
}

/** Token replies have 1 to 4 KiB; the largest tokens seen have 10. */
const MAX_BODY_BYTES = 64 * 1024;

/**
 * Asks for a token, once.
 *
 * @param asked what is known of the request, for its failure
 * @throws Failure when there is no whole answer; the signal's reason when it is aborted
 */
export async function ask(
  url: URL,
  question: Omit<HttpQuestion, 'maxBytes'>,
  { asked, signal }: { readonly asked: Asked; readonly signal: AbortSignal },
): Promise<HttpReply> {
  try {
    return await request(url, { ...question, maxBytes: MAX_BODY_BYTES }, signal);
  } catch (error) {
    throw signal.aborted ? error : unanswered(error, asked);
  }
}

/** What is known of a request before there is a reply. */
export type Asked = Omit<TokenFailure, 'entra'>;

/** What came back, as far as it is not text. */
export type Answered = Partial<
  Pick<
    TokenFailure,
    'fault' | 'status' | 'content' | 'error' | 'entra' | 'retryAfterMs' | 'obstacle'
  >
>;

/** The Failure of a request for a token, with all that is known of it. */
export function tokenFailure(
  problem: Problem,
  asked: Asked,
  facts: FailureFacts & { readonly answered?: Answered } = {},
): Failure {
  const { answered, ...rest } = facts;
  return new Failure(problem, { ...rest, token: { entra: [], ...asked, ...answered } });
}

const PROBLEM_OF_FAULT = {
  proxy: 'token-endpoint-unreachable',
  network: 'token-endpoint-unreachable',
  certificate: 'token-endpoint-tls',
  tls: 'token-endpoint-tls',
  reply: 'token-reply-malformed',
} as const satisfies Record<HttpFault, Problem>;

/** @returns the Failure for a request without a whole answer; any other error as it is */
export function unanswered(error: unknown, asked: Asked): unknown {
  if (!(error instanceof HttpFailure)) return error;
  const { fault, code, message } = error;
  const facts = { code, detail: message, cause: error, answered: { fault } };
  return tokenFailure(PROBLEM_OF_FAULT[fault], asked, facts);
}
