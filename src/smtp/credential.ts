import type { Credential } from '../sasl/mechanism.ts';
import type { Account } from './account.ts';

/**
 * The one credential of an account. A client certificate beside a password or token is for TLS alone,
 * unless EXTERNAL was asked for.
 *
 * @param token the access token that was fetched for it, if one was
 */
export function credentialOf(account: Account, token = account.accessToken): Credential {
  const { username, password, clientCertificate, mechanism } = account;
  const hasNoOther = token === undefined && password === undefined;
  if (clientCertificate && (mechanism === 'EXTERNAL' || hasNoOther)) {
    return { kind: 'certificate', username };
  }
  if (token !== undefined) return { kind: 'token', username, token };
  return { kind: 'password', username, password: password ?? '' };
}
