import type { AccountCredential, MechanismChoice } from '../model/account.ts';
import { mechanismsFor } from '../sasl/choose.ts';
import type { AccountInput } from './names.ts';
import type { Naming } from './naming.ts';
import type { AccountReader } from './reader.ts';
import { TOKEN_REQUEST_INPUTS } from './token-request.ts';

export type Kind = AccountCredential['kind'];

/** The inputs that give each kind of credential. Of the first three kinds at most one may be given. */
const GIVEN_BY: Readonly<Record<Kind, readonly AccountInput[]>> = {
  password: ['password'],
  'access-token': ['access-token'],
  'token-request': TOKEN_REQUEST_INPUTS,
  'client-certificate': ['client-certificate', 'client-key'],
};

/** The input that gives a kind of credential; undefined when none does. */
export function inputOf(reader: AccountReader, kind: Kind): AccountInput | undefined {
  return GIVEN_BY[kind].find((input) => reader.isGiven(input));
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
export function refuseMisfit(reader: AccountReader, kind: Kind, mechanism: MechanismChoice): void {
  if (mechanism === 'auto' || mechanismsFor(SASL_KIND[kind]).includes(mechanism)) return;
  const needs = NEEDS.find(([needed]) => mechanismsFor(needed).includes(mechanism))?.[1];
  const given = inputOf(reader, kind);
  if (!needs || !given) return;
  reader.refuse(
    'mechanism',
    'conflict',
    (naming) => `"${mechanism}" needs ${needs(naming)}, not ${naming.mention(given)}`,
    { title: `does not fit "${given}"` },
  );
}
