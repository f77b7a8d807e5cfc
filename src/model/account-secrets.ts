import type { Account, AccountCredential, ClientProof } from './account.ts';

/** Everything in an account that nobody may read, no matter who gets it: mail server, token endpoint, or nobody at all. */
export function secretsOf(
  account: Pick<Account, 'name' | 'username' | 'credential' | 'clientCertificate' | 'proxy'>,
): string[] {
  const { key, passphrase } = account.clientCertificate ?? {};
  const ofProxy = account.proxy?.login?.password;
  const secrets = [...secretsOfCredential(account.credential), key, passphrase, ofProxy];
  return [...secrets, hiddenUsername(account)].filter((secret) => secret !== undefined);
}

/** Shorter user names, such as `apikey` or `info`, say little and occur in the words of servers. */
const MIN_USERNAME = 8;

/** The user name of an account that has a name for reports, unless hiding it would hide the name as well. */
function hiddenUsername({
  name,
  username,
}: Pick<Account, 'name' | 'username'>): string | undefined {
  const isHidden = name !== undefined && !name.includes(username);
  return isHidden && username.length >= MIN_USERNAME ? username : undefined;
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
