import type { ClientProof, CredentialFacts } from './account.ts';

/**
 * What a token is asked for with. An empty secret makes one request out of another (`client-id` alone means GitHub's
 * OIDC token), so reports say which one it was.
 *
 * @returns undefined when no token is fetched
 */
export function askedWith({ grant, proof }: CredentialFacts): string | undefined {
  if (grant === undefined) return undefined;
  switch (grant) {
    case 'service-account':
      return 'the key of the service account';
    case 'refresh-token':
      return proof === undefined || proof === 'none'
        ? 'the refresh token'
        : `the refresh token and ${PROOFS[proof]}`;
    case 'client-credentials':
      return PROOFS[proof ?? 'none'];
  }
}

const PROOFS = {
  none: 'the client ID alone',
  secret: 'the client secret',
  certificate: 'the client certificate',
  'github-oidc': "GitHub's OIDC token",
} as const satisfies Record<ClientProof['kind'], string>;
