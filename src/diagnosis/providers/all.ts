import type { Provider } from '../schema.ts';
import { A1 } from './a1.ts';
import { ACTIVE24 } from './active24.ts';
import { ALIBABA_DIRECT_MAIL } from './alibaba-direct-mail.ts';
import { ALIYUN } from './aliyun.ts';
import { ARUBA } from './aruba.ts';
import { AZURE } from './azure.ts';
import { BELL } from './bell.ts';
import { BIGLOBE } from './biglobe.ts';
import { BLUEHOST } from './bluehost.ts';
import { BLUEWIN } from './bluewin.ts';
import { BREVO } from './brevo.ts';
import { BT } from './bt.ts';
import { CENTURYLINK } from './centurylink.ts';
import { CHINA_MOBILE_139 } from './china-mobile-139.ts';
import { CHINA_TELECOM_189 } from './china-telecom-189.ts';
import { CLOUDFLARE } from './cloudflare.ts';
import { COMCAST } from './comcast.ts';
import { CONOHA } from './conoha.ts';
import { CORESERVER } from './coreserver.ts';
import { DAUM } from './daum.ts';
import { DISROOT } from './disroot.ts';
import { DOMAINFACTORY } from './domainfactory.ts';
import { DONDOMINIO } from './dondominio.ts';
import { DREAMHOST } from './dreamhost.ts';
import { EARTHLINK } from './earthlink.ts';
import { ELASTIC_EMAIL } from './elastic-email.ts';
import { EMAILIT } from './emailit.ts';
import { EXMAIL } from './exmail.ts';
import { FASTMAIL } from './fastmail.ts';
import { FASTWEB } from './fastweb.ts';
import { FEISHU } from './feishu.ts';
import { FORWARD_EMAIL } from './forward-email.ts';
import { FREE } from './free.ts';
import { FREENET } from './freenet.ts';
import { GANDI } from './gandi.ts';
import { GMAIL } from './gmail.ts';
import { GMX } from './gmx.ts';
import { GODADDY } from './godaddy.ts';
import { HETZNER } from './hetzner.ts';
import { HOSTINGER } from './hostinger.ts';
import { ICLOUD } from './icloud.ts';
import { IIJ } from './iij.ts';
import { INFOMANIAK } from './infomaniak.ts';
import { INTERIA } from './interia.ts';
import { IONOS } from './ionos.ts';
import { JETEMAIL } from './jetemail.ts';
import { KAGOYA } from './kagoya.ts';
import { KOLAB_NOW } from './kolab-now.ts';
import { KPN } from './kpn.ts';
import { LAPOSTE } from './laposte.ts';
import { LIBERO } from './libero.ts';
import { LOLIPOP } from './lolipop.ts';
import { LOOPIA } from './loopia.ts';
import { MAIL_DE } from './mail-de.ts';
import { MAIL_RU } from './mail-ru.ts';
import { MAILBOX_ORG } from './mailbox-org.ts';
import { MAILERSEND } from './mailersend.ts';
import { MAILFENCE } from './mailfence.ts';
import { MAILGUN } from './mailgun.ts';
import { MAILJET } from './mailjet.ts';
import { MAILO } from './mailo.ts';
import { MAILTRAP } from './mailtrap.ts';
import { MANDRILL } from './mandrill.ts';
import { MICROSOFT } from './microsoft.ts';
import { MIGADU } from './migadu.ts';
import { MOPERA } from './mopera.ts';
import { MUUMUU } from './muumuu.ts';
import { NAMECHEAP } from './namecheap.ts';
import { NAVER } from './naver.ts';
import { NETEASE } from './netease.ts';
import { NIFTY } from './nifty.ts';
import { OCN } from './ocn.ts';
import { ONAMAE } from './onamae.ts';
import { ONE_COM } from './one-com.ts';
import { ONET } from './onet.ts';
import { ORACLE } from './oracle.ts';
import { ORANGE } from './orange.ts';
import { OVH } from './ovh.ts';
import { POBOX } from './pobox.ts';
import { POSTEO } from './posteo.ts';
import { POSTMARK } from './postmark.ts';
import { PROTON } from './proton.ts';
import { PROXIMUS } from './proximus.ts';
import { PURELYMAIL } from './purelymail.ts';
import { QQ } from './qq.ts';
import { RACKSPACE } from './rackspace.ts';
import { RAMBLER } from './rambler.ts';
import { REDIFFMAIL } from './rediffmail.ts';
import { RESEND } from './resend.ts';
import { RISEUP } from './riseup.ts';
import { RUNBOX } from './runbox.ts';
import { SAKURA } from './sakura.ts';
import { SAPO } from './sapo.ts';
import { SCALEWAY } from './scaleway.ts';
import { SENDCLOUD } from './sendcloud.ts';
import { SENDGRID } from './sendgrid.ts';
import { SENDPULSE } from './sendpulse.ts';
import { SES } from './ses.ts';
import { SEZNAM } from './seznam.ts';
import { SFR } from './sfr.ts';
import { SKY } from './sky.ts';
import { SMTP_COM } from './smtp-com.ts';
import { SMTP2GO } from './smtp2go.ts';
import { SOFTBANK } from './softbank.ts';
import { SPARKPOST } from './sparkpost.ts';
import { SPECTRUM } from './spectrum.ts';
import { STARTMAIL } from './startmail.ts';
import { STRATO } from './strato.ts';
import { TELEKOM } from './telekom.ts';
import { TELSTRA } from './telstra.ts';
import { TIM } from './tim.ts';
import { TIPIMAIL } from './tipimail.ts';
import { TISCALI } from './tiscali.ts';
import { TITAN } from './titan.ts';
import { TURBOSMTP } from './turbosmtp.ts';
import { UOL } from './uol.ts';
import { USESEND } from './usesend.ts';
import { VIRGIN_MEDIA } from './virgin-media.ts';
import { VODAFONE_DE } from './vodafone-de.ts';
import { WEBSUPPORT } from './websupport.ts';
import { WP } from './wp.ts';
import { XSERVER } from './xserver.ts';
import { XTRA } from './xtra.ts';
import { YAHOO } from './yahoo.ts';
import { YAHOO_JAPAN } from './yahoo-japan.ts';
import { YANDEX } from './yandex.ts';
import { ZEELANDNET } from './zeelandnet.ts';
import { ZEPTOMAIL } from './zeptomail.ts';
import { ZIGGO } from './ziggo.ts';
import { ZOHO } from './zoho.ts';

/** Every company that is known, by id. Their order does not matter: a host belongs to one of them. */
export const PROVIDERS: readonly Provider[] = [
  A1,
  ACTIVE24,
  ALIBABA_DIRECT_MAIL,
  ALIYUN,
  ARUBA,
  AZURE,
  BELL,
  BIGLOBE,
  BLUEHOST,
  BLUEWIN,
  BREVO,
  BT,
  CENTURYLINK,
  CHINA_MOBILE_139,
  CHINA_TELECOM_189,
  CLOUDFLARE,
  COMCAST,
  CONOHA,
  CORESERVER,
  DAUM,
  DISROOT,
  DOMAINFACTORY,
  DONDOMINIO,
  DREAMHOST,
  EARTHLINK,
  ELASTIC_EMAIL,
  EMAILIT,
  EXMAIL,
  FASTMAIL,
  FASTWEB,
  FEISHU,
  FORWARD_EMAIL,
  FREE,
  FREENET,
  GANDI,
  GMAIL,
  GMX,
  GODADDY,
  HETZNER,
  HOSTINGER,
  ICLOUD,
  IIJ,
  INFOMANIAK,
  INTERIA,
  IONOS,
  JETEMAIL,
  KAGOYA,
  KOLAB_NOW,
  KPN,
  LAPOSTE,
  LIBERO,
  LOLIPOP,
  LOOPIA,
  MAIL_DE,
  MAIL_RU,
  MAILBOX_ORG,
  MAILERSEND,
  MAILFENCE,
  MAILGUN,
  MAILJET,
  MAILO,
  MAILTRAP,
  MANDRILL,
  MICROSOFT,
  MIGADU,
  MOPERA,
  MUUMUU,
  NAMECHEAP,
  NAVER,
  NETEASE,
  NIFTY,
  OCN,
  ONAMAE,
  ONE_COM,
  ONET,
  ORACLE,
  ORANGE,
  OVH,
  POBOX,
  POSTEO,
  POSTMARK,
  PROTON,
  PROXIMUS,
  PURELYMAIL,
  QQ,
  RACKSPACE,
  RAMBLER,
  REDIFFMAIL,
  RESEND,
  RISEUP,
  RUNBOX,
  SAKURA,
  SAPO,
  SCALEWAY,
  SENDCLOUD,
  SENDGRID,
  SENDPULSE,
  SES,
  SEZNAM,
  SFR,
  SKY,
  SMTP_COM,
  SMTP2GO,
  SOFTBANK,
  SPARKPOST,
  SPECTRUM,
  STARTMAIL,
  STRATO,
  TELEKOM,
  TELSTRA,
  TIM,
  TIPIMAIL,
  TISCALI,
  TITAN,
  TURBOSMTP,
  UOL,
  USESEND,
  VIRGIN_MEDIA,
  VODAFONE_DE,
  WEBSUPPORT,
  WP,
  XSERVER,
  XTRA,
  YAHOO,
  YAHOO_JAPAN,
  YANDEX,
  ZEELANDNET,
  ZEPTOMAIL,
  ZIGGO,
  ZOHO,
];
