import type { Cause } from '../../model/cause.ts';
import type { Observation } from '../../model/observation.ts';
import type { Explanation, Words } from '../explanation.ts';

/** Words for the way to an access token. Nothing has been said to the mail server yet. */

const NOT_TRIED = 'The mail server was not contacted.';

/**
 * Refusals of Microsoft Entra by the number in their text
 * (https://learn.microsoft.com/entra/identity-platform/reference-error-codes).
 */
const ENTRA: Readonly<Record<string, Explanation>> = {
  AADSTS7000215: {
    meaning: `Microsoft does not know this client secret. ${NOT_TRIED}`,
    nextStep:
      'Store the secret\'s Value, not its ID. Or leave "client-secret" out and let GitHub vouch for the workflow.',
  },
  AADSTS7000222: {
    meaning: `The client secret has expired. ${NOT_TRIED}`,
    nextStep:
      'Create a new one at Microsoft Entra, App registrations, Certificates & secrets. Or leave "client-secret" out and let GitHub vouch for the workflow: that never expires.',
  },
  AADSTS700016: {
    meaning: `Microsoft finds no application with this client ID in this tenant. ${NOT_TRIED}`,
    nextStep: 'Check "client-id" and "tenant-id".',
  },
  AADSTS90002: {
    meaning: `Microsoft knows no such tenant. ${NOT_TRIED}`,
    nextStep: 'Check "tenant-id".',
  },
  AADSTS65001: {
    meaning: `Nobody has consented to what the application asks for. ${NOT_TRIED}`,
    nextStep:
      'An administrator grants SMTP.SendAsApp and consents to it, or the mailbox role "Application SMTP.SendAsApp" is used instead.',
  },
  AADSTS70021: {
    meaning: `Microsoft has no federated credential that fits this workflow. ${NOT_TRIED}`,
    nextStep:
      'Compare repository, branch or environment with the subject of the federated credential; the message above quotes what GitHub sent.',
  },
  AADSTS700213: {
    meaning: `Microsoft has no federated credential with the subject of this workflow. ${NOT_TRIED}`,
    nextStep:
      'Compare repository, branch or environment with the subject of the federated credential; the message above quotes what GitHub sent.',
  },
  AADSTS28000: {
    meaning: `The request asks for the scopes of two services at once. ${NOT_TRIED}`,
    nextStep: 'Leave only one service\'s scope in "scope".',
  },
};

function refused({ failure }: Observation): Explanation {
  const detail = failure?.detail ?? '';
  const number = /\bAADSTS\d{4,8}\b/.exec(detail)?.[0] ?? '';
  const known = ENTRA[number];
  if (known) return known;
  if (detail.startsWith('invalid_grant')) {
    return {
      meaning: `The token endpoint does not take the refresh token or statement any more. This is final. ${NOT_TRIED}`,
      nextStep:
        'Sign in again to get a new refresh token; for a service account, check its key and its delegation to this mailbox.',
    };
  }
  return {
    meaning: `The token endpoint refused the client. ${NOT_TRIED}`,
    nextStep: 'Read its own words above, and check client ID and secret.',
  };
}

export const TOKEN_WORDS: Words<Extract<Cause, `token-${string}`>> = {
  'token-refused': refused,
  'token-request-invalid': (result) =>
    /\bAADSTS\d/.test(result.failure?.detail ?? '')
      ? refused(result)
      : {
          meaning: `No access token could be asked for. ${NOT_TRIED}`,
          nextStep: 'Correct what the reason above names.',
        },
  'token-unavailable': () => ({
    meaning: `The token endpoint cannot answer now, or has been asked too often. ${NOT_TRIED}`,
    nextStep: 'Run the job again later.',
  }),
  'token-endpoint-unreachable': () => ({
    meaning: `The token endpoint could not be reached. ${NOT_TRIED}`,
    nextStep: 'Check its address, and that this runner may open connections to it.',
  }),
  'token-endpoint-tls': () => ({
    meaning: `The token endpoint could not prove who it is, so nothing was sent to it. ${NOT_TRIED}`,
    nextStep: 'For a private authority, give its certificate as "tls-ca".',
  }),
  'token-reply-malformed': () => ({
    meaning: `What answers at the token endpoint's address is not one. ${NOT_TRIED}`,
    nextStep: 'Check the address in "token-endpoint".',
  }),
};
