import type { ReplyRow } from '../schema.ts';

export const MANDRILL_REPLIES: readonly ReplyRow[] = [
  {
    id: 'mandrill-wrong-credentials',
    text: /authentication failed/i,
    cause: 'wrong-credentials',
    meaning:
      'The API key was rejected. A code that says "temporary" changes nothing: waiting does not help.',
    nextStep: 'In Mandrill: Settings, SMTP & API Info, New API Key. Store the key as "password".',
  },
];
