import type { ReplyRow } from '../schema.ts';

export const FASTMAIL_REPLIES: readonly ReplyRow[] = [
  {
    id: 'fastmail-app-password',
    text: /need to create an app password/i,
    cause: 'app-password-required',
    nextStep:
      'In Fastmail: Settings, Privacy & Security, Manage app passwords and access, New app password with access to SMTP. Store it as the secret.',
  },
];
