import type { Skipped } from '../../model/observation.ts';

/** Why an account was not tried, by what is known of its server or proxy. */
const WHY_SKIPPED: Readonly<Record<Skipped['reason'], (said: string) => string>> = {
  'host-throttles': (said) => `the server answered another account with "${said}".`,
  'host-silent': (said) =>
    `the server did not respond to several accounts in a row. The last one: ${said}.`,
  'proxy-fails': (said) => `the proxy failed for other accounts. The last one: ${said}.`,
};

/** @returns what a skipped account means */
export function wordSkipped({ reason, said }: Skipped): string {
  return `Skipped: ${WHY_SKIPPED[reason](said)} Nothing is known about this credential.`;
}
