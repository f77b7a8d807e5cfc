import { decodeBase64 } from './base64.ts';
import { asReason, type Mechanism, type Response } from './mechanism.ts';

/** What the two bearer mechanisms differ in. */
export interface BearerOptions {
  readonly name: string;
  readonly payload: string;
  /** What the client has to say after the server's error, before the server refuses. */
  readonly afterError: Response;
}

/**
 * The course that XOAUTH2 and OAUTHBEARER share: the token goes in one message. A server that refuses it
 * says why in a challenge of JSON, wants one more line, and then refuses. A success after that error
 * contradicts it and is none.
 */
export function createBearer({ name, payload, afterError }: BearerOptions): Mechanism {
  let step: 'begun' | 'given' | 'refused' = 'begun';
  let serverReason: string | undefined;
  const start = (): Response => {
    step = 'given';
    const bytes = Buffer.from(payload, 'utf8');
    return { bytes, shown: '[user name and token]', secret: bytes.toString('base64') };
  };
  return {
    name,
    start,
    next: (challenge) => {
      if (step !== 'given') return undefined;
      step = 'refused';
      serverReason = readStatus(decodeBase64(challenge).toString('utf8'));
      return afterError;
    },
    get isCredentialGiven() {
      return step !== 'begun';
    },
    get isComplete() {
      return step === 'given';
    },
    get serverReason() {
      return serverReason;
    },
  };
}

/** `{"status":"401",…}` (Google, Microsoft) or `{"status":"invalid_token",…}` (RFC 7628 section 3.2.2). */
function readStatus(json: string): string | undefined {
  try {
    const error: unknown = JSON.parse(json);
    return asReason((error as { status?: unknown } | null)?.status);
  } catch {
    return undefined; // the refusal that follows counts, with or without a reason
  }
}
