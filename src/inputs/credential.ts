import type {
  Account,
  AccountCredential,
  ClientCertificate,
  MechanismChoice,
} from '../model/account.ts';
import { mechanismsFor } from '../sasl/choose.ts';
import {
  parseLine,
  parseMailbox,
  parsePassword,
  parseToken,
  parseUsername,
} from './credential-values.ts';
import type { AccountInput } from './names.ts';
import type { Naming } from './naming.ts';
import { checkKeyPair, parseCertificates, parsePrivateKey } from './pem.ts';
import { type AccountReader, type Incomplete, present } from './reader.ts';
import { readTokenRequest, TOKEN_REQUEST_INPUTS, TOKEN_REQUEST_PARTS } from './token-request.ts';

type Kind = AccountCredential['kind'];

/** The inputs that give each kind of credential. Of the first three kinds at most one may be given. */
const GIVEN_BY: Readonly<Record<Kind, readonly AccountInput[]>> = {
  password: ['password'],
  'access-token': ['access-token'],
  'token-request': TOKEN_REQUEST_INPUTS,
  'client-certificate': ['client-certificate', 'client-key'],
};

type CredentialFields = Pick<Account, 'username' | 'credential' | 'clientCertificate'>;

/** Reads the credential: exactly one, whatever is given. */
export function readCredential(
  reader: AccountReader,
  mechanism: MechanismChoice | undefined,
): Incomplete<CredentialFields> {
  const secrets = (['password', 'access-token', 'token-request'] as const).filter((kind) =>
    inputOf(reader, kind),
  );
  refuseSecond(reader, secrets);
  const kind = chooseKind(reader, secrets[0], mechanism);
  if (kind && mechanism) refuseMisfit(reader, kind, mechanism);
  if (kind && kind !== 'token-request') refuseStrays(reader);
  const certificate = readClientCertificate(reader);
  const username = reader.read('username', nameParser(kind));
  const password = reader.optional('password', parsePassword);
  const accessToken = reader.optional('access-token', parseToken);
  const request = readTokenRequest(reader, username, certificate);
  const made: Readonly<Record<Kind, AccountCredential | undefined>> = {
    password: password === undefined ? undefined : { kind: 'password', password },
    'access-token': accessToken === undefined ? undefined : { kind: 'access-token', accessToken },
    'token-request': request && { kind: 'token-request', request },
    'client-certificate': { kind: 'client-certificate' },
  };
  return {
    username,
    credential: kind && made[kind],
    // A certificate that signs the request for a token is not shown to the mail server.
    clientCertificate: kind === 'token-request' ? undefined : certificate,
  };
}

/** The input that gives a kind of credential; undefined when none does. */
function inputOf(reader: AccountReader, kind: Kind): AccountInput | undefined {
  return GIVEN_BY[kind].find((input) => reader.isGiven(input));
}

function refuseSecond(reader: AccountReader, [first, second]: readonly Kind[]): void {
  const [kept, other] = [first && inputOf(reader, first), second && inputOf(reader, second)];
  if (kept === undefined || other === undefined) return;
  reader.refuse(
    other,
    'conflict',
    ({ mention }) => `cannot be combined with ${mention(kept)}; give one of them`,
  );
}

/** @returns undefined when there is no credential, which has been refused then */
function chooseKind(
  reader: AccountReader,
  secret: Kind | undefined,
  mechanism: MechanismChoice | undefined,
): Kind | undefined {
  const hasCertificate = inputOf(reader, 'client-certificate') !== undefined;
  if (hasCertificate && (mechanism === 'EXTERNAL' || secret === undefined)) {
    return 'client-certificate';
  }
  if (secret !== undefined) return secret;
  refuseNone(reader, mechanism);
  return undefined;
}

/** Names the input that is most likely meant where no credential is given. */
function refuseNone(reader: AccountReader, mechanism: MechanismChoice | undefined): void {
  const part = TOKEN_REQUEST_PARTS.find((input) => reader.isGiven(input));
  if (part !== undefined) {
    reader.refuse(
      'client-id',
      'missing',
      ({ absent, mention }) => `${absent('client-id')}, and ${mention(part)} needs it`,
    );
    return;
  }
  const isForToken = mechanism !== undefined && mechanismsFor('token').includes(mechanism);
  const other = isForToken ? 'access-token' : 'password';
  const input = mechanism === 'EXTERNAL' ? 'client-certificate' : other;
  reader.refuse(input, 'missing', ({ absent }) => absent(input));
}

/** Parts of a token request mean nothing beside another credential: most likely the client ID's secret is empty. */
function refuseStrays(reader: AccountReader): void {
  if (inputOf(reader, 'token-request') !== undefined) return;
  for (const input of TOKEN_REQUEST_PARTS) {
    if (!reader.isGiven(input)) continue;
    reader.refuse(
      input,
      'conflict',
      ({ mention, absent }) => `needs ${mention('client-id')} too, which ${absent('client-id')}`,
    );
  }
}

/** A certificate names who it is for, so that the user name may be empty. */
function nameParser(kind: Kind | undefined): (value: string) => string {
  if (kind === 'client-certificate') return parseLine;
  return kind === 'password' || kind === undefined ? parseUsername : parseMailbox;
}

function readClientCertificate(reader: AccountReader): ClientCertificate | undefined {
  const certificate = reader.optional('client-certificate', parseCertificates);
  const key = reader.optional('client-key', parsePrivateKey);
  const passphrase = reader.optional('client-key-passphrase', (value) => value);
  refuseHalf(reader, 'client-certificate', 'client-key');
  refuseHalf(reader, 'client-key', 'client-certificate');
  if (certificate === undefined || key === undefined) return undefined;
  const pair = present<ClientCertificate>({ certificate, key, passphrase });
  reader.read('client-key', () => {
    checkKeyPair(pair);
  });
  return pair;
}

function refuseHalf(reader: AccountReader, given: AccountInput, other: AccountInput): void {
  if (!reader.isGiven(given) || reader.isGiven(other)) return;
  reader.refuse(
    other,
    'missing',
    ({ absent, mention }) => `${absent(other)}, and ${mention(given)} needs it`,
  );
}

/** The mechanisms' own word for each kind, and how a message asks for it. */
const NEEDS: readonly (readonly [
  'password' | 'token' | 'certificate',
  (naming: Naming) => string,
])[] = [
  ['password', ({ mention }) => `a password: give ${mention('password')}`],
  [
    'token',
    ({ mention }) =>
      `an access token: give ${mention('access-token')} or what is needed to fetch one`,
  ],
  [
    'certificate',
    ({ mention }) =>
      `a client certificate: give ${mention('client-certificate')} and ${mention('client-key')}`,
  ],
];

const SASL_KIND = {
  password: 'password',
  'access-token': 'token',
  'token-request': 'token',
  'client-certificate': 'certificate',
} as const satisfies Record<Kind, string>;

/** An explicit mechanism never falls back, so it must fit what is given. */
function refuseMisfit(reader: AccountReader, kind: Kind, mechanism: MechanismChoice): void {
  if (mechanism === 'auto' || mechanismsFor(SASL_KIND[kind]).includes(mechanism)) return;
  const needs = NEEDS.find(([needed]) => mechanismsFor(needed).includes(mechanism))?.[1];
  const given = inputOf(reader, kind);
  if (!needs || !given) return;
  reader.refuse(
    'mechanism',
    'conflict',
    (naming) => `"${mechanism}" needs ${needs(naming)}, not ${naming.mention(given)}`,
  );
}
