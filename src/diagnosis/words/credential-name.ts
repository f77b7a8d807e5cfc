import type { Observation } from '../../model/observation.ts';

/** What the login was made with, in a word. */
export function credentialName({ account }: Observation): string {
  const { kind } = account.credential;
  if (kind === 'password') return 'password';
  return kind === 'client-certificate' ? 'client certificate' : 'access token';
}

/** Said wherever nothing came back that judges the credential. */
export function nothingJudged(observation: Observation): string {
  return `This says nothing about the user name or ${credentialName(observation)}.`;
}
