import { ACCOUNT_DEFAULTS, type AccountInput, type RawAccount } from './account-inputs.ts';
import { type Account, MECHANISMS } from './smtp/account.ts';
import { parseAddress } from './credential-values.ts';
import { credentialProblems, readCredential } from './credential-inputs.ts';
import { readTlsMode, readTlsPolicy } from './tls-inputs.ts';
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
