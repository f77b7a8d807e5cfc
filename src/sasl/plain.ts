import { createOneMessage } from './one-message.ts';
import type { Mechanism, PasswordCredential } from './mechanism.ts';

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
