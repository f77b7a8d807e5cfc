import {
  type Account,
  MECHANISMS,
  TLS_VERSIONS,
  type TlsMode,
  type TlsPolicy,
} from './smtp/account.ts';
import * as values from './values.ts';

/**
 * The inputs that describe one account, with their defaults. `action.yml` has the same names and
 * defaults; a test holds the two together.
 */
export const ACCOUNT_DEFAULTS = {
  host: '',
  port: '587',
  starttls: 'required',
  'implicit-tls': 'auto',
  username: '',
  password: '',
  mechanism: 'auto',
  timeout: '30',
  retries: '2',
  'ehlo-name': '',
  'tls-ca': '',
  'tls-servername': '',
  'tls-min-version': 'TLSv1.2',
  'tls-fingerprint': '',
  'certificate-warn-days': '14',
  'allow-cleartext-auth': 'false',
  expect: 'accepted',
} as const;

export type AccountInput = keyof typeof ACCOUNT_DEFAULTS;
export type RawAccount = Readonly<Record<AccountInput, string>>;

/**
 * The inputs that are sent exactly as given. In a list each of them has a twin, `password-env` and so
 * on, that names the environment variable to take it from.
 */
export const CREDENTIAL_INPUTS = [
  'username',
  'password',
] as const satisfies readonly AccountInput[];

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
/** Ports on which TLS is spoken from the first byte: RFC 8314, and two providers' alternatives to 465. */
const IMPLICIT_TLS_PORTS: readonly number[] = [465, 2465, 8465];

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
    username: read('username', values.parseUsername, ''),
    password: read('password', values.parsePassword, ''),
    mechanism: read('mechanism', (value) => values.parseChoice(value, MECHANISMS), 'auto'),
    allowCleartextAuth: read('allow-cleartext-auth', values.parseBoolean, false),
    timeoutMs: read('timeout', (value) => values.parseSeconds(value, MAX_TIMEOUT_SECONDS), 0),
    retries: read('retries', (value) => values.parseInteger(value, 0, MAX_RETRIES), 0),
    ...optional('ehloName', read('ehlo-name', orAbsent(values.parseEhloName), undefined)),
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
  };
  if (problems.length === 0) problems.push(...contradictions(account));
  if (problems.length > 0) throw new InputError(problems);
  return account;
}

type Read = <T>(input: AccountInput, parse: (value: string) => T, otherwise: T) => T;

function readTlsMode(read: Read, port: number): TlsMode {
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

function readTlsPolicy(read: Read): TlsPolicy {
  return {
    minVersion: read(
      'tls-min-version',
      (value) => values.parseChoice(value, TLS_VERSIONS),
      'TLSv1.2',
    ),
    ...optional('serverName', read('tls-servername', orAbsent(values.parseHost), undefined)),
    ...optional('ca', read('tls-ca', orAbsent(parseCertificates), undefined)),
    ...optional(
      'fingerprint',
      read('tls-fingerprint', orAbsent(values.parseFingerprint), undefined),
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

function orAbsent<T>(parse: (value: string) => T): (value: string) => T | undefined {
  return (value) => (value === '' ? undefined : parse(value));
}

function optional<K extends string, T>(key: K, value: T | undefined): { [P in K]?: T } {
  return value === undefined ? {} : ({ [key]: value } as { [P in K]?: T });
}

/** Inputs that are right one by one and cannot work together. */
function contradictions({ tlsMode, allowCleartextAuth }: Account): InputProblem[] {
  if (tlsMode !== 'none' || allowCleartextAuth) return [];
  const message =
    '"never" would send the password in clear text. Use "required", or "implicit-tls: true"; only for a test server on your own network set "allow-cleartext-auth: true"';
  return [{ input: 'starttls', message }];
}
