import type { Provider } from '../schema.ts';

/** https://help.aliyun.com/zh/document_detail/602363.html */
export const ALIYUN: Provider = {
  id: 'aliyun',
  name: 'Alibaba Mail',
  hosts: ['smtp.aliyun.com', 'smtp.qiye.aliyun.com', 'smtp.mxhichina.com', '*.mxhichina.com'],
  implicit: [465],
};
