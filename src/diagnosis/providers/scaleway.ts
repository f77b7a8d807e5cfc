import type { Provider } from '../schema.ts';

/**
 * https://www.scaleway.com/en/docs/transactional-email/how-to/generate-api-keys-for-tem-with-iam/
 * https://github.com/scaleway/docs-content/pull/3718
 */
export const SCALEWAY: Provider = {
  id: 'scaleway',
  name: 'Scaleway Transactional Email',
  hosts: ['smtp.tem.scaleway.com', 'smtp.tem.scw.cloud'],
  starttls: [587, 2587],
  implicit: [465, 2465],
  shapes: [
    {
      input: 'username',
      should: /^[\da-f]{8}-[\da-f-]{14}-[\da-f]{12}$/i,
      message:
        'should be the project ID at Scaleway (a UUID); the password is the secret key of an API key',
    },
  ],
};
