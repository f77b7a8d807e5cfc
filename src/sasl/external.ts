import { type CertificateCredential, createOneMessage, type Mechanism } from './mechanism.ts';

/**
 * EXTERNAL (RFC 4422 appendix A): the credential is the client certificate of the TLS handshake. The
 * message is the authorization identity: the user name where one is given, since some servers want it
 * repeated, else nothing, which leaves it to the certificate.
 */
export function createExternal({ username }: CertificateCredential): Mechanism {
  return createOneMessage('EXTERNAL', {
    bytes: Buffer.from(username, 'utf8'),
    shown: username === '' ? '=' : '[user name]',
  });
}
