import type { ServerFamily } from '../schema.ts';
import { DOVECOT } from './dovecot.ts';
import { EXCHANGE } from './exchange.ts';
import { EXIM_AND_SENDMAIL } from './exim-sendmail.ts';
import { GO_SERVERS } from './go.ts';
import { OPENSMTPD } from './opensmtpd.ts';
import { OTHER_SERVERS } from './others.ts';
import { POSTFIX } from './postfix.ts';
import { STALWART } from './stalwart.ts';
import { STANDARD } from './standard.ts';

/** Server software, then plain words, then the standard: the first row that fits wins. */
export const SERVERS: readonly ServerFamily[] = [
  ...EXCHANGE,
  ...OPENSMTPD,
  ...STALWART,
  ...GO_SERVERS,
  ...OTHER_SERVERS,
  ...POSTFIX,
  ...DOVECOT,
  ...EXIM_AND_SENDMAIL,
  ...STANDARD,
];
