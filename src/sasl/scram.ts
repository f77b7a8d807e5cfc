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
  type ServerFirst,
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
export function createScram(given: Given, options: ScramOptions): Mechanism {
  return new Scram(given, options);
}

class Scram implements Mechanism {
  readonly name: string;
  readonly #password: string;
  readonly #hash: ScramHash;
  readonly #binding: ChannelBinding | undefined;
  readonly #clientNonce: string;
  readonly #header: string;
  readonly #clientFirst: string;
  #step: 'begin' | 'prove' | 'verify' | 'refused' | 'complete' = 'begin';
  #expected: Buffer | undefined;
  #serverReason: string | undefined;

  constructor({ username, password }: Given, options: ScramOptions) {
    const { name, hash, binding } = options;
    this.name = name;
    this.#password = password;
    this.#hash = hash;
    this.#binding = binding;
    this.#clientNonce = options.clientNonce ?? randomBytes(NONCE_BYTES).toString('base64');
    // Never `y`: to a server that offers -PLUS it says "you do not", and such a server must refuse it.
    this.#header = binding ? `p=${binding.type},,` : 'n,,';
    this.#clientFirst = `n=${escapeName(saslPrepared(username))},r=${this.#clientNonce}`;
  }

  get isCredentialGiven(): boolean {
    return this.#step !== 'begin' && this.#step !== 'prove';
  }

  get isComplete(): boolean {
    return this.#step === 'complete';
  }

  get serverReason(): string | undefined {
    return this.#serverReason;
  }

  start(): Response {
    this.#step = 'prove';
    const bytes = Buffer.from(this.#header + this.#clientFirst, 'utf8');
    return { bytes, shown: '[user name and nonce]' };
  }

  async next(challenge: string): Promise<Response | undefined> {
    const message = decodeBase64(challenge).toString('utf8');
    if (this.#step === 'prove') return this.#prove(message);
    return this.#step === 'verify' ? this.#verify(message) : undefined;
  }

  readSuccess(text: string): void {
    const final = this.#step === 'verify' ? findServerFinal(text) : undefined;
    if (final !== undefined) this.#verify(final);
  }

  async #prove(serverFirst: string): Promise<Response> {
    const { nonce, ...how } = parseServerFirst(serverFirst, this.#clientNonce);
    const cbind = Buffer.concat([
      Buffer.from(this.#header),
      this.#binding?.data ?? Buffer.alloc(0),
    ]);
    const withoutProof = `c=${cbind.toString('base64')},r=${nonce}`;
    const authMessage = `${this.#clientFirst},${serverFirst},${withoutProof}`;
    const salted = await saltPassword(this.#hash, this.#password, how);
    const keys = deriveKeys(this.#hash, salted, authMessage);
    const proof = keys.proof.toString('base64');
    this.#expected = keys.serverSignature;
    this.#step = 'verify';
    return { bytes: Buffer.from(`${withoutProof},p=${proof}`), shown: '[proof]', secret: proof };
  }

  #verify(serverFinal: string): Response {
    const final = parseServerFinal(serverFinal);
    const isReason = 'reason' in final;
    if (isReason) this.#serverReason = final.reason;
    else if (!this.#expected || !isEqual(final.signature, this.#expected)) {
      throw new SaslError('server-not-authentic', "the server's signature is wrong");
    }
    this.#step = isReason ? 'refused' : 'complete';
    return { bytes: Buffer.alloc(0), shown: '[empty line]' };
  }
}

/** RFC 5802 section 3: `Hi`, which is PBKDF2 with the length of the hash. */
function saltPassword(
  hash: ScramHash,
  password: string,
  { salt, iterations }: Pick<ServerFirst, 'salt' | 'iterations'>,
): Promise<Buffer> {
  return derive(saslPrepared(password), salt, iterations, createHash(hash).digest().length, hash);
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
