import type { ReplyRow } from '../schema.ts';

export const AZURE_REPLIES: readonly ReplyRow[] = [
  {
    id: 'azure-refused',
    code: 535,
    text: /Authentication unsuccessful/i,
    cause: 'wrong-credentials',
    meaning: 'Azure Communication Services rejected the SMTP user name or the client secret.',
    nextStep:
      'Use the SMTP user name of the resource (Azure portal, Communication Services, SMTP usernames) as "username" and a client secret of the linked Entra application as "password". The secret must not have expired.',
    tokenNextStep:
      'Fetch the token for the tenant and the Entra application that are linked with the SMTP user name, with the scope https://communication.azure.com/.default.',
  },
];
