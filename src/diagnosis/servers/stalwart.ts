import type { ServerFamily } from '../schema.ts';

/** Stalwart, known by its source code. */
export const STALWART: readonly ServerFamily[] = [
  {
    id: 'stalwart',
    name: 'Stalwart',
    banner: /Stalwart/i,
    replies: [
      {
        id: 'stalwart-refused',
        code: 535,
        enhanced: '5.7.8',
        text: /Authentication credentials invalid/i,
        cause: 'wrong-credentials',
      },
    ],
  },
  {
    id: 'stalwart-words',
    name: 'Stalwart',
    replies: [
      {
        id: 'stalwart-token-expired',
        code: 535,
        enhanced: '5.7.8',
        text: /OAuth token expired/i,
        cause: 'access-token-refused',
      },
      {
        id: 'stalwart-multi-factor',
        code: 334,
        text: /requires multi-factor authentication/i,
        cause: 'app-password-required',
      },
      {
        id: 'stalwart-not-authorised',
        code: 550,
        enhanced: '5.7.1',
        text: /not authorized to use this service/i,
        cause: 'smtp-auth-disabled',
        meaning: 'The login is right, but this account may not send mail.',
        nextStep: 'Ask the administrator for the permission to send mail (role "email-send").',
      },
      {
        id: 'stalwart-mechanism',
        code: 554,
        enhanced: '5.7.8',
        text: /Authentication mechanism not supported/i,
        cause: 'mechanism-refused',
      },
      {
        id: 'stalwart-too-many',
        code: 455,
        enhanced: '4.3.0',
        text: /Too many authentication errors/i,
        cause: 'throttled',
      },
    ],
  },
];
