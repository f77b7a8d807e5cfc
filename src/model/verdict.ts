/** The closed set of verdicts, best first. A list has the worst verdict of its accounts. */
export const VERDICTS = [
  'accepted',
  'rejected',
  'temporary',
  'timeout',
  'unreachable',
  'tls',
  'protocol',
  'unsupported',
  'config',
  'cancelled',
] as const;

export type Verdict = (typeof VERDICTS)[number];

/** Where in the exchange something happened, in the order of the exchange. */
export const STAGES = [
  'token',
  'proxy',
  'connect',
  'greeting',
  'ehlo',
  'starttls',
  'tls',
  'auth',
  'mail',
  'quit',
] as const;

export type Stage = (typeof STAGES)[number];
