import type { Provider } from '../schema.ts';

/**
 * https://help.onamae.com/answer/9537
 * https://guide.onamae-server.com/om/details.php?g=67
 */
export const ONAMAE: Provider = {
  id: 'onamae',
  name: 'Onamae.com',
  hosts: ['mail*.onamae.ne.jp'],
  starttls: [587],
  implicit: [465],
  caution:
    'Onamae.com rejects logins from outside Japan unless the mailbox allows them: control panel, mail accounts, restriction of SMTP authentication from abroad. Most hosted CI services are outside Japan.',
};
