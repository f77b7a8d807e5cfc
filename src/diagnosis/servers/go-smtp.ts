import type { ServerFamily } from '../schema.ts';

/** Servers built on the usual SMTP library of Go, known by its source code. */
export const GO_SMTP: readonly ServerFamily[] = [
  {
    id: 'go-smtp',
    name: 'Servers built on go-smtp',
    replies: [
      {
        id: 'go-smtp-tls',
        code: 523,
        enhanced: '5.7.10',
        text: /TLS is required/i,
        cause: 'tls-required',
      },
      {
        id: 'go-smtp-login-first',
        stage: 'mail',
        code: 502,
        enhanced: '5.7.0',
        text: /Please authenticate first|Authentication not supported/i,
        cause: 'login-missing',
      },
      {
        id: 'go-smtp-mechanism',
        code: 504,
        enhanced: '5.7.4',
        text: /Unsupported authentication mechanism/i,
        cause: 'mechanism-refused',
      },
      {
        id: 'go-smtp-base64',
        code: 454,
        enhanced: '4.7.0',
        text: /Invalid base64 data/i,
        cause: 'login-malformed',
      },
    ],
  },
];
