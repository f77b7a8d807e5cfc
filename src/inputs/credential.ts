import type { AccountInput } from './names.ts';
import type { InputProblem, Read } from './account.ts';
import { type CredentialKind, mechanismsFor } from '../sasl/choose.ts';
import type { Account, ClientCertificate } from '../model/account.ts';
import { readTokenRequest } from './token-request.ts';
import { checkKeyPair, parseLine, parsePem, parseToken } from './secret-values.ts';
import * as values from './values.ts';

/** What an account logs in with: one of password, access token, token request, client certificate. */
export type GivenCredential = Pick<
  Account,
  'username' | 'password' | 'accessToken' | 'tokenRequest' | 'clientCertificate'
>;

/** The inputs of which at least one must be given. */
const CREDENTIALS = [
  'password',
  'access-token',
  'client-certificate',
  'client-key',
  'client-id',
  'refresh-token',
  'credentials-json',
] as const satisfies AccountInput[];

/** Reads the inputs that make up the credential. `password` is the one that is missed when none is given. */
export function readCredential(read: Read): GivenCredential {
  const certificate = readClientCertificate(read);
  const tokenRequest = readTokenRequest(read, certificate);
  const accessToken = read('access-token', values.orAbsent(parseToken), undefined);
  const isNone = CREDENTIALS.every((input) => read(input, (value) => value, '') === '');
  const parsePassword = isNone ? values.parsePassword : values.orAbsent(values.parsePassword);
  const password = read('password', parsePassword, undefined);
  // A certificate that signs the request for a token is not shown to the mail server.
  const clientCertificate = tokenRequest ? undefined : certificate;
  const hasToken = accessToken !== undefined || tokenRequest !== undefined;
  const needsName = hasToken || password !== undefined || !clientCertificate;
  // 0x01 ends a field in the messages that carry a token.
  if (hasToken) read('username', parseLine, '');
  return {
    username: read('username', needsName ? values.parseUsername : parseLine, ''),
    ...(password !== undefined && { password }),
    ...(accessToken !== undefined && { accessToken }),
    ...(tokenRequest && { tokenRequest }),
    ...(clientCertificate && { clientCertificate }),
  };
}

function readClientCertificate(read: Read): ClientCertificate | undefined {
  const certificate = read(
    'client-certificate',
    values.orAbsent(values.parseCertificates),
    undefined,
  );
  const key = read('client-key', values.orAbsent(parsePem), undefined);
  const passphrase = read('client-key-passphrase', (value) => value, '');
  if (certificate === undefined && key === undefined) return undefined;
  const pair = {
    certificate: certificate ?? '',
    key: key ?? '',
    ...(passphrase !== '' && { passphrase }),
  };
  // One is judged here with the other: only together can they be right.
  read(
    certificate === undefined ? 'client-certificate' : 'client-key',
    () => {
      checkKeyPair(pair);
    },
    undefined,
  );
  return pair;
}

/** What is wrong with the credential as a whole. */
export function credentialProblems(account: Account): InputProblem[] {
  const given = givenKinds(account);
  const [first, second] = given.filter(({ kind }) => kind !== 'certificate');
  if (first && second) {
    const message = `is given together with "${first.input}"; give one of them`;
    return [{ input: second.input, message }];
  }
  return misfit(account, given);
}

interface Given {
  readonly kind: CredentialKind;
  readonly input: AccountInput;
}

function givenKinds(account: Account): Given[] {
  const { password, accessToken, tokenRequest, clientCertificate } = account;
  const given: Given[] = [];
  if (password !== undefined) given.push({ kind: 'password', input: 'password' });
  if (accessToken !== undefined) given.push({ kind: 'token', input: 'access-token' });
  if (tokenRequest) given.push({ kind: 'token', input: TOKEN_INPUT[tokenRequest.grant.kind] });
  if (clientCertificate) given.push({ kind: 'certificate', input: 'client-certificate' });
  return given;
}

const TOKEN_INPUT = {
  'client-credentials': 'client-id',
  'refresh-token': 'refresh-token',
  'service-account': 'credentials-json',
} as const satisfies Record<string, AccountInput>;

/** What each kind of credential is called in a message, with the input to give it in. */
const NEEDS: Readonly<Record<CredentialKind, string>> = {
  password: 'a password: give "password"',
  token: 'an access token: give "access-token" or what is needed to fetch one',
  certificate: 'a client certificate: give "client-certificate" and "client-key"',
};

/** An explicit mechanism never falls back, so it must fit what is given. */
function misfit({ mechanism }: Account, given: readonly Given[]): InputProblem[] {
  if (mechanism === 'auto') return [];
  const kinds = ['password', 'token', 'certificate'] as const;
  const kind = kinds.find((candidate) => mechanismsFor(candidate).includes(mechanism));
  if (kind === undefined || given.some((one) => one.kind === kind)) return [];
  const have = given.map(({ input }) => `"${input}"`).join(' and ');
  return [{ input: 'mechanism', message: `"${mechanism}" needs ${NEEDS[kind]}, not ${have}` }];
}
