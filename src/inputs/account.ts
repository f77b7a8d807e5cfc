import {
  type Account,
  MECHANISMS,
  TLS_VERSIONS,
  type TlsMode,
  type TlsPolicy,
} from '../model/account.ts';
import { credentialProblems, readCredential } from './credential.ts';
import { ACCOUNT_DEFAULTS, type AccountInput, type RawAccount } from './names.ts';
import { parseAddress } from './secret-values.ts';
import * as values from './values.ts';

/** One thing that is wrong with one input. */
export interface InputProblem {
  /** The input's name; in a list of accounts a key, which need not be one. */
  readonly input: string;
  /** Follows the input's name in a sentence. */
  readonly message: string;
}

/** Thrown with everything that is wrong, so that a user need not fix one input a run. */
export class InputError extends Error {
  override readonly name = 'InputError';
  readonly problems: readonly InputProblem[];

  constructor(problems: readonly InputProblem[]) {
    super(problems.map(({ input, message }) => `${input}: ${message}`).join('; '));
    this.problems = problems;
  }
}

/** An hour; a check that takes longer is no check. */
const MAX_TIMEOUT_SECONDS = 3600;
const MAX_RETRIES = 10;
/**
 * Validates one account.
 *
 * @throws InputError naming every input that is wrong
 */
export function parseAccount(raw: RawAccount): Account {
  const problems: InputProblem[] = [];
  const read = <T>(input: AccountInput, parse: (value: string) => T, otherwise: T): T => {
    try {
      return parse(raw[input] === '' ? ACCOUNT_DEFAULTS[input] : raw[input]);
    } catch (error) {
      problems.push({ input, message: (error as Error).message });
      return otherwise;
    }
  };
  const port = read('port', (value) => values.parseInteger(value, 1, 65535), 0);
  const account: Account = {
    host: read('host', values.parseHost, ''),
    port,
    tlsMode: readTlsMode(read, port),
    tls: readTlsPolicy(read),
    ...readCredential(read),
    mechanism: read('mechanism', (value) => values.parseChoice(value, MECHANISMS), 'auto'),
    allowCleartextAuth: read('allow-cleartext-auth', values.parseBoolean, false),
    timeoutMs: read('timeout', (value) => values.parseSeconds(value, MAX_TIMEOUT_SECONDS), 0),
    retries: read('retries', (value) => values.parseInteger(value, 0, MAX_RETRIES), 0),
    ...values.optional(
      'ehloName',
      read('ehlo-name', values.orAbsent(values.parseEhloName), undefined),
    ),
    certificateWarnDays: read(
      'certificate-warn-days',
      (value) => values.parseInteger(value, 0, 3650),
      0,
    ),
    expect: read(
      'expect',
      (value) => values.parseChoice(value, ['accepted', 'rejected']),
      'accepted',
    ),
    ...values.optional('from', read('from', values.orAbsent(parseAddress), undefined)),
    ...values.optional('to', read('to', values.orAbsent(parseAddress), undefined)),
  };
  if (problems.length === 0) {
    problems.push(...contradictions(account), ...credentialProblems(account));
  }
  if (problems.length > 0) throw new InputError(problems);
  return account;
}

/** Reads one input; what is wrong with it is kept, and `otherwise` stands in. */
export type Read = <T>(input: AccountInput, parse: (value: string) => T, otherwise: T) => T;

/** Inputs that are right one by one and cannot work together. */
function contradictions({ tlsMode, allowCleartextAuth, from, to }: Account): InputProblem[] {
  const problems: InputProblem[] = [];
  if (tlsMode === 'none' && !allowCleartextAuth)
    problems.push({ input: 'starttls', message: CLEARTEXT });
  if (to !== undefined && from === undefined) {
    problems.push({ input: 'to', message: 'needs "from" too: a server asks for the sender first' });
  }
  return problems;
}

const CLEARTEXT =
  '"never" would send the password in clear text. Use "required", or "implicit-tls: true"; only for a test server on your own network set "allow-cleartext-auth: true"';

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
