import type { Problem } from '../model/cause.ts';
import { Failure, type FailureFacts } from '../model/failure.ts';
import type { TokenFailure } from '../model/token-facts.ts';
import { type HttpFault, HttpFailure } from '../platform/http-failure.ts';

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
