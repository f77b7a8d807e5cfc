import type { Account, AccountCredential, ClientProof } from './account.ts';

/** Everything in an account that nobody may read, no matter who gets it: mail server, token endpoint, or nobody at all. */
export function secretsOf({
  credential,
  clientCertificate,
}: Pick<Account, 'credential' | 'clientCertificate'>): string[] {
  const { key, passphrase } = clientCertificate ?? {};
  return [...secretsOfCredential(credential), key, passphrase].filter(
    (secret) => secret !== undefined,
  );
}

function secretsOfCredential(credential: AccountCredential): (string | undefined)[] {
  switch (credential.kind) {
    case 'password':
      return [credential.password];
    case 'access-token':
      return [credential.accessToken];
    case 'client-certificate':
      return [];
    case 'token-request': {
      const { grant } = credential.request;
      if (grant.kind === 'service-account') return [grant.privateKey];
      const refreshToken = grant.kind === 'refresh-token' ? [grant.refreshToken] : [];
      return [...refreshToken, ...secretsOfProof(grant.proof)];
    }
  }
}

function secretsOfProof(proof: ClientProof): (string | undefined)[] {
  if (proof.kind === 'secret') return [proof.secret];
  if (proof.kind !== 'certificate') return [];
  return [proof.certificate.key, proof.certificate.passphrase];
}
