import type { RepliesOf } from './schema.ts';
import type { Knowledge } from './knowledge.ts';
import { PROVIDERS } from './providers/all.ts';
import { REFINED_WORDS } from './words/refined.ts';
import { SERVERS } from './servers/all.ts';
import { AMAZON_REPLIES } from './replies/amazon.ts';
import { ASIA_REPLIES } from './replies/asia.ts';
import { GOOGLE_REPLIES } from './replies/google.ts';
import { HOSTING_REPLIES } from './replies/hosting.ts';
import { MAILBOXES_REPLIES } from './replies/mailboxes.ts';
import { MICROSOFT_REPLIES } from './replies/microsoft.ts';
import { SENDERS_MORE_REPLIES } from './replies/senders-more.ts';
import { SENDERS_REPLIES } from './replies/senders.ts';
import { WORDS } from './words/all.ts';

/** What companies say, by the company's id. */
export const REPLIES: RepliesOf = {
  ...MICROSOFT_REPLIES,
  ...GOOGLE_REPLIES,
  ...AMAZON_REPLIES,
  ...SENDERS_REPLIES,
  ...SENDERS_MORE_REPLIES,
  ...MAILBOXES_REPLIES,
  ...HOSTING_REPLIES,
  ...ASIA_REPLIES,
};

/** Every reply of which the meaning is known, and the words for every cause. */
export const KNOWLEDGE: Knowledge = {
  companies: PROVIDERS.map((provider) => ({ ...provider, replies: REPLIES[provider.id] ?? [] })),
  servers: SERVERS,
  words: WORDS,
  refinedWords: REFINED_WORDS,
};
