import { clientIdOf, type TokenRefusal, type TokenRequestFacts } from './token-refusal.ts';

/** Refusals of Microsoft Entra in which no credential was judged: the request itself is wrong. */

type Words = Readonly<Record<TokenRequestFacts['grant'], string>>;

const EXCHANGE_APP_ID = '00000002-0000-0ff1-ce00-000000000000';

/** The scopes of SMTP (https://learn.microsoft.com/exchange/client-developer/legacy-protocols/how-to-authenticate-an-imap-pop-smtp-application-by-using-oauth). */
const SCOPE: Words = {
  'client-credentials':
    'Set "scope" to https://outlook.office365.com/.default: with its own credentials an application can only ask for a "/.default" scope.',
  'refresh-token': 'Leave "scope" out, or set it to https://outlook.office.com/SMTP.Send.',
  'service-account': 'Correct "scope".',
};

/** The input that names the tenant. */
function tenantInput({ token }: TokenRequestFacts): string {
  return token.endpointFrom === 'token-endpoint' ? 'the tenant in "token-endpoint"' : '"tenant-id"';
}

export function tenant(meaning: string): TokenRefusal {
  return {
    cause: 'token-request-invalid',
    explain: (request) => ({
      meaning,
      nextStep: `Correct ${tenantInput(request)}: use the Directory (tenant) ID from the overview page of the Microsoft Entra admin center. A tenant of a national cloud needs the address of that cloud in "token-endpoint".`,
    }),
  };
}

export function scope(meaning: string): TokenRefusal {
  return {
    cause: 'token-request-invalid',
    explain: ({ grant }) => ({ meaning, nextStep: SCOPE[grant] }),
  };
}

export const APPLICATION: TokenRefusal = {
  cause: 'token-request-invalid',
  explain: (request) => ({
    meaning: 'Microsoft Entra finds no application with this client ID in this tenant.',
    nextStep: `Check that "client-id" is the Application (client) ID, not an object ID, and that ${tenantInput(request)} is the tenant of the mailbox. If both are right, an administrator adds the application to the tenant: az ad sp create --id ${clientIdOf(request)}`,
  }),
};

export const RESOURCE: TokenRefusal = {
  cause: 'token-request-invalid',
  explain: (request) => ({
    meaning: 'The service that the scope names does not exist in this tenant.',
    nextStep: `${SCOPE[request.grant]} Check ${tenantInput(request)} too. If Exchange Online itself is missing in the tenant, an administrator adds it: az ad sp create --id ${EXCHANGE_APP_ID}`,
  }),
};
