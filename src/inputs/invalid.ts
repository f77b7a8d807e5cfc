import type { CredentialFacts } from '../model/account.ts';
import { notTried, type Observation } from '../model/observation.ts';
import { VERDICTS } from '../model/verdict.ts';
import { createRedaction } from '../safety/redact.ts';
import {
  ACCOUNT_DEFAULTS,
  type AccountInput,
  CREDENTIAL_INPUTS,
  type RawAccount,
  SECRET_INPUTS,
} from './names.ts';
import type { InputError } from './reader.ts';
import { TOKEN_REQUEST_INPUTS } from './token-request.ts';
import type { Subject } from '../model/subject.ts';

/** Inputs that people keep in secrets, so that one that is missing is most likely an empty secret. */
const KEPT_IN_SECRETS: ReadonlySet<string> = new Set([
  ...CREDENTIAL_INPUTS,
  'client-id',
  'accounts',
]);

/**
 * The observation of an account whose inputs are wrong, so that nothing could be tried. A wrong value is not repeated
 * in it.
 */
export function observeInvalid(raw: RawAccount, { faults }: InputError): Observation {
  const isWrong = new Set(faults.map(({ input }) => input));
  const isEmpty = faults.some(
    ({ input, kind }) => kind === 'missing' && KEPT_IN_SECRETS.has(input),
  );
  // A secret given for the wrong input must not come back in the message about it.
  const { redactFact } = createRedaction(SECRET_INPUTS.map((input) => raw[input]));
  const keep = (input: AccountInput): string =>
    isWrong.has(input) ? '' : redactFact(raw[input] || ACCOUNT_DEFAULTS[input]);
  const account: Subject = {
    host: keep('host'),
    port: Number(keep('port')),
    // A name is given to keep the user name out of reports.
    ...(raw.name !== '' && { name: keep('name').trim() }),
    username: raw.name === '' ? keep('username') : '',
    tlsMode: 'starttls',
    mechanism: 'auto',
    certificateFailDays: 0,
    expect: keep('expect') === 'rejected' ? 'rejected' : 'accepted',
    failOn: VERDICTS,
    credential: factsOf(raw),
  };
  const failure = {
    problem: isEmpty ? 'secret-empty' : 'input-invalid',
    faults: faults.map((fault) => ({ ...fault, message: redactFact(fault.message) })),
  } as const;
  return notTried(account, { failure });
}

/** What the credential was meant to be. */
function factsOf(raw: RawAccount): CredentialFacts {
  const isGiven = (input: AccountInput): boolean => raw[input] !== '';
  const isAscii = true; // a password that is not sent is not warned about
  if (isGiven('password')) return { kind: 'password', isAscii };
  if (isGiven('access-token')) return { kind: 'access-token', isAscii };
  if (TOKEN_REQUEST_INPUTS.some(isGiven)) return { kind: 'token-request', isAscii };
  const kind = isGiven('client-certificate') ? 'client-certificate' : 'password';
  return { kind, isAscii };
}
