import type { Mechanism, PasswordCredential, Response } from './mechanism.ts';

type Given = Pick<PasswordCredential, 'username' | 'password'>;

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
