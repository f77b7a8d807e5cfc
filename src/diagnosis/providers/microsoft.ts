import type { Provider } from '../schema.ts';

/**
 * https://learn.microsoft.com/en-us/exchange/clients-and-mobile-in-exchange-online/authenticated-client-smtp-submission
 * https://github.com/thunderbird/autoconfig
 */
export const MICROSOFT: Provider = {
  id: 'microsoft',
  name: 'Microsoft 365 and Outlook.com',
  hosts: [
    'smtp.office365.com',
    'smtp-legacy.office365.com',
    'outlook.office365.com',
    'smtp-mail.outlook.com',
  ],
  banner: /outlook(\.office365)?\.com Microsoft ESMTP MAIL Service/i,
  starttls: [587],
};
