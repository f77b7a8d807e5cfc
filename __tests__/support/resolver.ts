import { jest } from '@jest/globals';
import dns from 'node:dns';
import { isIP } from 'node:net';

type Resolver = (
  host: string,
  options: dns.LookupOptions,
  answer: (error: Error | null, addresses: dns.LookupAddress[]) => void,
) => void;

/**
 * Lets every name have these addresses until the returned function is called. One address may stand there several
 * times: a peer then behaves by the number of the connection.
 */
export function resolveTo(...addresses: readonly string[]): () => void {
  const found = addresses.map((address) => ({ address, family: isIP(address) }));
  const resolver: Resolver = (_host, _options, answer) => {
    process.nextTick(answer, null, found);
  };
  const spy = jest.spyOn(dns, 'lookup').mockImplementation(resolver as typeof dns.lookup);
  return () => {
    spy.mockRestore();
  };
}
