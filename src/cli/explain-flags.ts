import { MOMENTS } from '../explain/setting.ts';

/** The flags of `explain`, and the line of help for each. */
export const EXPLAIN_HELP = {
  host: 'the server that refused; its advice is then exact',
  stage: `what it refused: ${MOMENTS.join(', ')}`,
  mechanism: 'the mechanism of the login, such as XOAUTH2',
  format: 'text or json',
} as const;

export type ExplainFlag = keyof typeof EXPLAIN_HELP;

/** Their names. */
export const EXPLAIN_FLAGS = Object.keys(EXPLAIN_HELP) as ExplainFlag[];

/** Flags that can be left out. */
export const EXPLAIN_DEFAULTS: Readonly<Record<ExplainFlag, string>> = {
  host: '',
  stage: 'auth',
  mechanism: 'auto',
  format: 'text',
};
