import type { Provider } from '../schema.ts';
import { AMAZON } from './amazon.ts';
import { ASIA } from './asia.ts';
import { GOOGLE } from './google.ts';
import { HOSTING } from './hosting.ts';
import { MAILBOXES } from './mailboxes.ts';
import { MICROSOFT } from './microsoft.ts';
import { SENDERS } from './senders.ts';
import { SENDERS_MORE } from './senders-more.ts';

/** Every company of which something is known. Their order does not matter but for shared hosts. */
export const PROVIDERS: readonly Provider[] = [
  ...MICROSOFT,
  ...GOOGLE,
  ...AMAZON,
  ...SENDERS,
  ...SENDERS_MORE,
  ...MAILBOXES,
  ...HOSTING,
  ...ASIA,
];

/** Thousands of accounts share a few hosts, and each is asked about several times. */
const known = new Map<string, readonly Provider[]>();

/** The companies to which a host belongs, mostly one or none. */
export function providersOf(host: string): readonly Provider[] {
  const found = known.get(host) ?? ownersOf(host, PROVIDERS);
  known.set(host, found);
  return found;
}

/** Those of `companies` to which a host belongs. */
export function ownersOf<T extends Provider>(host: string, companies: readonly T[]): T[] {
  const name = host.toLowerCase().replace(/\.$/, '');
  return companies.filter(({ hosts }) => hosts.some((pattern) => hostMatches(pattern, name)));
}

/** @param pattern a host name in which `*` stands for one label or a part of one */
function hostMatches(pattern: string, name: string): boolean {
  const labels = pattern.split('.');
  const parts = name.split('.');
  return (
    labels.length === parts.length &&
    labels.every((label, index) => labelMatches(label, parts[index] ?? ''))
  );
}

function labelMatches(pattern: string, label: string): boolean {
  const [start = '', end] = pattern.split('*');
  if (end === undefined) return label === start;
  return label.length > start.length + end.length && label.startsWith(start) && label.endsWith(end);
}
