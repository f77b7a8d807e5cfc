import type { ServerFamily } from '../schema.ts';

const NTLM =
  'https://learn.microsoft.com/en-us/openspecs/windows_protocols/ms-smtpntlm/62888982-a911-40fa-b587-50b5c69f7334';
const USER_FORM =
  'Try the user name as DOMAIN\\user or as the sign-in name (user@domain). Then check that this account may log in by SMTP.';

/** Exchange that is not Microsoft 365: on premises or at a hosting company. */
export const EXCHANGE: readonly ServerFamily[] = [
  {
    id: 'exchange',
    name: 'Exchange Server',
    banner: /Microsoft ESMTP MAIL Service/i,
    replies: [
      {
        id: 'exchange-unsuccessful',
        code: 535,
        enhanced: '5.7.3',
        text: /Authentication unsuccessful/i,
        cause: 'wrong-credentials',
        nextStep: USER_FORM,
        sources: [NTLM, 'https://github.com/PHPMailer/PHPMailer/issues/2730'],
      },
    ],
  },
  {
    id: 'exchange-like',
    name: 'Exchange Server, by its words',
    replies: [
      {
        id: 'exchange-mechanism',
        code: 504,
        enhanced: '5.7.4',
        text: /Unrecognized authentication type/i,
        cause: 'mechanism-refused',
        sources: ['https://support.google.com/a/answer/3726730'],
      },
    ],
  },
];
