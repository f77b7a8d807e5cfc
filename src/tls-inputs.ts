import type { Read } from './accounts.ts';
import { TLS_VERSIONS, type TlsMode, type TlsPolicy } from './smtp/account.ts';
import * as values from './values.ts';

/** Ports on which TLS is spoken from the first byte: RFC 8314, and two providers' alternatives to 465. */
const IMPLICIT_TLS_PORTS: readonly number[] = [465, 2465, 8465];

/** Reads how the channel becomes TLS. */
export function readTlsMode(read: Read, port: number): TlsMode {
  const implicit = read(
    'implicit-tls',
    (value) => values.parseChoice(value, ['auto', 'true', 'false']),
    'auto',
  );
  const starttls = read(
    'starttls',
    (value) => values.parseChoice(value, ['required', 'never', 'true', 'false']),
    'required',
  );
  if (implicit === 'true' || (implicit === 'auto' && IMPLICIT_TLS_PORTS.includes(port)))
    return 'implicit';
  return starttls === 'required' || starttls === 'true' ? 'starttls' : 'none';
}

/** Reads what the server has to prove. */
export function readTlsPolicy(read: Read): TlsPolicy {
  return {
    minVersion: read(
      'tls-min-version',
      (value) => values.parseChoice(value, TLS_VERSIONS),
      'TLSv1.2',
    ),
    ...values.optional(
      'serverName',
      read('tls-servername', values.orAbsent(values.parseHost), undefined),
    ),
    ...values.optional('ca', read('tls-ca', values.orAbsent(parseCertificates), undefined)),
    ...values.optional(
      'fingerprint',
      read('tls-fingerprint', values.orAbsent(values.parseFingerprint), undefined),
    ),
  };
}

/** A list repeats its CA for every account; parsing it once keeps one copy of the text. */
const parseCertificates = once(values.parseCertificates);

function once(parse: (value: string) => string): (value: string) => string {
  const known = new Map<string, string>();
  return (value) => {
    const result = known.get(value) ?? parse(value);
    known.set(value, result);
    return result;
  };
}
