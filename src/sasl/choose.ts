import { createOauthBearer, createXoauth2 } from './bearer.ts';
import { createExternal } from './external.ts';
import type { Credential, Endpoint, Mechanism } from './mechanism.ts';
import { createCramMd5, createLogin, createPlain } from './password.ts';
import type { createScram } from './scram.ts';

/** A kind of credential. */
export type CredentialKind = Credential['kind'];

type Create<K extends CredentialKind> = (
  credential: Extract<Credential, { kind: K }>,
  endpoint: Endpoint,
) => Mechanism | Promise<Mechanism>;

/** The mechanisms that carry each kind of credential, in the order in which `auto` prefers them. */
const CREATE: { readonly [K in CredentialKind]: Readonly<Record<string, Create<K>>> } = {
  password: {
    // LOGIN first: Microsoft 365 offers nothing else for passwords and answers 504 to PLAIN.
    LOGIN: createLogin,
    PLAIN: createPlain,
    'SCRAM-SHA-256-PLUS': (credential, { binding }) =>
      loadScram(credential, { name: 'SCRAM-SHA-256-PLUS', hash: 'sha256', binding }),
    'SCRAM-SHA-256': (credential) =>
      loadScram(credential, { name: 'SCRAM-SHA-256', hash: 'sha256' }),
    'SCRAM-SHA-1': (credential) => loadScram(credential, { name: 'SCRAM-SHA-1', hash: 'sha1' }),
    // Last: a right password fails with it where the server stores passwords hashed.
    'CRAM-MD5': createCramMd5,
  },
  token: {
    // XOAUTH2 first: Google and Microsoft document it, and not every OAUTHBEARER is as old.
    XOAUTH2: createXoauth2,
    OAUTHBEARER: createOauthBearer,
  },
  certificate: { EXTERNAL: createExternal },
};

/** Loaded when it is chosen: few servers offer it without LOGIN or PLAIN, and its tables of Unicode are large. */
async function loadScram(...given: Parameters<typeof createScram>): Promise<Mechanism> {
  const scram = await import('./scram.ts');
  return scram.createScram(...given);
}

/** The names of the mechanisms that can carry a kind of credential, in the order of preference. */
export function mechanismsFor(kind: CredentialKind): readonly string[] {
  return Object.keys(CREATE[kind]);
}

/** Whether a mechanism cannot run without the data of a verified TLS channel. */
export function needsBinding(name: string): boolean {
  return name.endsWith('-PLUS');
}

/**
 * Chooses one mechanism; there is no second attempt with another one.
 *
 * @param wanted a mechanism's name, which never falls back, or `auto`
 * @param offered names from the server's EHLO reply, upper case
 * @returns undefined when the server offers nothing that fits
 */
export async function chooseMechanism(
  wanted: string,
  offered: readonly string[],
  credential: Credential,
  endpoint: Endpoint,
): Promise<Mechanism | undefined> {
  const name = mechanismsFor(credential.kind).find(
    (candidate) =>
      (wanted === 'auto' || wanted === candidate) &&
      offered.includes(candidate) &&
      (!needsBinding(candidate) || endpoint.binding !== undefined),
  );
  if (name === undefined) return undefined;
  // The table's row and the credential are of one kind, which the compiler cannot see.
  // eslint-disable-next-line house/open-keys -- the name is one of this table
  return CREATE[credential.kind][name]?.(credential as never, endpoint);
}
