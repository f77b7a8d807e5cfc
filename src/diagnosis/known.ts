import type { Knowledge } from './knowledge.ts';
import { PROVIDERS } from './providers/all.ts';
import { REPLIES } from './replies/all.ts';
import { REFINED_WORDS } from './words/refined.ts';
import { SERVERS } from './servers/all.ts';
import { WORDS } from './words/all.ts';

/** Every reply of which the meaning is known, and the words for every cause. */
export const KNOWLEDGE: Knowledge = {
  companies: PROVIDERS.map((provider) => ({ ...provider, replies: REPLIES[provider.id] ?? [] })),
  servers: SERVERS,
  words: WORDS,
  refinedWords: REFINED_WORDS,
};
