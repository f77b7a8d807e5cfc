import { createBearer } from './bearer.ts';
import type { Channel, Mechanism, TokenCredential } from './mechanism.ts';
import { escapeName } from './scram-messages.ts';

type Given = Pick<TokenCredential, 'username' | 'token'>;

/**
 * OAUTHBEARER (RFC 7628): a GS2 header with the user name, then host, port and token, each ended by
 * 0x01. After an error the client says 0x01 alone (section 3.2.3), which is `AQ==` in Base64.
 */
export function createOauthBearer({ username, token }: Given, channel: Channel): Mechanism {
  const { host, port } = channel;
  return createBearer({
    name: 'OAUTHBEARER',
    payload: `n,a=${escapeName(username)},\x01host=${host}\x01port=${port}\x01auth=Bearer ${token}\x01\x01`,
    afterError: { bytes: Buffer.from([1]), shown: '[acknowledgement]' },
  });
}
