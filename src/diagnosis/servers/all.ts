import type { ServerFamily } from '../schema.ts';
import { DOVECOT } from './dovecot.ts';
import { EXCHANGE } from './exchange.ts';
import { EXIM } from './exim.ts';
import { GO_SMTP } from './go-smtp.ts';
import { HARAKA } from './haraka.ts';
import { HMAILSERVER } from './hmailserver.ts';
import { JAMES } from './james.ts';
import { MADDY } from './maddy.ts';
import { BARE_NUMBERS } from './bare-numbers.ts';
import { OPENSMTPD } from './opensmtpd.ts';
import { POSTAL } from './postal.ts';
import { POSTFIX } from './postfix.ts';
import { QMAIL } from './qmail.ts';
import { SENDMAIL } from './sendmail.ts';
import { STALWART } from './stalwart.ts';
import { PLAIN_WORDS } from './plain-words.ts';

/** Server software, then words that any server may use, then bare numbers: the first row that fits wins. */
export const SERVERS: readonly ServerFamily[] = [
  ...EXCHANGE,
  ...OPENSMTPD,
  ...STALWART,
  ...MADDY,
  ...GO_SMTP,
  ...POSTAL,
  ...HARAKA,
  ...JAMES,
  ...QMAIL,
  ...HMAILSERVER,
  ...POSTFIX,
  ...DOVECOT,
  ...EXIM,
  ...SENDMAIL,
  ...PLAIN_WORDS,
  ...BARE_NUMBERS,
];
