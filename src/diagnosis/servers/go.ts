import type { ServerFamily } from '../schema.ts';

const MADDY = 'https://github.com/foxcpp/maddy/blob/master/internal/endpoint/smtp/smtp.go';
const GO_SMTP = 'https://github.com/emersion/go-smtp/blob/master/conn.go';

/** Servers on the usual library of Go, known by their source code. */
export const GO_SERVERS: readonly ServerFamily[] = [
  {
    id: 'maddy',
    name: 'maddy',
    banner: /maddy/i,
    replies: [
      {
        id: 'maddy-refused',
        code: 535,
        enhanced: '5.7.8',
        text: /Invalid credentials/i,
        cause: 'wrong-credentials',
        sources: [MADDY],
      },
    ],
  },
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
        sources: [GO_SMTP],
      },
      {
        id: 'go-smtp-login-first',
        stage: 'mail',
        code: 502,
        enhanced: '5.7.0',
        text: /Please authenticate first|Authentication not supported/i,
        cause: 'login-missing',
        sources: [GO_SMTP],
      },
      {
        id: 'go-smtp-mechanism',
        code: 504,
        enhanced: '5.7.4',
        text: /Unsupported authentication mechanism/i,
        cause: 'mechanism-refused',
        sources: [GO_SMTP],
      },
      {
        id: 'go-smtp-base64',
        code: 454,
        enhanced: '4.7.0',
        text: /Invalid base64 data/i,
        cause: 'login-malformed',
        sources: [GO_SMTP],
      },
    ],
  },
];
