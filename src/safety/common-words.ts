/**
 * Words of honest replies. Some people use one as a password, and hiding it everywhere would take the reason out of the
 * replies to all other accounts, and tell the password to everybody who sees the gap in "invalid [redacted]".
 */
const COMMON: ReadonlySet<string> = new Set([
  ...['access', 'account', 'accounts', 'allowed', 'application', 'auth', 'authenticate'],
  ...['authenticated', 'authentication', 'authorization', 'authorized', 'blocked', 'client'],
  ...['command', 'connection', 'credential', 'credentials', 'denied', 'disabled', 'domain'],
  ...['email', 'enable', 'enabled', 'error', 'fail', 'failed', 'failure', 'host', 'incorrect'],
  ...['invalid', 'limit', 'locked', 'login', 'mail', 'mailbox', 'message', 'name', 'oauth'],
  ...['password', 'passwords', 'permission', 'please', 'policy', 'refused', 'rejected'],
  ...['relay', 'request', 'required', 'secret', 'secure', 'security', 'sender', 'server'],
  ...['service', 'smtp', 'starttls', 'support', 'temporarily', 'temporary', 'token', 'user'],
  ...['username', 'wrong'],
]);

/** Whether a text, in whatever letter case, is no more than such a word. */
export function isCommonWord(text: string): boolean {
  return COMMON.has(text.toLowerCase());
}
