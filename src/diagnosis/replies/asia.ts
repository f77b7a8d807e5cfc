import type { RepliesOf } from '../schema.ts';

/** Companies where people have mailboxes, Russia and East Asia. */

const AUTOCONFIG = 'https://github.com/thunderbird/autoconfig';
const PROVIDER_DB = 'https://github.com/chatmail/provider-db';
const ALIYUN = 'https://help.aliyun.com/zh/document_detail/602363.html';

export const ASIA_REPLIES = {
  aliyun: [
    {
      id: 'aliyun-authentication-failure',
      code: 526,
      text: /Authentication failure/i,
      cause: 'app-password-required',
      meaning:
        'Alibaba Mail refused the login: it wants the password for third-party clients, or access by mail programs is switched off.',
      nextStep:
        'Allow third-party clients, generate their security password and store it. The user name is the full address.',
      sources: [ALIYUN],
    },
  ],
  'mail-ru': [
    {
      id: 'mail-ru-app-password',
      code: 535,
      enhanced: '5.7.0',
      text: /parol prilozheniya|Application password is REQUIRED/i,
      cause: 'app-password-required',
      nextStep: 'Create a password for external applications in the account and store it.',
      sources: ['https://github.com/lmanukyan/print-designer/issues/5', PROVIDER_DB],
    },
  ],
  naver: [
    {
      id: 'naver-not-accepted',
      code: 535,
      enhanced: '5.7.1',
      text: /Username and Password not accepted/i,
      cause: 'wrong-credentials',
      meaning:
        'Naver refused user name and password. It says the same when POP3/SMTP is off or an app password is needed.',
      nextStep:
        'Switch on POP3/SMTP in the mail settings, create an app password if two-step login is on, and store it.',
      sources: [PROVIDER_DB],
    },
  ],
  netease: [
    {
      id: 'netease-no-permission',
      code: 550,
      text: /User has no permission/i,
      cause: 'smtp-auth-disabled',
      meaning: 'SMTP is not switched on for this account, or NetEase has blocked it.',
      nextStep:
        'Switch on SMTP in the web settings and store the authorisation code that they show, not the login password.',
      sources: [PROVIDER_DB],
    },
    {
      id: 'netease-wrong-credentials',
      code: 535,
      text: /Error: authentication failed/i,
      cause: 'wrong-credentials',
      nextStep:
        'Store the authorisation code for mail programs from the web settings; the login password is not taken here.',
      sources: [
        'https://github.com/Vincedream/NodeMail/issues/11',
        'https://github.com/lossme/ComicBook/issues/3',
      ],
    },
  ],
  qq: [
    {
      id: 'qq-authorisation-code',
      code: 535,
      text: /authorization code to login/i,
      cause: 'app-password-required',
      meaning:
        'QQ Mail wants an authorisation code, not the login password; codes lapse when the password changes.',
      nextStep: 'Switch on SMTP in the web settings and store the 16 letters that they show.',
      sources: [
        'https://github.com/louislam/uptime-kuma/issues/3434',
        'https://github.com/pppscn/SmsForwarder/issues/507',
      ],
    },
    {
      id: 'qq-authorisation-code-chinese',
      code: 535,
      text: /no=1001256|\u8bf7\u4f7f\u7528\u6388\u6743\u7801\u767b\u5f55/,
      cause: 'app-password-required',
      meaning:
        'QQ Mail wants an authorisation code, not the login password; codes lapse when the password changes.',
      nextStep: 'Switch on SMTP in the web settings and store the 16 letters that they show.',
      sources: [
        'https://github.com/pandolia/qqbot/issues/36',
        'https://github.com/DesertsP/Valine-Admin/issues/16',
      ],
    },
  ],
  tencent: [
    {
      id: 'tencent-account-abnormal',
      code: 535,
      text: /Account is abnormal, service is not open, password is incorrect, login frequency limited/i,
      cause: 'ambiguous-refusal',
      meaning:
        'The server has one sentence for five reasons: a wrong or lapsed code, SMTP switched off, too many logins, or an unusual place. The cause is not certain.',
      nextStep:
        'Renew the authorisation code, make sure that SMTP is on, and wait some hours before the next try.',
      sources: ['https://github.com/chengazhen/cursor-auto-free/issues/294'],
    },
    {
      id: 'tencent-system-busy',
      code: 535,
      text: /authentication failed, system busy/i,
      cause: 'throttled',
      meaning:
        'After many logins the account takes no more for a while; right passwords get this answer too.',
      nextStep: 'Wait some hours, check the password for mail programs, and check less often.',
      sources: [AUTOCONFIG],
    },
  ],
  yandex: [
    {
      id: 'yandex-no-access',
      code: 535,
      enhanced: '5.7.8',
      text: /does not have access rights to this service/i,
      cause: 'app-password-required',
      meaning:
        'Access by mail programs is switched off for this account, or it needs an app password.',
      nextStep:
        'Allow mail programs in the settings, create an app password of the type "Mail" and store it.',
      sources: [PROVIDER_DB],
    },
  ],
} satisfies RepliesOf;
