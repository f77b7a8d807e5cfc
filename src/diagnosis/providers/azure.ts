import type { Provider } from '../schema.ts';

/** https://learn.microsoft.com/en-us/azure/communication-services/quickstarts/email/send-email-smtp/smtp-authentication */
export const AZURE: Provider = {
  id: 'azure',
  name: 'Azure Communication Services',
  hosts: ['smtp.azurecomm.net'],
  starttls: [587],
};
