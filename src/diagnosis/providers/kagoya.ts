import type { Provider } from '../schema.ts';

/** https://support.kagoya.jp/kir/manual/send_mail/auth-smtp.html */
export const KAGOYA: Provider = {
  id: 'kagoya',
  name: 'KAGOYA',
  hosts: ['smtp.kagoya.net'],
  starttls: [587],
  implicit: [465],
  notForSending: ['imap.kagoya.net'],
};
