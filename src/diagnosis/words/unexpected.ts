import type { Observation } from '../../model/observation.ts';
import type { Explanation } from '../explanation.ts';
import { revocationAdvice } from './token/accepted.ts';

/** Words for a login that was accepted although `expect: rejected` wants the credential dead. */
export function explainUnexpected(observation: Observation): Explanation {
  const isCertificate = observation.account.credential.kind === 'client-certificate';
  return {
    meaning:
      'The server accepted the credential, but "expect: rejected" wants it dead: it can still be used.',
    nextStep: revocationAdvice(observation) ?? (isCertificate ? CERTIFICATE : PASSWORD),
  };
}

const PASSWORD = 'Revoke it at the provider: change the password, or delete the mailbox or key.';

const CERTIFICATE =
  'Revoke the certificate at its certificate authority, or remove it from the mail server.';
