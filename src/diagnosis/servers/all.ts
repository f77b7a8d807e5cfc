import type { ServerFamily } from '../schema.ts';
import { COMMUNIGATE } from './communigate.ts';
import { COURIER } from './courier.ts';
import { CYRUS_SASL } from './cyrus-sasl.ts';
import { DOVECOT } from './dovecot.ts';
import { EXCHANGE } from './exchange.ts';
import { EXIM } from './exim.ts';
import { GO_SMTP } from './go-smtp.ts';
import { HARAKA } from './haraka.ts';
import { HMAILSERVER } from './hmailserver.ts';
import { JAMES } from './james.ts';
import { MADDY } from './maddy.ts';
import { MAILENABLE } from './mailenable.ts';
import { OPENSMTPD } from './opensmtpd.ts';
import { POSTAL } from './postal.ts';
import { POSTFIX } from './postfix.ts';
import { QMAIL } from './qmail.ts';
import { SENDMAIL } from './sendmail.ts';
import { STALWART } from './stalwart.ts';

/** Server software; the first row that fits wins. */
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
  ...MAILENABLE,
  ...COMMUNIGATE,
  ...COURIER,
  ...DOVECOT,
  ...CYRUS_SASL,
  ...POSTFIX,
  ...EXIM,
  ...SENDMAIL,
];
