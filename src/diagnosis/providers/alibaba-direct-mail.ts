import type { Provider } from '../schema.ts';

/** https://alibabacloud.com/help/tc/direct-mail/user-guide/summary-of-common-email-return-codes-and-solutions */
export const ALIBABA_DIRECT_MAIL: Provider = {
  id: 'alibaba-direct-mail',
  name: 'Alibaba Cloud Direct Mail',
  hosts: ['smtpdm.aliyun.com', 'smtpdm-*.aliyun.com', 'smtpdm-*.aliyuncs.com'],
  implicit: [465],
};
