import { CHANNEL_WORDS } from './tls.ts';
import { EXCHANGE_WORDS } from './protocol.ts';
import type { Words } from '../explanation.ts';
import { LOGIN_WORDS } from './login.ts';
import { NETWORK_WORDS } from './network.ts';
import { TOKEN_WORDS } from './token.ts';

/** What each problem means, whoever met it. */
export const WORDS: Words = {
  ...NETWORK_WORDS,
  ...CHANNEL_WORDS,
  ...EXCHANGE_WORDS,
  ...LOGIN_WORDS,
  ...TOKEN_WORDS,
};
