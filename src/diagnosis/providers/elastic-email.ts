import type { Provider } from '../schema.ts';

/** https://github.com/ElasticEmail/elasticemail-python/blob/master/docs/NewSmtpCredentials.md */
export const ELASTIC_EMAIL: Provider = {
  id: 'elastic-email',
  name: 'Elastic Email',
  hosts: ['smtp.elasticemail.com'],
  starttls: [2525],
  implicit: [465],
};
