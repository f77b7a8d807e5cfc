import type { Observation } from '../../model/observation.ts';
import { type Explanation, NOTHING_SENT } from '../explanation.ts';

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
