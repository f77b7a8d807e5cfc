import type { Provider } from '../schema.ts';

/**
 * https://docs.aws.amazon.com/ses/latest/dg/smtp-credentials.html
 * https://docs.aws.amazon.com/ses/latest/dg/smtp-connect.html
 */
export const SES: Provider = {
  id: 'ses',
  name: 'Amazon SES',
  hosts: [
    'email-smtp.*.amazonaws.com',
    'email-smtp-fips.*.amazonaws.com',
    'email-smtp.*.amazonaws.com.cn',
    'email-smtp.*.api.aws',
    'email-smtp-fips.*.api.aws',
  ],
  starttls: [587, 2587],
  implicit: [465, 2465],
  shapes: [
    {
      input: 'username',
      shouldNot: /^ASIA[A-Z0-9]{16}$/,
      message:
        'is a temporary access key, which Amazon SES does not accept for SMTP. Use a key of an IAM user (it begins with AKIA)',
    },
    {
      input: 'username',
      should: /^(AKIA|ASIA)[A-Z0-9]{16}$/,
      message:
        'is not an access key ID. Amazon SES requires the one that belongs to the SMTP password',
    },
    {
      input: 'password',
      shouldNot: /^[A-Za-z0-9/+]{40}$/,
      message:
        'looks like an AWS secret access key. Amazon SES requires the SMTP password that is derived from it for one region',
    },
  ],
};
