import type { Provider } from '../schema.ts';

/** https://developers.sparkpost.com/api/smtp */
export const SPARKPOST: Provider = {
  id: 'sparkpost',
  name: 'SparkPost (Bird)',
  hosts: ['smtp.sparkpostmail.com', 'smtp.eu.sparkpostmail.com'],
  starttls: [587, 2525],
  shapes: [
    {
      input: 'username',
      should: /^SMTP_Injection($|:X-MSYS-SUBACCOUNT=\d)/,
      message: 'should be the word "SMTP_Injection" at SparkPost, in exactly these letters',
    },
  ],
};
