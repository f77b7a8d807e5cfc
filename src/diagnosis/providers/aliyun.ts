import type { Provider } from '../schema.ts';

/** https://help.aliyun.com/zh/document_detail/602363.html */
export const ALIYUN: Provider = {
  id: 'aliyun',
  name: 'Alibaba Mail',
  hosts: ['smtp.aliyun.com', 'smtp.qiye.aliyun.com', 'smtp.mxhichina.com'],
  implicit: [465],
  notForSending: [
    'imap.aliyun.com',
    'pop3.aliyun.com',
    'imap.qiye.aliyun.com',
    'pop.qiye.aliyun.com',
    'imap.mxhichina.com',
    'pop3.mxhichina.com',
    'mxn.mxhichina.com',
    'mxw.mxhichina.com',
  ],
};
