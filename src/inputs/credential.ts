import type { Account, AccountCredential, MechanismChoice } from '../model/account.ts';
import { mechanismsFor } from '../sasl/choose.ts';
import {
  parseLine,
  parseMailbox,
  parsePassword,
  parseToken,
  parseUsername,
} from './credential-values.ts';
import { readClientCertificate } from './client-certificate.ts';
import { inputOf, type Kind, refuseMisfit } from './credential-kind.ts';
import type { AccountReader, Incomplete } from './reader.ts';
import { readTokenRequest, TOKEN_REQUEST_PARTS } from './token-request.ts';

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
  const username = reader.read('username', nameParser(kind));
  if (!kind) refuseNone(reader, mechanism);
  const certificate = readClientCertificate(reader, kind !== 'token-request');
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

function refuseSecond(reader: AccountReader, [first, second]: readonly Kind[]): void {
  const [kept, other] = [first && inputOf(reader, first), second && inputOf(reader, second)];
  if (kept === undefined || other === undefined) return;
  reader.refuse(
    other,
    'conflict',
    ({ mention }) => `cannot be combined with ${mention(kept)}; give one of them`,
    { title: `cannot be combined with "${kept}"` },
  );
}

/** @returns undefined when no credential is given */
function chooseKind(
  reader: AccountReader,
  secret: Kind | undefined,
  mechanism: MechanismChoice | undefined,
): Kind | undefined {
  const hasCertificate = inputOf(reader, 'client-certificate') !== undefined;
  if (hasCertificate && (mechanism === 'EXTERNAL' || secret === undefined)) {
    return 'client-certificate';
  }
  return secret;
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
      { title: 'needs "client-id" too' },
    );
  }
}

/** A certificate names who it is for, so that the user name may be empty. */
function nameParser(kind: Kind | undefined): (value: string) => string {
  if (kind === 'client-certificate') return parseLine;
  return kind === 'password' || kind === undefined ? parseUsername : parseMailbox;
}
