import type { Words } from '../explanation.ts';
import { CERTIFICATE_WORDS } from './certificate.ts';
import { INPUT_WORDS } from './input.ts';
import { NETWORK_WORDS } from './network.ts';
import { PROTOCOL_WORDS } from './protocol.ts';
import { PROXY_WORDS } from './through-proxy.ts';
import { REFUSAL_WORDS } from './refusal.ts';
import { SENDING_WORDS } from './sending.ts';
import { TLS_WORDS } from './tls.ts';
import { TOKEN_WORDS } from './token.ts';

/** What each cause means wherever it is met; a company's or software's own sentences go before these. */
export const WORDS: Words = {
  ...NETWORK_WORDS,
  ...PROXY_WORDS,
  ...TLS_WORDS,
  ...CERTIFICATE_WORDS,
  ...PROTOCOL_WORDS,
  ...INPUT_WORDS,
  ...REFUSAL_WORDS,
  ...SENDING_WORDS,
  ...TOKEN_WORDS,
};
