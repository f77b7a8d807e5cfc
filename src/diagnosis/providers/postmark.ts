import type { Provider } from '../schema.ts';

export const POSTMARK: Provider = {
  id: 'postmark',
  name: 'Postmark',
  hosts: ['smtp.postmarkapp.com', 'smtp-broadcasts.postmarkapp.com'],
  starttls: [587, 2525],
  sources: ['https://postmarkapp.com/developer/user-guide/send-email-with-smtp'],
};
