import { type HttpQuestion, type HttpReply, request } from '../platform/http.ts';
import { type Asked, unanswered } from './request-failure.ts';

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
