import { distance } from 'fastest-levenshtein';
import { PROVIDERS, providersOf } from './providers/all.ts';

/** What the providers' own host names and ports say about a host that does not answer. */

/** Two slips: a letter left out, doubled or swapped with its neighbour. More would be guessing. */
const MAX_SLIPS = 2;

/**
 * The known server that `host` was probably meant to be: `smtp.gmial.com` and `gmail.com` were both meant
 * to be smtp.gmail.com.
 */
export function nearestHost(host: string): string | undefined {
  const name = host.toLowerCase().replace(/\.$/, '');
  if (!name.includes('.') || providersOf(name).length > 0) return undefined;
  const known = PROVIDERS.flatMap(({ hosts }) => hosts).filter((other) => !other.includes('*'));
  const longer = known.find((other) => other.endsWith(`.${name}`));
  if (longer !== undefined) return longer;
  const near = known.map((other) => ({ other, slips: distance(name, other) }));
  const best = near.reduce((a, b) => (b.slips < a.slips ? b : a));
  return best.slips <= MAX_SLIPS ? best.other : undefined;
}

/** ` Ports of Gmail: 587 (STARTTLS) and 465 (TLS from the first byte).`, or nothing. */
export function portsAdvice(host: string): string {
  const [provider] = providersOf(host);
  if (!provider) return '';
  const [starttls] = provider.starttls ?? [];
  const [implicit] = provider.implicit ?? [];
  const ports = [
    ...(starttls === undefined ? [] : [`${starttls} (STARTTLS)`]),
    ...(implicit === undefined ? [] : [`${implicit} (TLS from the first byte)`]),
  ];
  return ports.length === 0 ? '' : ` Ports of ${provider.name}: ${ports.join(' and ')}.`;
}
