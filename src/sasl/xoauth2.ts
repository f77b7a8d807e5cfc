import { createBearer } from './bearer.ts';
import type { Mechanism, TokenCredential } from './mechanism.ts';

type Given = Pick<TokenCredential, 'username' | 'token'>;

/** XOAUTH2 (Google's "OAuth 2.0 Mechanism", also spoken by Microsoft): after its error, an empty line. */
export function createXoauth2({ username, token }: Given): Mechanism {
  return createBearer({
    name: 'XOAUTH2',
    payload: `user=${username}\x01auth=Bearer ${token}\x01\x01`,
    afterError: { bytes: Buffer.alloc(0), shown: '[empty line]' },
  });
}
