import type { Observation, TlsFacts } from '../model/observation.ts';

const DAY_MS = 86_400_000;

/** The usual warning for certificates of 84 days and more: two weeks are enough for a person to act. */
const MAX_WARN_DAYS = 14;
/** A certificate that is renewed as usual, after two thirds of its life, never has as little as a sixth left. */
const WARN_SHARE = 6;

/** Whole days until a certificate ends, negative when it has ended. */
export function daysUntilEnd({ validTo }: Pick<TlsFacts, 'validTo'>, now = Date.now()): number {
  return Math.floor((validTo.getTime() - now) / DAY_MS);
}

/**
 * The days before its end at which a certificate is warned about, by its lifetime: 14 for 90 days, 7 for 45 days, 1 for
 * 6 days, and none for a day or two, which a machine has to renew in time anyway.
 */
export function warnDaysFor({
  validFrom,
  validTo,
}: Pick<TlsFacts, 'validFrom' | 'validTo'>): number {
  // RFC 5280 section 4.1.2.5: the last second belongs to the lifetime.
  const lifetimeDays = (validTo.getTime() - validFrom.getTime() + 1000) / DAY_MS;
  return Math.min(MAX_WARN_DAYS, Math.floor(lifetimeDays / WARN_SHARE));
}

/** Whether an accepted login fails all the same, since the server's certificate ends within `certificate-fail-days`. */
export function endsTooSoon(observation: Observation, now = Date.now()): boolean {
  const { acceptance, failure, tls, account } = observation;
  if (!acceptance || failure || !tls?.verified || account.expect !== 'accepted') return false;
  return account.certificateFailDays > 0 && daysUntilEnd(tls, now) < account.certificateFailDays;
}
