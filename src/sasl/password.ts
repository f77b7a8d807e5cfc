import { createHmac } from 'node:crypto';
import {
  createOneMessage,
  decodeBase64,
  type Mechanism,
  type PasswordCredential,
  type Response,
  SaslError,
} from './mechanism.ts';

type Given = Pick<PasswordCredential, 'username' | 'password'>;

/**
 * PLAIN (RFC 4616): authorization identity (none), user name and password, each after a NUL, in one
 * message. Not prepared with SASLprep: a secret is sent exactly as given.
 */
export function createPlain({ username, password }: Given): Mechanism {
  return createOneMessage('PLAIN', {
    bytes: plainMessage(username, password),
    shown: '[user name and password]',
  });
}

/** The bytes of the message, also needed to mask their Base64. */
export function plainMessage(username: string, password: string): Buffer {
  return Buffer.from(`\0${username}\0${password}`, 'utf8');
}

/**
 * LOGIN (draft-murchison-sasl-login-00, expired; MS-XLOGIN). Two prompts whose words differ from server
 * to server (`Username:`, `User Name\0`, none at all), so they are answered by their order. It has no
 * initial response: some servers would take one for the user name, others refuse it.
 */
export function createLogin({ username, password }: Given): Mechanism {
  const responses: Response[] = [
    { bytes: Buffer.from(username, 'utf8'), shown: '[user name]' },
    { bytes: Buffer.from(password, 'utf8'), shown: '[password]' },
  ];
  return {
    name: 'LOGIN',
    start: () => undefined,
    next: () => responses.shift(),
    get isCredentialGiven() {
      return responses.length === 0;
    },
    get isComplete() {
      return responses.length === 0;
    },
  };
}

/**
 * CRAM-MD5 (RFC 2195): the answer is the user name and the HMAC-MD5 of the challenge, keyed with the
 * password. A server that stores passwords hashed cannot check it.
 */
export function createCramMd5({ username, password }: Given): Mechanism {
  let isAnswered = false;
  const answer = (challenge: string): Response | undefined => {
    if (isAnswered) return undefined;
    const bytes = decodeBase64(challenge);
    // The digest of nothing is the same at every login, so anyone who sees it can reuse it forever.
    if (bytes.length === 0) throw new SaslError('challenge-malformed', 'empty challenge');
    const digest = createHmac('md5', password).update(bytes).digest('hex');
    isAnswered = true;
    return {
      bytes: Buffer.from(`${username} ${digest}`, 'utf8'),
      shown: '[user name and digest]',
      secret: digest,
    };
  };
  return {
    name: 'CRAM-MD5',
    start: () => undefined,
    next: answer,
    get isCredentialGiven() {
      return isAnswered;
    },
    get isComplete() {
      return isAnswered;
    },
  };
}
