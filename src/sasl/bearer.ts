import {
  asReason,
  decodeBase64,
  type Endpoint,
  escapeName,
  type Mechanism,
  type Response,
  type TokenCredential,
} from './mechanism.ts';

type Given = Pick<TokenCredential, 'username' | 'token'>;

/**
 * OAUTHBEARER (RFC 7628): a GS2 header with the user name, then host, port and token, each ended by
 * 0x01. After an error the client says 0x01 alone (section 3.2.3), which is `AQ==` in Base64.
 */
export function createOauthBearer({ username, token }: Given, endpoint: Endpoint): Mechanism {
  const { host, port } = endpoint;
  return createBearer({
    name: 'OAUTHBEARER',
    payload: `n,a=${escapeName(username)},\x01host=${host}\x01port=${port}\x01auth=Bearer ${token}\x01\x01`,
    afterError: { bytes: Buffer.from([1]), shown: '[acknowledgement]' },
  });
}

/** XOAUTH2 (Google's "OAuth 2.0 Mechanism", also spoken by Microsoft): after its error, an empty line. */
export function createXoauth2({ username, token }: Given): Mechanism {
  return createBearer({
    name: 'XOAUTH2',
    payload: `user=${username}\x01auth=Bearer ${token}\x01\x01`,
    afterError: { bytes: Buffer.alloc(0), shown: '[empty line]' },
  });
}

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
