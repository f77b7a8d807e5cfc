import type { Account } from '../model/account.ts';
import type { InputWarning } from '../model/diagnosis.ts';
import { findDamage } from '../safety/damage.ts';
import { ownersOf } from './owners.ts';
import { SHAPED } from './providers/shaped.ts';

/** The parts of a credential that are sent as they were given, with what a sentence calls them. */
const NOUNS = {
  username: 'user name',
  password: 'password',
  'access-token': 'access token',
  'client-id': 'client ID',
  'client-secret': 'client secret',
  'refresh-token': 'refresh token',
} as const;

type CredentialInput = keyof typeof NOUNS;

/**
 * Looks for what makes a credential fail without being wrong: offline, before connecting, never repaired. What nobody
 * can have as a credential does not come here: it is a wrong input, and nothing is sent.
 *
 * @returns at most one warning for each input. No message holds any part of a secret, nor its length
 */
export function checkHygiene(account: Account): InputWarning[] {
  return partsOf(account).flatMap(([input, value]) => {
    if (value === '') return [];
    return damageWarning(input, value) ?? shapeWarning(account.host, input, value) ?? [];
  });
}

function partsOf({ username, credential }: Account): [CredentialInput, string][] {
  const named: [CredentialInput, string] = ['username', username];
  if (credential.kind === 'password') return [named, ['password', credential.password]];
  if (credential.kind === 'access-token') return [named, ['access-token', credential.accessToken]];
  if (credential.kind === 'client-certificate') return [named];
  const { grant } = credential.request;
  if (grant.kind === 'service-account') return [named];
  const { clientId, proof } = grant;
  return [
    named,
    ['client-id', clientId],
    ['client-secret', proof.kind === 'secret' ? proof.secret : ''],
    ['refresh-token', grant.kind === 'refresh-token' ? grant.refreshToken : ''],
  ];
}

function damageWarning(input: CredentialInput, value: string): InputWarning | undefined {
  const damage = findDamage(value);
  if (!damage) return undefined;
  const { kind, words, remedy } = damage;
  return {
    input,
    kind,
    message: `The value of "${input}" ${words}. It is sent exactly as it is; ${remedy}.`,
    remedy: `The stored ${NOUNS[input]} ${words}: ${remedy}.`,
  };
}

/** One warning is enough: the rules of a provider go from the telling one to the general one. */
function shapeWarning(
  host: string,
  input: CredentialInput,
  value: string,
): InputWarning | undefined {
  const shapes = ownersOf(host, SHAPED).flatMap(({ shapes: rules = [] }) => rules);
  const broken = shapes.find(
    (shape) =>
      shape.input === input &&
      (shape.shouldNot?.test(value) === true || shape.should?.test(value) === false),
  );
  if (!broken) return undefined;
  return {
    input,
    kind: 'wrong-shape',
    message: `The value of "${input}" ${broken.message}.`,
    remedy: `The ${NOUNS[input]} ${broken.message}.`,
  };
}
