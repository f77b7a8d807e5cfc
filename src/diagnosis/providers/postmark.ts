import type { Provider } from '../schema.ts';

/** https://postmarkapp.com/developer/user-guide/send-email-with-smtp */
export const POSTMARK: Provider = {
  id: 'postmark',
  name: 'Postmark',
  hosts: ['smtp.postmarkapp.com', 'smtp-broadcasts.postmarkapp.com'],
  starttls: [587, 2525],
};
