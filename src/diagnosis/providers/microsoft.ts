import type { Provider } from '../schema.ts';

/**
 * https://learn.microsoft.com/en-us/exchange/clients-and-mobile-in-exchange-online/authenticated-client-smtp-submission
 * https://github.com/thunderbird/autoconfig
 * https://learn.microsoft.com/en-us/exchange/mail-flow-best-practices/high-volume-mails-m365
 * https://github.com/u-ichi/fluent-plugin-mail/issues/44
 * https://pastebin.com/SuB30vi5
 */
export const MICROSOFT: Provider = {
  id: 'microsoft',
  name: 'Microsoft 365 and Outlook.com',
  hosts: [
    'smtp.office365.com',
    'smtp-legacy.office365.com',
    'outlook.office365.com',
    'smtp-mail.outlook.com',
    'smtp.office365.us',
    'outlook.office365.us',
    'outlook-dod.office365.us',
    'smtp.partner.outlook.cn',
    'partner.outlook.cn',
    'smtp.hve.mx.microsoft',
    'smtp-hve.office365.com',
  ],
  banner:
    /(?:outlook\.com|outlook\.office365\.(?:com|us)|partner\.outlook\.cn) Microsoft ESMTP MAIL Service/i,
  starttls: [587],
  notForSending: [
    '*.mail.protection.outlook.com',
    '*.mail.protection.office365.us',
    '*.mail.protection.partner.outlook.cn',
    '*.olc.protection.outlook.com',
    '*.*-v1.mx.microsoft',
    'imap-mail.outlook.com',
    'pop-mail.outlook.com',
  ],
};
