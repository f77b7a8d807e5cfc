import {
  type Account,
  MECHANISMS,
  TLS_VERSIONS,
  type TlsMode,
  type TlsPolicy,
} from '../model/account.ts';
import { parseAddress } from './credential-values.ts';
import { readCredential } from './credential.ts';
import { refuseDamaged } from './damaged.ts';
import { parseFailOn } from './fail-on.ts';
import { ACCOUNT_DEFAULTS, type AccountInput, type RawAccount } from './names.ts';
import { ACTION_NAMING, type Naming } from './naming.ts';
import { parseCertificates } from './pem.ts';
import { readProxy } from './proxy-address.ts';
import { type AccountReader, type Incomplete, InputReader, present } from './reader.ts';
import { parseName } from './values.ts';
import * as values from './values.ts';

/** One hour is the upper limit; GitHub ends a job after six. */
const MAX_TIMEOUT_SECONDS = 3600;
const MAX_RETRIES = 10;
/** Ten years: longer than any certificate that a public certificate authority issues. */
const MAX_DAYS = 3650;

/**
 * Validates one account.
 *
 * @param naming how messages call the inputs
 * @throws InputError with every fault
 */
export function parseAccount(raw: RawAccount, naming: Naming = ACTION_NAMING): Account {
  const reader = new InputReader<AccountInput>(raw, ACCOUNT_DEFAULTS, naming);
  const host = reader.read('host', values.parseHost);
  const expect = reader.read('expect', (value) =>
    values.parseChoice(value, ['accepted', 'rejected'] as const),
  );
  refuseDamaged(reader, expect);
  const port = reader.read('port', (value) => values.parseInteger(value, 1, 65535));
  const mechanism = reader.read('mechanism', (value) => values.parseChoice(value, MECHANISMS));
  const fields: Incomplete<Account> = {
    name: reader.optional('name', parseName),
    host,
    port,
    proxy: readProxy(reader),
    tlsMode: readTlsMode(reader, port),
    tls: readTlsPolicy(reader),
    mechanism,
    ...readCredential(reader, mechanism),
    allowCleartextAuth: reader.read('allow-cleartext-auth', values.parseBoolean),
    timeoutMs: reader.read('timeout', (value) => values.parseSeconds(value, MAX_TIMEOUT_SECONDS)),
    retries: reader.read('retries', (value) => values.parseInteger(value, 0, MAX_RETRIES)),
    ehloName: reader.optional('ehlo-name', values.parseEhloName),
    certificateWarnDays: reader.read('certificate-warn-days', parseWarnDays),
    certificateFailDays: reader.read('certificate-fail-days', (value) =>
      values.parseInteger(value, 0, MAX_DAYS),
    ),
    expect,
    failOn: reader.read('fail-on', (value) => parseFailOn(value, expect)),
    from: reader.optional('from', parseAddress),
    to: reader.optional('to', parseAddress),
  };
  refuseContradictions(reader, fields);
  return reader.complete<Account>(fields);
}

/** @returns undefined for `auto` */
function parseWarnDays(value: string): number | undefined {
  if (value.toLowerCase() === 'auto') return undefined;
  return values.parseInteger(value, 0, MAX_DAYS, '"auto" or a whole number');
}

/** Inputs that are right one by one and cannot work together. */
function refuseContradictions(
  reader: AccountReader,
  { tlsMode, allowCleartextAuth }: Incomplete<Account>,
): void {
  if (tlsMode === 'none' && allowCleartextAuth === false) {
    reader.refuse('starttls', 'conflict', refuseCleartext, {
      title: 'is "never": the password would be plaintext',
    });
  }
  if (reader.isGiven('to') && !reader.isGiven('from')) {
    reader.refuse(
      'to',
      'conflict',
      ({ mention }) => `needs ${mention('from')} too: a server asks for the sender first`,
      { title: 'needs "from" too' },
    );
  }
}

function refuseCleartext({ setting }: Naming): string {
  const safe = `${setting('starttls', 'required')} or ${setting('implicit-tls', 'true')}`;
  const consent = setting('allow-cleartext-auth', 'true');
  return `must not be "never": the password would be sent as plaintext. Use ${safe}; only for a test server on your own network add ${consent}`;
}

/** Ports on which TLS is spoken from the first byte: RFC 8314, and two providers' alternatives to 465. */
const IMPLICIT_TLS_PORTS: readonly number[] = [465, 2465, 8465];

/** Reads how the channel becomes TLS. */
function readTlsMode(reader: AccountReader, port: number | undefined): TlsMode | undefined {
  const implicit = reader.read('implicit-tls', (value) =>
    values.parseChoice(value, ['auto', 'true', 'false']),
  );
  const starttls = reader.read('starttls', (value) =>
    values.parseChoice(value, ['required', 'never', 'true', 'false']),
  );
  if (implicit === undefined || starttls === undefined || port === undefined) return undefined;
  if (implicit === 'true' || (implicit === 'auto' && IMPLICIT_TLS_PORTS.includes(port)))
    return 'implicit';
  return starttls === 'required' || starttls === 'true' ? 'starttls' : 'none';
}

/** Reads what the server has to prove. */
function readTlsPolicy(reader: AccountReader): TlsPolicy | undefined {
  const minVersion = reader.read('tls-min-version', (value) =>
    values.parseChoice(value, TLS_VERSIONS),
  );
  const optional = {
    serverName: reader.optional('tls-servername', values.parseHost),
    ca: reader.optional('tls-ca', parseCertificatesOnce),
    fingerprint: reader.optional('tls-fingerprint', values.parseFingerprint),
  };
  return minVersion && present<TlsPolicy>({ minVersion, ...optional });
}

/** A list repeats its CA for every account; parsing it once keeps one copy of the text. */
const parseCertificatesOnce = once(parseCertificates);

function once(parse: (value: string) => string): (value: string) => string {
  const known = new Map<string, string>();
  return (value) => {
    const result = known.get(value) ?? parse(value);
    known.set(value, result);
    return result;
  };
}
