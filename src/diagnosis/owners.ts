import { hostKey } from '../model/account.ts';
import type { Provider } from './schema.ts';

/** Which companies a host belongs to. It knows no company, so that a passing check loads only the few that it needs. */

/** The owners of the hosts asked for so far: a list asks for the same few hosts, thousands of times. */
const known = new WeakMap<readonly Provider[], Map<string, readonly Provider[]>>();
const MAX_HOSTS = 1000;

/**
 * Those of `companies` to which a host belongs.
 *
 * @param companies an array that does not change
 */
export function ownersOf<T extends Provider>(host: string, companies: readonly T[]): readonly T[] {
  const byHost = known.get(companies) ?? new Map<string, readonly Provider[]>();
  known.set(companies, byHost);
  const name = hostKey(host);
  const found = byHost.get(name) as readonly T[] | undefined;
  if (found) return found;
  const owners = companies.filter(({ hosts }) => hosts.some((each) => hostMatches(each, name)));
  if (byHost.size >= MAX_HOSTS) byHost.clear();
  byHost.set(name, owners);
  return owners;
}

/** @param pattern a host name in which `*` stands for one label or a part of one */
export function hostMatches(pattern: string, name: string): boolean {
  if (!pattern.includes('*')) return pattern === name; // most of them, for each failing account
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
