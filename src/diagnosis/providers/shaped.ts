import type { Provider } from '../schema.ts';
import { BREVO } from './brevo.ts';
import { CLOUDFLARE } from './cloudflare.ts';
import { GMAIL } from './gmail.ts';
import { ICLOUD } from './icloud.ts';
import { MAILGUN } from './mailgun.ts';
import { MAILJET } from './mailjet.ts';
import { ORACLE } from './oracle.ts';
import { QQ } from './qq.ts';
import { RESEND } from './resend.ts';
import { SCALEWAY } from './scaleway.ts';
import { SENDGRID } from './sendgrid.ts';
import { SES } from './ses.ts';
import { SPARKPOST } from './sparkpost.ts';
import { USESEND } from './usesend.ts';
import { YAHOO } from './yahoo.ts';

/** The companies that know what their credentials look like: all that is needed before anything is sent. */
export const SHAPED: readonly Provider[] = [
  BREVO,
  CLOUDFLARE,
  GMAIL,
  ICLOUD,
  MAILGUN,
  MAILJET,
  ORACLE,
  QQ,
  RESEND,
  SCALEWAY,
  SENDGRID,
  SES,
  SPARKPOST,
  USESEND,
  YAHOO,
];
