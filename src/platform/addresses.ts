import dns, { type LookupAddress } from 'node:dns';
import { isIP } from 'node:net';
import { within } from './clock.ts';

/**
 * The addresses of a host as the system's resolver orders them, IPv6 and IPv4 in turn (RFC 8305 section 4), so that a
 * family that does not work here costs one attempt.
 *
 * @param host a name, or an IP address without brackets
 * @returns at least one
 * @throws the resolver's error, such as ENOTFOUND; the signal's reason when it is aborted first
 */
export async function findAddresses(host: string, signal: AbortSignal): Promise<string[]> {
  if (isIP(host) !== 0) return [host];
  const found = await within(signal, lookUp(host));
  const first = found.filter(({ family }) => family === found[0]?.family);
  const other = found.filter(({ family }) => family !== found[0]?.family);
  return found
    .flatMap((_, index) => [first[index], other[index]])
    .flatMap((entry) => entry?.address ?? []);
}

/** Node's own resolver, as `net.connect` asks it. */
function lookUp(host: string): Promise<LookupAddress[]> {
  return new Promise((resolve, reject) => {
    dns.lookup(host, { all: true }, (error, addresses) => {
      if (error) reject(error);
      else resolve(addresses);
    });
  });
}
