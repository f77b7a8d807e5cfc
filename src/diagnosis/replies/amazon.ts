import type { RepliesOf } from '../schema.ts';

const TROUBLESHOOT = 'https://docs.aws.amazon.com/ses/latest/dg/troubleshoot-smtp.html';
const CREDENTIALS = 'https://docs.aws.amazon.com/ses/latest/dg/smtp-credentials.html';

export const AMAZON_REPLIES = {
  ses: [
    {
      id: 'ses-wrong-credentials',
      code: 535,
      text: /Authentication Credentials Invalid/i,
      cause: 'wrong-credentials',
      meaning: 'Amazon SES does not know this pair of user name and SMTP password in this region.',
      nextStep:
        'Create SMTP credentials in the SES console of the same region as "host" and store both parts. The AWS secret access key itself does not work, nor do temporary keys. A new key needs a minute or two.',
      sources: [TROUBLESHOOT, CREDENTIALS],
    },
    {
      id: 'ses-not-subscribed',
      code: 535,
      text: /Account not subscribed to SES/i,
      cause: 'smtp-auth-disabled',
      meaning: 'The AWS account is not signed up for Amazon SES.',
      nextStep: 'Open the SES console once in this account and sign up.',
      sources: [TROUBLESHOOT],
    },
    {
      id: 'ses-login-required',
      stage: 'mail',
      code: 530,
      text: /Authentication required/i,
      cause: 'login-missing',
      sources: [TROUBLESHOOT],
    },
    {
      id: 'ses-send-denied',
      stage: 'data',
      code: 554,
      text: /Access denied: User .{0,200} not authorized to perform .?ses:SendRawEmail/i,
      cause: 'not-authorised-to-send',
      meaning:
        'The login works, but the IAM user may not send mail. A check of the login alone cannot see this.',
      nextStep: 'Allow "ses:SendRawEmail" for this IAM user on the identity it sends from.',
      sources: [TROUBLESHOOT],
    },
    {
      id: 'ses-not-verified',
      stage: 'data',
      code: 554,
      text: /Email address is not verified/i,
      cause: 'not-authorised-to-send',
      meaning: 'The login works, but an address is not verified in this region.',
      nextStep:
        'Verify the sender in the SES console of this region. While the account is in the sandbox, recipients must be verified as well.',
      sources: [TROUBLESHOOT],
    },
    {
      id: 'ses-quota',
      stage: 'data',
      code: 454,
      text: /Throttling failure: (Daily message quota|Maximum sending rate) exceeded/i,
      cause: 'quota-exceeded',
      nextStep: 'Wait, or ask for a higher sending quota in the SES console.',
      sources: [TROUBLESHOOT],
    },
    {
      id: 'ses-cannot-check',
      code: 454,
      text: /Temporary authentication failure/i,
      cause: 'temporary-failure',
      meaning: 'Amazon SES cannot check logins right now. It says nothing about the password.',
      sources: [TROUBLESHOOT],
    },
    {
      id: 'ses-too-many-connections',
      stage: 'greeting',
      code: 421,
      text: /Too many concurrent SMTP connections/i,
      cause: 'throttled',
      nextStep: 'Let the jobs that send mail run one after the other.',
      sources: [TROUBLESHOOT],
    },
  ],
} satisfies RepliesOf;
