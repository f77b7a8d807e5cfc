import { type HttpQuestion, type HttpReply, request, TooLongError } from '../platform/http.ts';
import { Failure } from '../model/failure.ts';

/** Token replies have 1 to 4 KiB; the largest tokens seen have 10. */
const MAX_BODY_BYTES = 64 * 1024;
/** Node's names for "the certificate does not pass", beside its ERR_TLS_ and ERR_SSL_ codes. */
const TLS_CODE = /^(ERR_TLS|ERR_SSL|EPROTO|CERT_|SELF_SIGNED|DEPTH_ZERO|UNABLE_TO|INVALID_PURPOSE)/;

/**
 * Asks a token endpoint, once.
 *
 * @throws Failure when there is no whole answer; the signal's reason when it is aborted
 */
export async function ask(
  url: URL,
  question: Omit<HttpQuestion, 'maxBytes'>,
  signal: AbortSignal,
): Promise<HttpReply> {
  try {
    return await request(url, { ...question, maxBytes: MAX_BODY_BYTES }, signal);
  } catch (error) {
    throw signal.aborted ? error : failure(error as NodeJS.ErrnoException);
  }
}

const TOO_LONG = { detail: 'the answer is longer than any honest one' };

function failure(error: NodeJS.ErrnoException): Failure {
  if (error instanceof TooLongError) return new Failure('token-reply-malformed', TOO_LONG);
  const code = error.code ?? '';
  const isTls = TLS_CODE.test(code);
  const isHttp = code.startsWith('HPE_');
  const problem = isTls
    ? 'token-endpoint-tls'
    : isHttp
      ? 'token-reply-malformed'
      : 'token-endpoint-unreachable';
  return new Failure(problem, { detail: code === '' ? error.message : code, cause: error });
}
