import { hostKey } from '../model/account.ts';
import type { Provider } from './schema.ts';

/** Which companies a host belongs to. It knows no company, so that a passing check loads only the few that it needs. */

/** Those of `companies` to which a host belongs. */
export function ownersOf<T extends Provider>(host: string, companies: readonly T[]): T[] {
  const name = hostKey(host);
  return companies.filter(({ hosts }) => hosts.some((pattern) => hostMatches(pattern, name)));
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
