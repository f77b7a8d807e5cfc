import { createHmac } from 'node:crypto';
import { decodeBase64 } from './base64.ts';
import { type Mechanism, type PasswordCredential, type Response, SaslError } from './mechanism.ts';

type Given = Pick<PasswordCredential, 'username' | 'password'>;

/**
 * CRAM-MD5 (RFC 2195): the answer is the user name and the HMAC-MD5 of the challenge, keyed with the
 * password. A server that stores passwords hashed cannot check it.
 */
export function createCramMd5({ username, password }: Given): Mechanism {
  let isAnswered = false;
  const answer = (challenge: string): Response | undefined => {
    if (isAnswered) return undefined;
    const bytes = decodeBase64(challenge);
    // The digest of nothing is the same at every login, so whoever sees it can use it for ever.
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
