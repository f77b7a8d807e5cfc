import type { Provider } from '../schema.ts';

/** Companies where people have mailboxes, Russia and East Asia. */

const AUTOCONFIG = 'https://github.com/thunderbird/autoconfig';
const PROVIDER_DB = 'https://github.com/chatmail/provider-db';
const ALIYUN = 'https://help.aliyun.com/zh/document_detail/602363.html';
const CODE_SHAPE = {
  input: 'password',
  should: /^[A-Za-z]{16}$/,
  message:
    'does not have the form of an authorisation code (16 letters). QQ Mail takes no login password here',
} as const;

export const ASIA = [
  {
    id: 'aliyun',
    name: 'Alibaba Mail',
    hosts: ['smtp.aliyun.com', 'smtp.qiye.aliyun.com', 'smtp.mxhichina.com', '*.mxhichina.com'],
    implicit: [465],
    sources: [ALIYUN],
  },
  {
    id: 'mail-ru',
    name: 'Mail.ru',
    hosts: ['smtp.mail.ru'],
    starttls: [587],
    implicit: [465],
    sources: [AUTOCONFIG, PROVIDER_DB],
  },
  {
    id: 'naver',
    name: 'Naver',
    hosts: ['smtp.naver.com'],
    starttls: [587],
    implicit: [465],
    sources: [AUTOCONFIG, PROVIDER_DB],
  },
  {
    id: 'netease',
    name: 'NetEase (163, 126, yeah)',
    hosts: ['smtp.163.com', 'smtp.126.com', 'smtp.yeah.net'],
    implicit: [465],
    sources: [AUTOCONFIG, PROVIDER_DB],
  },
  {
    id: 'qq',
    name: 'QQ Mail',
    hosts: ['smtp.qq.com'],
    starttls: [587],
    implicit: [465],
    shapes: [CODE_SHAPE],
    sources: [AUTOCONFIG, PROVIDER_DB],
  },
  {
    id: 'tencent',
    name: 'Tencent (QQ Mail, Exmail) and Feishu',
    hosts: ['smtp.exmail.qq.com', 'smtp.qq.com', 'smtp.feishu.cn', 'smtp.larksuite.com'],
    implicit: [465],
    sources: [AUTOCONFIG],
  },
  {
    id: 'yahoo-japan',
    name: 'Yahoo! JAPAN Mail',
    hosts: ['smtp.mail.yahoo.co.jp'],
    implicit: [465],
    sources: [AUTOCONFIG, 'https://qiita.com/mironak/items/966903343fb0b6598bb6'],
  },
  {
    id: 'yandex',
    name: 'Yandex Mail',
    hosts: ['smtp.yandex.com', 'smtp.yandex.ru', 'smtp.yandex.*'],
    implicit: [465],
    sources: [AUTOCONFIG, PROVIDER_DB],
  },
] as const satisfies readonly Provider[];
