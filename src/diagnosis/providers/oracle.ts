import type { Provider } from '../schema.ts';

/** https://docs.oracle.com/en-us/iaas/Content/Email/Concepts/troubleshooting.htm */
export const ORACLE: Provider = {
  id: 'oracle',
  name: 'Oracle Cloud Email Delivery',
  hosts: ['smtp.email.*.oci.oraclecloud.com'],
  starttls: [587, 25],
  implicit: [465],
  shapes: [
    {
      input: 'username',
      should: /^ocid1\.user\./,
      message:
        'does not look like an SMTP user name of Oracle Cloud (it begins with ocid1.user.). Generate SMTP credentials for the user',
    },
  ],
};
