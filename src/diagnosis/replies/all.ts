import type { RepliesOf } from '../schema.ts';
import { ALIBABA_DIRECT_MAIL_REPLIES } from './alibaba-direct-mail.ts';
import { ALIYUN_REPLIES } from './aliyun.ts';
import { ARUBA_REPLIES } from './aruba.ts';
import { AZURE_REPLIES } from './azure.ts';
import { BREVO_REPLIES } from './brevo.ts';
import { EMAILIT_REPLIES } from './emailit.ts';
import { EXMAIL_REPLIES } from './exmail.ts';
import { FASTMAIL_REPLIES } from './fastmail.ts';
import { FEISHU_REPLIES } from './feishu.ts';
import { GMAIL_REPLIES } from './gmail.ts';
import { GMX_REPLIES } from './gmx.ts';
import { GODADDY_REPLIES } from './godaddy.ts';
import { HOSTINGER_REPLIES } from './hostinger.ts';
import { ICLOUD_REPLIES } from './icloud.ts';
import { INFOMANIAK_REPLIES } from './infomaniak.ts';
import { IONOS_REPLIES } from './ionos.ts';
import { JETEMAIL_REPLIES } from './jetemail.ts';
import { MAIL_RU_REPLIES } from './mail-ru.ts';
import { MAILGUN_REPLIES } from './mailgun.ts';
import { MAILJET_REPLIES } from './mailjet.ts';
import { MAILTRAP_REPLIES } from './mailtrap.ts';
import { MANDRILL_REPLIES } from './mandrill.ts';
import { MICROSOFT_REPLIES } from './microsoft.ts';
import { NAVER_REPLIES } from './naver.ts';
import { NETEASE_REPLIES } from './netease.ts';
import { ONE_COM_REPLIES } from './one-com.ts';
import { ORACLE_REPLIES } from './oracle.ts';
import { OVH_REPLIES } from './ovh.ts';
import { POSTMARK_REPLIES } from './postmark.ts';
import { PROTON_REPLIES } from './proton.ts';
import { QQ_REPLIES } from './qq.ts';
import { RAMBLER_REPLIES } from './rambler.ts';
import { RESEND_REPLIES } from './resend.ts';
import { SAKURA_REPLIES } from './sakura.ts';
import { SENDGRID_REPLIES } from './sendgrid.ts';
import { SES_REPLIES } from './ses.ts';
import { SMTP_COM_REPLIES } from './smtp-com.ts';
import { SPARKPOST_REPLIES } from './sparkpost.ts';
import { TISCALI_REPLIES } from './tiscali.ts';
import { YAHOO_REPLIES } from './yahoo.ts';
import { YANDEX_REPLIES } from './yandex.ts';
import { ZEPTOMAIL_REPLIES } from './zeptomail.ts';
import { ZOHO_REPLIES } from './zoho.ts';

/** What the servers of each company say, by the company's id. */
export const REPLIES: RepliesOf = {
  'alibaba-direct-mail': ALIBABA_DIRECT_MAIL_REPLIES,
  aliyun: ALIYUN_REPLIES,
  aruba: ARUBA_REPLIES,
  azure: AZURE_REPLIES,
  brevo: BREVO_REPLIES,
  emailit: EMAILIT_REPLIES,
  exmail: EXMAIL_REPLIES,
  fastmail: FASTMAIL_REPLIES,
  feishu: FEISHU_REPLIES,
  gmail: GMAIL_REPLIES,
  gmx: GMX_REPLIES,
  godaddy: GODADDY_REPLIES,
  hostinger: HOSTINGER_REPLIES,
  icloud: ICLOUD_REPLIES,
  infomaniak: INFOMANIAK_REPLIES,
  ionos: IONOS_REPLIES,
  jetemail: JETEMAIL_REPLIES,
  'mail-ru': MAIL_RU_REPLIES,
  mailgun: MAILGUN_REPLIES,
  mailjet: MAILJET_REPLIES,
  mailtrap: MAILTRAP_REPLIES,
  mandrill: MANDRILL_REPLIES,
  microsoft: MICROSOFT_REPLIES,
  naver: NAVER_REPLIES,
  netease: NETEASE_REPLIES,
  'one-com': ONE_COM_REPLIES,
  oracle: ORACLE_REPLIES,
  ovh: OVH_REPLIES,
  postmark: POSTMARK_REPLIES,
  proton: PROTON_REPLIES,
  qq: QQ_REPLIES,
  rambler: RAMBLER_REPLIES,
  resend: RESEND_REPLIES,
  sakura: SAKURA_REPLIES,
  sendgrid: SENDGRID_REPLIES,
  ses: SES_REPLIES,
  'smtp-com': SMTP_COM_REPLIES,
  sparkpost: SPARKPOST_REPLIES,
  tiscali: TISCALI_REPLIES,
  yahoo: YAHOO_REPLIES,
  yandex: YANDEX_REPLIES,
  zeptomail: ZEPTOMAIL_REPLIES,
  zoho: ZOHO_REPLIES,
};
