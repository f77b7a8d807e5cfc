import type { Result } from '../model/result.ts';
import { usesPassword } from './causes.ts';
import { endpoint } from './explanation.ts';
import { providersOf } from './providers/all.ts';

/** Something that works today and will not for ever, or is weaker than it need be. */
export interface Notice {
  /** `warning` is worth an annotation; `note` is for whoever reads the summary. */
  readonly level: 'warning' | 'note';
  readonly title: string;
  readonly message: string;
}

const DAY_MS = 86_400_000;

/** Everything about a login that works which its owner should know before it breaks. */
export function lookAhead(result: Result, now = Date.now()): Notice[] {
  return [
    ...certificateEnds(result, now),
    ...passwordLoginEnds(result),
    ...authBeforeTls(result),
    ...oldTls(result),
  ];
}

function certificateEnds(result: Result, now: number): Notice[] {
  const { tls, account } = result;
  if (!tls?.verified || account.certificateWarnDays === 0) return [];
  const days = Math.floor((tls.validTo.getTime() - now) / DAY_MS);
  if (days >= account.certificateWarnDays) return [];
  const when = days < 0 ? 'has ended' : days === 1 ? 'ends in 1 day' : `ends in ${days} days`;
  const message = `The certificate of ${endpoint(result)} ${when} (${tls.validTo.toISOString().slice(0, 10)}). After that every login here fails. Renew it, or set "certificate-warn-days: 0" to hear no more of this.`;
  return [{ level: 'warning', title: 'SMTP server certificate ends soon', message }];
}

/**
 * Microsoft switches login with a password off by default at the end of December 2026; administrators can
 * switch it on again until a final date, which is to be announced in the second half of 2027.
 * https://techcommunity.microsoft.com/blog/exchange/updated-exchange-online-smtp-auth-basic-authentication-deprecation-timeline/4489835
 */
function passwordLoginEnds(result: Result): Notice[] {
  const isMicrosoft = providersOf(result.account.host).some(({ id }) => id === 'microsoft');
  if (!isMicrosoft || result.verdict !== 'accepted' || !usesPassword(result)) return [];
  const message =
    'Microsoft 365 switches login with a password off by default at the end of December 2026. An administrator can switch it on again until a final date, which Microsoft will announce in the second half of 2027. Move this workflow to an access token (mechanism XOAUTH2) or to another sending service before that.';
  return [{ level: 'warning', title: 'Microsoft 365 ends login with a password', message }];
}

function authBeforeTls(result: Result): Notice[] {
  if (!result.authBeforeTls) return [];
  const message = `${endpoint(result)} offers login before TLS has begun. This check waits for TLS; a careless program would send its password in clear text. The administrator can forbid it (in Postfix: smtpd_tls_auth_only = yes).`;
  return [{ level: 'note', title: 'Login is offered without TLS', message }];
}

/** What was agreed on is the best that both sides speak, and this side speaks TLS 1.3. */
function oldTls(result: Result): Notice[] {
  if (result.tls?.version !== 'TLSv1.2') return [];
  const message = `${endpoint(result)} does not speak TLS 1.3. TLS 1.2 is still safe; plan the server's upgrade.`;
  return [{ level: 'note', title: 'TLS 1.2 only', message }];
}
