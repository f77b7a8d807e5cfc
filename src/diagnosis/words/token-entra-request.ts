import { cloudOfMailbox } from '../../model/microsoft-clouds.ts';
import { clientIdOf, type TokenRefusal, type TokenRequestFacts } from './token-refusal.ts';

/** Refusals of Microsoft Entra in which no credential was judged: the request itself is wrong. */

const EXCHANGE_APP_ID = '00000002-0000-0ff1-ce00-000000000000';

function scopeAdvice({ grant, token, smtpHost }: TokenRequestFacts): string {
  const { application, user } = cloudOfMailbox(smtpHost, token.host).mail;
  switch (grant) {
    case 'client-credentials':
      return `Set "scope" to ${application}: with its own credentials an application can only ask for a "/.default" scope.`;
    case 'refresh-token':
      return `Leave "scope" out, or set it to ${user}.`;
    case 'service-account':
      return 'Correct "scope".';
  }
}

/** The input that names the tenant. */
function tenantInput({ token }: TokenRequestFacts): string {
  return token.endpointFrom === 'token-endpoint' ? 'the tenant in "token-endpoint"' : '"tenant-id"';
}

/** https://learn.microsoft.com/entra/identity-platform/authentication-national-cloud */
const NATIONAL_CLOUDS =
  'For a tenant of a national cloud set "host" to the mail server of that cloud, such as smtp.office365.us or smtp.partner.outlook.cn: the token is then asked for in that cloud too. An address in "token-endpoint" must be of the same cloud.';

export function tenant(meaning: string): TokenRefusal {
  return {
    cause: 'token-request-invalid',
    explain: (request) => ({
      meaning,
      nextStep: `Correct ${tenantInput(request)}: use the Directory (tenant) ID from the overview page of the Microsoft Entra admin center. ${NATIONAL_CLOUDS}`,
    }),
  };
}

export function scope(meaning: string): TokenRefusal {
  return {
    cause: 'token-request-invalid',
    explain: (request) => ({ meaning, nextStep: scopeAdvice(request) }),
  };
}

export const APPLICATION: TokenRefusal = {
  cause: 'token-request-invalid',
  suspects: ['client-id'],
  explain: (request) => ({
    meaning: 'Microsoft Entra finds no application with this client ID in this tenant.',
    nextStep: `Check that "client-id" is the Application (client) ID, not an object ID, and that ${tenantInput(request)} is the tenant of the mailbox. If both are right, an administrator adds the application to the tenant: az ad sp create --id ${clientIdOf(request)}`,
  }),
};

export const RESOURCE: TokenRefusal = {
  cause: 'token-request-invalid',
  explain: (request) => ({
    meaning: 'The service that the scope names does not exist in this tenant.',
    nextStep: `${scopeAdvice(request)} Check ${tenantInput(request)} too. If Exchange Online itself is missing in the tenant, an administrator adds it: az ad sp create --id ${EXCHANGE_APP_ID}`,
  }),
};
