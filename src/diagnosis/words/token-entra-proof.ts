import type { Explanation } from '../explanation.ts';
import {
  clientIdOf,
  suspecting,
  type TokenRefusal,
  type TokenRequestFacts,
} from './token-refusal.ts';

/** Refusals of Microsoft Entra that are about the application and what it proves itself with. */

const FEDERATION_HINT =
  'Or leave "client-secret" out: GitHub\'s OIDC token then authenticates the workflow, and nothing expires. ';

/** Only who gave a secret is told about it. */
function secret(meaning: string, first: string, remedy: (id: string) => string): TokenRefusal {
  return {
    cause: 'token-refused',
    explain: (request) => {
      if (request.proof !== 'secret') return unproven(request);
      const hint = request.grant === 'client-credentials' ? FEDERATION_HINT : '';
      return { meaning, nextStep: `${first}${hint}${remedy(clientIdOf(request))}` };
    },
  };
}

function unproven({ proof, code }: TokenRequestFacts): Explanation {
  const what = {
    none: 'No client secret and no certificate were given. If the application has one, give "client-secret", or "client-certificate" and "client-key".',
    secret: 'Check "client-id" and "client-secret".',
    certificate: 'Check that "client-certificate" is registered for the application "client-id".',
    'github-oidc':
      'Check that the application "client-id" has a federated credential for this job.',
  } as const;
  return { meaning: `Microsoft Entra rejected the client (${code}).`, nextStep: what[proof] };
}

export const WRONG_SECRET = suspecting(
  secret(
    "Microsoft Entra rejected the client secret: it is not one of the application's secrets.",
    'Store the Value of the secret in "client-secret", not its Secret ID. ',
    (id) =>
      `If the Value is lost, create a new secret: az ad app credential reset --id ${id} --append`,
  ),
  'client-secret',
  'client-id',
);

export const EXPIRED_SECRET = secret(
  'The client secret has expired.',
  'Create a new secret and store its password in the secret behind "client-secret". ',
  (id) => `The command: az ad app credential reset --id ${id} --append`,
);

export const NO_PROOF: TokenRefusal = {
  cause: 'token-request-invalid',
  explain: ({ proof }) =>
    proof === 'none'
      ? {
          meaning:
            'Microsoft Entra wants this client to prove who it is, and neither a secret nor a certificate was given.',
          nextStep:
            'Give "client-secret", or "client-certificate" and "client-key". If the application is meant to be a public client, set "Allow public client flows" to Yes instead (App registrations, Authentication).',
        }
      : {
          meaning: 'Microsoft Entra did not find the proof of the client in the request.',
          nextStep:
            'Check that the token endpoint is the one of version 2.0: https://login.microsoftonline.com/TENANT_ID/oauth2/v2.0/token',
        },
};

export const PUBLIC_CLIENT: TokenRefusal = {
  cause: 'token-request-invalid',
  explain: ({ grant, proof }) => {
    const meaning =
      'The application is a public client in Microsoft Entra, which may not send a secret or a certificate.';
    if (grant === 'client-credentials') {
      return {
        meaning,
        nextStep:
          'Make it a confidential client: set "Allow public client flows" to No (App registrations, Authentication). Only such a client can use its own credentials.',
      };
    }
    const inputs =
      proof === 'certificate' ? '"client-certificate" and "client-key"' : '"client-secret"';
    return { meaning, nextStep: `Remove ${inputs}: the refresh token is enough.` };
  },
};

export const CERTIFICATE: TokenRefusal = {
  cause: 'token-refused',
  explain: (request) => {
    if (request.proof !== 'certificate') return unproven(request);
    return {
      meaning:
        'Microsoft Entra could not verify the signature: the certificate is not registered for this application, or "client-key" belongs to another one.',
      nextStep: `Register the certificate: az ad app credential reset --id ${clientIdOf(request)} --cert @certificate.pem --append`,
    };
  },
};

export const EXPIRED_CERTIFICATE: TokenRefusal = {
  cause: 'token-refused',
  explain: (request) =>
    request.proof === 'certificate'
      ? {
          meaning: 'The client certificate has expired, or is not valid yet.',
          nextStep: `Make a new certificate, store it and its key in the secrets behind "client-certificate" and "client-key", and register it: az ad app credential reset --id ${clientIdOf(request)} --cert @certificate.pem --append`,
        }
      : unproven(request),
};

export const CLOCK: TokenRefusal = {
  cause: 'token-request-invalid',
  explain: ({ proof }) =>
    proof === 'github-oidc'
      ? {
          meaning:
            "GitHub's OIDC token was outside its validity period when it arrived. This says nothing about the federated credential.",
          nextStep: 'Run the job again.',
        }
      : {
          meaning:
            'The signed request was outside its validity period: the clock of this machine is wrong. This says nothing about the certificate.',
          nextStep:
            'Set the clock of this machine ("sudo timedatectl set-ntp true" on Linux), then run the check again.',
        },
};

export const NO_PRINCIPAL: TokenRefusal = {
  cause: 'token-refused',
  explain: (request) => ({
    meaning:
      'The application is registered, but it has no service principal (enterprise application) in this tenant: it was deleted or never created.',
    nextStep: `An administrator creates it: az ad sp create --id ${clientIdOf(request)}. Then register it in Exchange Online again (New-ServicePrincipal), since it has a new object ID.`,
  }),
};

export const DISABLED: TokenRefusal = {
  cause: 'token-refused',
  explain: (request) => ({
    meaning: 'The application is disabled in this tenant.',
    nextStep: `An administrator enables it: Enterprise applications, Properties, "Enabled for users to sign in?" Yes, or az ad sp update --id ${clientIdOf(request)} --set accountEnabled=true`,
  }),
};
