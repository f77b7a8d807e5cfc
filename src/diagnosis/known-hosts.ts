import { distance } from 'fastest-levenshtein';
import { hostKey } from '../model/account.ts';
import { hostMatches, ownersOf } from './owners.ts';
import { PROVIDERS } from './providers/all.ts';
import type { Provider } from './schema.ts';

/** What the providers' own host names and ports say about a host. */

/** The companies to which a host belongs, mostly one or none. */
export function providersOf(host: string): readonly Provider[] {
  return ownersOf(host, PROVIDERS);
}

/** The company whose host this is, where it is one for reading or receiving mail and not for sending it. */
export function ownerOfReadingHost(host: string): Provider | undefined {
  const name = hostKey(host);
  return PROVIDERS.find(({ notForSending = [] }) =>
    notForSending.some((pattern) => hostMatches(pattern, name)),
  );
}

/** A letter left out or doubled is one slip, two letters swapped are two. In a short name two would be guessing. */
const MAX_SLIPS = 2;
const MAX_SLIPS_IN_SHORT = 1;
const SHORT_NAME = 14;

/**
 * The known server that `host` was probably meant to be: `smtp.gmial.com` and `gmail.com` were both meant
 * to be smtp.gmail.com.
 */
export function nearestHost(host: string): string | undefined {
  const name = hostKey(host);
  if (!name.includes('.') || providersOf(name).length > 0) return undefined;
  const known = PROVIDERS.flatMap(({ hosts }) => hosts).filter((other) => !other.includes('*'));
  const longer = known.find((other) => other.endsWith(`.${name}`));
  if (longer !== undefined) return longer;
  const near = known.map((other) => ({ other, slips: distance(name, other) }));
  const best = near.reduce((a, b) => (b.slips < a.slips ? b : a));
  const allowed = best.other.length < SHORT_NAME ? MAX_SLIPS_IN_SHORT : MAX_SLIPS;
  return best.slips <= allowed ? best.other : undefined;
}

/** ` Ports of Gmail: 587 (STARTTLS) and 465 (implicit TLS).`, or nothing. */
export function portsAdvice(host: string): string {
  const [provider] = providersOf(host);
  if (!provider) return '';
  const [starttls] = provider.starttls ?? [];
  const [implicit] = provider.implicit ?? [];
  const ports = [
    ...(starttls === undefined ? [] : [`${starttls} (STARTTLS)`]),
    ...(implicit === undefined ? [] : [`${implicit} (implicit TLS)`]),
  ];
  return ports.length === 0 ? '' : ` Ports of ${provider.name}: ${ports.join(' and ')}.`;
}
