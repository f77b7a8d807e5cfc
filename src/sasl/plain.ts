import type { Credential, Mechanism, Response } from './mechanism.ts';

/**
 * PLAIN (RFC 4616): authorization identity (none), user name and password, each after a NUL, in one
 * message. Not prepared with SASLprep: a secret is sent exactly as given.
 */
export function createPlain({ username, password }: Credential): Mechanism {
  let message: Response | undefined = {
    bytes: plainMessage(username, password),
    shown: '[user name and password]',
  };
  const take = (): Response | undefined => {
    const taken = message;
    message = undefined;
    return taken;
  };
  return {
    name: 'PLAIN',
    start: take,
    next: take,
    get isComplete() {
      return message === undefined;
    },
  };
}

/** The bytes of the message, also needed to mask their Base64. */
export function plainMessage(username: string, password: string): Buffer {
  return Buffer.from(`\0${username}\0${password}`, 'utf8');
}
