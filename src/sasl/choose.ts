import { createLogin } from './login.ts';
import type { Credential, Mechanism } from './mechanism.ts';
import { createPlain } from './plain.ts';

/** The mechanisms that can be run, in the order in which `auto` prefers them. */
const CREATE: Readonly<Record<string, (credential: Credential) => Mechanism>> = {
  // LOGIN first: Microsoft 365 offers nothing else for passwords and answers 504 to PLAIN.
  LOGIN: createLogin,
  PLAIN: createPlain,
};

/**
 * Chooses one mechanism; there is no second try with another one.
 *
 * @param wanted a mechanism's name, which never falls back, or `auto`
 * @param offered names from the server's EHLO reply, upper case
 * @returns undefined when the server offers nothing that fits
 */
export function chooseMechanism(
  wanted: string,
  offered: readonly string[],
  credential: Credential,
): Mechanism | undefined {
  const candidates = wanted === 'auto' ? Object.keys(CREATE) : [wanted];
  const name = candidates.find((candidate) => offered.includes(candidate));
  return name === undefined ? undefined : CREATE[name]?.(credential);
}
