import { createRequire } from 'node:module';

const load = createRequire(import.meta.url);

/**
 * `node:crypto`, loaded when it is first needed: it takes a fifth of the time in which Node itself starts, and
 * what is wrong with an input is mostly known before.
 */
export function nodeCrypto(): typeof import('node:crypto') {
  return load('node:crypto') as typeof import('node:crypto');
}
