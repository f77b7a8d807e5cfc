import type { Provider } from '../schema.ts';
import { ALIYUN } from './aliyun.ts';
import { AZURE } from './azure.ts';
import { BREVO } from './brevo.ts';
import { CLOUDFLARE } from './cloudflare.ts';
import { ELASTIC_EMAIL } from './elastic-email.ts';
import { EMAILIT } from './emailit.ts';
import { EXMAIL } from './exmail.ts';
import { FASTMAIL } from './fastmail.ts';
import { FEISHU } from './feishu.ts';
import { GANDI } from './gandi.ts';
import { GMAIL } from './gmail.ts';
import { GMX } from './gmx.ts';
import { GODADDY } from './godaddy.ts';
import { HETZNER } from './hetzner.ts';
import { ICLOUD } from './icloud.ts';
import { INFOMANIAK } from './infomaniak.ts';
import { IONOS } from './ionos.ts';
import { JETEMAIL } from './jetemail.ts';
import { MAIL_RU } from './mail-ru.ts';
import { MAILGUN } from './mailgun.ts';
import { MAILJET } from './mailjet.ts';
import { MAILTRAP } from './mailtrap.ts';
import { MANDRILL } from './mandrill.ts';
import { MICROSOFT } from './microsoft.ts';
import { NAVER } from './naver.ts';
import { NETEASE } from './netease.ts';
import { ORACLE } from './oracle.ts';
import { OVH } from './ovh.ts';
import { POSTMARK } from './postmark.ts';
import { PROTON } from './proton.ts';
import { QQ } from './qq.ts';
import { RESEND } from './resend.ts';
import { SAKURA } from './sakura.ts';
import { SENDGRID } from './sendgrid.ts';
import { SES } from './ses.ts';
import { SMTP_COM } from './smtp-com.ts';
import { SMTP2GO } from './smtp2go.ts';
import { SPARKPOST } from './sparkpost.ts';
import { STRATO } from './strato.ts';
import { TELEKOM } from './telekom.ts';
import { TISCALI } from './tiscali.ts';
import { USESEND } from './usesend.ts';
import { XSERVER } from './xserver.ts';
import { YAHOO } from './yahoo.ts';
import { YAHOO_JAPAN } from './yahoo-japan.ts';
import { YANDEX } from './yandex.ts';
import { ZEPTOMAIL } from './zeptomail.ts';
import { ZOHO } from './zoho.ts';

/** Every company that is known, by id. Their order does not matter: a host belongs to one of them. */
export const PROVIDERS: readonly Provider[] = [
  ALIYUN,
  AZURE,
  BREVO,
  CLOUDFLARE,
  ELASTIC_EMAIL,
  EMAILIT,
  EXMAIL,
  FASTMAIL,
  FEISHU,
  GANDI,
  GMAIL,
  GMX,
  GODADDY,
  HETZNER,
  ICLOUD,
  INFOMANIAK,
  IONOS,
  JETEMAIL,
  MAIL_RU,
  MAILGUN,
  MAILJET,
  MAILTRAP,
  MANDRILL,
  MICROSOFT,
  NAVER,
  NETEASE,
  ORACLE,
  OVH,
  POSTMARK,
  PROTON,
  QQ,
  RESEND,
  SAKURA,
  SENDGRID,
  SES,
  SMTP_COM,
  SMTP2GO,
  SPARKPOST,
  STRATO,
  TELEKOM,
  TISCALI,
  USESEND,
  XSERVER,
  YAHOO,
  YAHOO_JAPAN,
  YANDEX,
  ZEPTOMAIL,
  ZOHO,
];
