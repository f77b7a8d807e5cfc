import { NOTHING_SENT, type Words } from '../explanation.ts';
import { expired, expiresSoon, failedIntermediate, notYetValid } from './certificate-dates.ts';
import {
  nameMismatch,
  pinAdvice,
  pinMismatch,
  unknownAuthority,
  unlessIntercepted,
} from './certificate-trust.ts';

/** Words for certificates that were refused; before that nothing has been sent. */

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export const CERTIFICATE_WORDS: Words<
  | 'certificate-expired'
  | 'certificate-not-yet-valid'
  | 'certificate-name-mismatch'
  | 'certificate-self-signed'
  | 'certificate-unknown-ca'
  | 'certificate-wrong-usage'
  | 'certificate-weak'
  | 'certificate-pin-mismatch'
  | 'certificate-expires-soon'
  | 'certificate-untrusted'
> = {
  'certificate-expired': expired,
  'certificate-not-yet-valid': notYetValid,
  'certificate-name-mismatch': unlessIntercepted(nameMismatch),
  'certificate-self-signed': unlessIntercepted((observation) => ({
    meaning: `The server's certificate is self-signed, so no certificate authority confirms it. ${NOTHING_SENT}`,
    nextStep: `Pass the certificate as "tls-ca".${pinAdvice(observation)} Compare it with the server's own first.`,
  })),
  'certificate-unknown-ca': unlessIntercepted(unknownAuthority),
  'certificate-wrong-usage': unlessIntercepted(() => ({
    meaning: `The certificate is not meant for servers. ${NOTHING_SENT}`,
    nextStep: 'The server needs a certificate with the usage "server authentication".',
  })),
  'certificate-weak': unlessIntercepted((observation) => ({
    meaning: `${failedIntermediate(observation) === undefined ? 'The certificate' : capitalized(failedIntermediate(observation) ?? '')} has a key or signature that is too weak (RSA below 2048 bits, or SHA-1). ${NOTHING_SENT}`,
    nextStep:
      'The server needs a new certificate: RSA 2048 or more, or an elliptic curve, signed with SHA-256.',
  })),
  'certificate-pin-mismatch': pinMismatch,
  'certificate-expires-soon': expiresSoon,
  'certificate-untrusted': unlessIntercepted((observation) => ({
    meaning: `The server's certificate could not be verified. ${NOTHING_SENT}`,
    nextStep: `Look at the reason given above.${pinAdvice(observation)}`,
  })),
};
