import type { Notice } from '../model/diagnosis.ts';
import type { Observation } from '../model/observation.ts';
import { daysUntilEnd, endsTooSoon, warnDaysFor } from './certificate-lifetime.ts';
import { ownersOf } from './owners.ts';
import { MICROSOFT } from './providers/microsoft.ts';
import { endpoint } from '../model/subject.ts';

/** Everything that the owner of a login should know before it breaks. */
export function lookAhead(
  observation: Observation,
  { isAccepted, now = Date.now() }: { readonly isAccepted: boolean; readonly now?: number },
): Notice[] {
  return [
    ...certificateEnds(observation, now),
    ...(isAccepted ? passwordLoginEnds(observation, now) : []),
    ...authBeforeTls(observation),
    ...oldTls(observation),
    ...smallClientHello(observation),
    ...deadAddresses(observation),
  ];
}

function certificateEnds(observation: Observation, now: number): Notice[] {
  const { tls, account } = observation;
  if (!tls?.verified || endsTooSoon(observation, now)) return [];
  const days = daysUntilEnd(tls, now);
  const limit = account.certificateWarnDays ?? warnDaysFor(tls);
  if (limit === 0 || days >= limit) return [];
  const when =
    days < 0 ? 'has expired' : days === 1 ? 'expires in 1 day' : `expires in ${days} days`;
  const message = `The certificate of ${endpoint(observation)} ${when} (${tls.validTo.toISOString().slice(0, 10)}). Logins will fail after that date. Renew it, or set "certificate-warn-days: 0" to disable this warning.`;
  return [{ level: 'warning', title: 'SMTP server certificate expires soon', message }];
}

const MICROSOFT_ALONE = [MICROSOFT];
/** The first moment of 2027, UTC. */
const OFF_BY_DEFAULT = Date.UTC(2027, 0, 1);

/**
 * Microsoft turns password login off by default at the end of December 2026; administrators can
 * turn it on again until a final date, which is to be announced in the second half of 2027.
 * https://techcommunity.microsoft.com/blog/exchange/updated-exchange-online-smtp-auth-basic-authentication-deprecation-timeline/4489835
 */
function passwordLoginEnds({ account }: Observation, now: number): Notice[] {
  const isMicrosoft = ownersOf(account.host, MICROSOFT_ALONE).length > 0;
  if (!isMicrosoft || account.credential.kind !== 'password') return [];
  const state =
    now < OFF_BY_DEFAULT
      ? 'Microsoft 365 turns password login off by default at the end of December 2026. An administrator can turn it on again until a final date, which Microsoft will announce in the second half of 2027.'
      : 'Password login is still on for this mailbox, although it is off by default in Microsoft 365 since the end of December 2026. It ends on a final date, which Microsoft planned to announce in the second half of 2027.';
  const message = `${state} Move to an access token (mechanism XOAUTH2) or to another sending service before that.`;
  return [{ level: 'warning', title: 'Microsoft 365 ends password login', message }];
}

function authBeforeTls(observation: Observation): Notice[] {
  if (!observation.authBeforeTls) return [];
  const message = `${endpoint(observation)} offers login before TLS. This check waits for TLS; a careless program would send its password unencrypted. The administrator can disable it (in Postfix: smtpd_tls_auth_only = yes).`;
  return [{ level: 'note', title: 'Login is offered without TLS', message }];
}

/** What was agreed on is the best that both sides speak, and this side speaks TLS 1.3. */
function oldTls(observation: Observation): Notice[] {
  if (observation.tls?.version !== 'TLSv1.2') return [];
  const message = `${endpoint(observation)} does not support TLS 1.3. TLS 1.2 is still safe; plan the server's upgrade.`;
  return [{ level: 'note', title: 'TLS 1.2 only', message }];
}

/** RFC 8446 section 4.1.2; a ClientHello with a post-quantum key share (ML-KEM) does not fit into one TCP segment. */
function smallClientHello(observation: Observation): Notice[] {
  if (!observation.smallClientHello) return [];
  const message = `${endpoint(observation)} did not answer a TLS handshake with post-quantum key exchange, which takes more than one packet; a smaller one worked. Programs that use post-quantum TLS by default fail there. The administrator should update the server, or the firewall in front of it.`;
  return [{ level: 'warning', title: 'SMTP server fails with post-quantum TLS', message }];
}

/** One of several addresses that does not work makes logins slow or fail now and then. */
function deadAddresses({ account, addresses = [] }: Observation): Notice[] {
  const dead = addresses.filter(({ problem }) => problem !== undefined);
  if (dead.length === 0 || dead.length === addresses.length) return [];
  const list = dead.map(({ address, problem = '' }) => `${address} (${problem})`).join(', ');
  const message = `${account.host} has several addresses, and not all of them work: ${list}. Other programs may fail at random. Ask the administrator to repair these servers or to remove the addresses from DNS.`;
  return [{ level: 'warning', title: 'An address of the SMTP server does not work', message }];
}
