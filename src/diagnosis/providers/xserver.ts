import type { Provider } from '../schema.ts';

/**
 * https://www.xserver.ne.jp/support/faq/faq_service_mail_trouble.php
 * https://sixcore.ne.jp/dedicated/man/mail_jpcheck.php
 */
export const XSERVER: Provider = {
  id: 'xserver',
  name: 'Xserver',
  hosts: ['sv*.xserver.jp'],
  starttls: [587],
  implicit: [465],
  caution:
    'Xserver rejects logins from outside Japan unless the server panel allows them (restriction of SMTP authentication from abroad, per domain); most hosted CI services are outside Japan.',
};
