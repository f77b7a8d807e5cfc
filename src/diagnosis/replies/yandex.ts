import type { ReplyRow } from '../schema.ts';

export const YANDEX_REPLIES: readonly ReplyRow[] = [
  {
    id: 'yandex-captcha',
    text: /message looks like spam|prove you are not a robot/i,
    isUnique: true,
    cause: 'sign-in-policy',
    meaning:
      'Yandex wants the owner to prove in a web browser that the account is not used by a robot. The password was not judged.',
    nextStep:
      'Open the link in the reply of the server in a web browser, sign in and solve the captcha. Then run the job again.',
  },
  {
    id: 'yandex-no-access',
    code: 535,
    text: /does not have access(?: rights)?(?: to this service)?/i,
    cause: 'app-password-required',
    meaning:
      'Access by mail programs is switched off for this account, or Yandex requires an app password.',
    nextStep:
      'At https://id.yandex.ru: Security, App passwords, Mail. In Yandex Mail: All settings, Email clients, allow app passwords. Store the app password as the secret.',
  },
  {
    id: 'yandex-terms',
    text: /accept EULA first/i,
    isUnique: true,
    cause: 'account-locked',
    meaning:
      'Nobody has accepted the terms of use of this new mailbox yet. The password was not judged.',
    nextStep:
      'Sign in to the mailbox once at https://mail.yandex.com in a web browser and accept the terms. Then run the job again.',
  },
  {
    id: 'yandex-invalid-format',
    text: /authentication failed: Invalid format/i,
    cause: 'login-malformed',
    meaning: 'Yandex could not read user name or password. The password was not judged.',
    nextStep:
      'Check that "username" is the full address and that "password" is not empty and has no line break. Then store both again.',
  },
  {
    id: 'yandex-wrong-credentials',
    text: /Invalid user or password/i,
    cause: 'wrong-credentials',
    nextStep:
      'At https://id.yandex.ru: Security, App passwords, Mail. In Yandex Mail: All settings, Email clients, allow app passwords. Store the app password as the secret.',
  },
  {
    id: 'yandex-encryption',
    code: 530,
    text: /without SSL\/TLS encryption is not allowed/i,
    cause: 'tls-required',
    nextStep: 'Set "implicit-tls: true" with port 465, or "starttls: required" with port 587.',
  },
];
