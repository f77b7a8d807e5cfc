import { createHash, createHmac, pbkdf2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import {
  type ChannelBinding,
  decodeBase64,
  escapeName,
  type Mechanism,
  type PasswordCredential,
  type Response,
  SaslError,
} from './mechanism.ts';
import {
  findServerFinal,
  parseServerFinal,
  parseServerFirst,
  saslPrepared,
} from './scram-messages.ts';

type Given = Pick<PasswordCredential, 'username' | 'password'>;
export type ScramHash = 'sha1' | 'sha256';

export interface ScramOptions {
  readonly name: string;
  readonly hash: ScramHash;
  /** Present for the -PLUS variant only. */
  readonly binding?: ChannelBinding | undefined;
  /** Printable ASCII without a comma; random unless a test gives one. */
  readonly clientNonce?: string;
}

/** 144 bits: no two logins ever share one. The RFCs' own examples have 18 bytes. */
const NONCE_BYTES = 18;
const derive = promisify(pbkdf2);

/**
 * SCRAM (RFC 5802, RFC 7677). The password is proved, never sent, and the server has to prove in turn
 * that it knows it: until its signature has been checked, the run is not complete.
 */
export function createScram({ username, password }: Given, options: ScramOptions): Mechanism {
  const { name, hash, binding } = options;
  const clientNonce = options.clientNonce ?? randomBytes(NONCE_BYTES).toString('base64');
  // Never `y`: to a server that offers -PLUS it says "you do not", and such a server must refuse it.
  const header = binding ? `p=${binding.type},,` : 'n,,';
  const clientFirst = `n=${escapeName(saslPrepared(username))},r=${clientNonce}`;
  let step: 'begin' | 'prove' | 'verify' | 'refused' | 'complete' = 'begin';
  let expected: Buffer | undefined;
  let serverReason: string | undefined;

  const start = (): Response => {
    step = 'prove';
    return { bytes: Buffer.from(header + clientFirst, 'utf8'), shown: '[user name and nonce]' };
  };

  const prove = async (serverFirst: string): Promise<Response> => {
    const { nonce, salt, iterations } = parseServerFirst(serverFirst, clientNonce);
    const cbind = Buffer.concat([Buffer.from(header), binding?.data ?? Buffer.alloc(0)]);
    const withoutProof = `c=${cbind.toString('base64')},r=${nonce}`;
    const authMessage = `${clientFirst},${serverFirst},${withoutProof}`;
    const length = createHash(hash).digest().length;
    const salted = await derive(saslPrepared(password), salt, iterations, length, hash);
    const keys = deriveKeys(hash, salted, authMessage);
    const proof = keys.proof.toString('base64');
    expected = keys.serverSignature;
    step = 'verify';
    return { bytes: Buffer.from(`${withoutProof},p=${proof}`), shown: '[proof]', secret: proof };
  };

  const verify = (serverFinal: string): Response => {
    const final = parseServerFinal(serverFinal);
    const isReason = 'reason' in final;
    if (isReason) serverReason = final.reason;
    else if (!expected || !isEqual(final.signature, expected)) {
      throw new SaslError('server-not-authentic', "the server's signature is wrong");
    }
    step = isReason ? 'refused' : 'complete';
    return { bytes: Buffer.alloc(0), shown: '[empty line]' };
  };

  return {
    name,
    start,
    next: async (challenge) => {
      const message = decodeBase64(challenge).toString('utf8');
      if (step === 'prove') return prove(message);
      return step === 'verify' ? verify(message) : undefined;
    },
    get isCredentialGiven() {
      return step !== 'begin' && step !== 'prove';
    },
    get isComplete() {
      return step === 'complete';
    },
    get serverReason() {
      return serverReason;
    },
    readSuccess: (text) => {
      const final = step === 'verify' ? findServerFinal(text) : undefined;
      if (final !== undefined) verify(final);
    },
  };
}

/** RFC 5802 section 3, from the salted password on. */
function deriveKeys(
  hash: ScramHash,
  salted: Buffer,
  authMessage: string,
): { proof: Buffer; serverSignature: Buffer } {
  const hmac = (key: Buffer, text: string): Buffer => createHmac(hash, key).update(text).digest();
  const clientKey = hmac(salted, 'Client Key');
  const storedKey = createHash(hash).update(clientKey).digest();
  const clientSignature = hmac(storedKey, authMessage);
  const proof = clientKey.map((byte, index) => byte ^ (clientSignature[index] ?? 0));
  return {
    proof: Buffer.from(proof),
    serverSignature: hmac(hmac(salted, 'Server Key'), authMessage),
  };
}

function isEqual(a: Buffer, b: Buffer): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}
