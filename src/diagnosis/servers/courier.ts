import type { ServerFamily } from '../schema.ts';

export const COURIER: readonly ServerFamily[] = [
  {
    id: 'courier',
    name: 'Courier',
    replies: [
      {
        id: 'courier-starttls-first',
        stage: 'any',
        code: 400,
        text: /STARTTLS is required first/i,
        cause: 'tls-required',
      },
      {
        id: 'courier-login-required',
        stage: 'mail',
        code: 535,
        text: /^Authentication required\.$/i,
        cause: 'login-missing',
      },
      {
        id: 'courier-no-tls',
        stage: 'starttls',
        code: 540,
        text: /^TLS not available\.?$/i,
        cause: 'starttls-refused',
      },
    ],
  },
];
