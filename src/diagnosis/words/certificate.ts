import type { Observation } from '../../model/observation.ts';
import { type Explanation, NOTHING_SENT, type Words } from '../explanation.ts';
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

/** Words for the dates of a certificate, the server's own or an intermediate one. */

function day(date: Date): string {
  return date.toISOString().slice(0, 10);
}

/** Said of the certificate that failed, where that is not the server's own. */
export function failedIntermediate({ tls }: Observation): string | undefined {
  const failed = tls?.failedCertificate;
  if (!failed || failed.depth === 0) return undefined;
  const [, name = ''] = /(?:^|, |\n)CN=([^,=\n]{1,80})/.exec(failed.subject) ?? [];
  const plain = name.replace(/[^\p{L}\p{N} .&'()/-]/gu, '').trim();
  return plain === '' ? 'a certificate above it' : `the intermediate certificate "${plain}"`;
}

const INTERMEDIATE_STEP =
  "The administrator must install the current intermediate certificate of the certificate authority on the mail server. The server's own certificate is not the reason.";

export function expired(observation: Observation): Explanation {
  const { tls } = observation;
  const intermediate = failedIntermediate(observation);
  if (intermediate !== undefined) {
    const date = tls?.failedCertificate ? ` on ${day(tls.failedCertificate.validTo)}` : '';
    return {
      meaning: `In the chain that the server sends, ${intermediate} expired${date}. ${NOTHING_SENT}`,
      nextStep: INTERMEDIATE_STEP,
    };
  }
  return {
    meaning: `The server's certificate expired${tls ? ` on ${day(tls.validTo)}` : ''}. ${NOTHING_SENT}`,
    nextStep:
      "The server's administrator must renew it. If that date has not come yet, the clock of this machine is wrong.",
  };
}

export function notYetValid(observation: Observation): Explanation {
  const { tls } = observation;
  const intermediate = failedIntermediate(observation);
  const failed = tls?.failedCertificate;
  if (intermediate !== undefined && failed) {
    return {
      meaning: `In the chain that the server sends, ${intermediate} is not valid before ${day(failed.validFrom)}. ${NOTHING_SENT}`,
      nextStep: `Check the clock of this machine. If it is right: ${INTERMEDIATE_STEP}`,
    };
  }
  return {
    meaning: `The server's certificate is not valid before ${tls ? day(tls.validFrom) : 'a later date'}. ${NOTHING_SENT}`,
    nextStep:
      'Check the clock of this machine. If it is right, the server has the wrong certificate.',
  };
}

/** The login was accepted, and the certificate has fewer days left than the user wants. */
export function expiresSoon({ account, tls }: Observation): Explanation {
  return {
    meaning: `The server's certificate expires on ${tls ? day(tls.validTo) : 'a near day'}, which is less than ${account.certificateFailDays} days away ("certificate-fail-days").`,
    nextStep:
      'Renew the certificate, and reload the server so that it uses the new one. After that date, logins fail.',
  };
}
