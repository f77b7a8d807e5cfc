import type { Provider } from '../schema.ts';

export const ELASTIC_EMAIL: Provider = {
  id: 'elastic-email',
  name: 'Elastic Email',
  hosts: ['smtp.elasticemail.com'],
  starttls: [2525],
  implicit: [465],
  sources: [
    'https://github.com/ElasticEmail/elasticemail-python/blob/master/docs/NewSmtpCredentials.md',
  ],
};
