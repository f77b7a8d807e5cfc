import type { Provider } from '../schema.ts';

/** https://www.xserver.ne.jp/support/faq/faq_service_mail_trouble.php */
export const XSERVER: Provider = {
  id: 'xserver',
  name: 'Xserver',
  hosts: ['sv*.xserver.jp'],
  starttls: [587],
  implicit: [465],
  caution:
    'Xserver limits logins from outside Japan unless the server panel allows them; hosted runners are outside.',
};
