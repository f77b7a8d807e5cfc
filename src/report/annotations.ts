import type { Result } from '../smtp/result.ts';
import { daysLeft, wordResult } from './words.ts';

/** One workflow annotation. The runner masks its message but not its title, so no name is in the title. */
export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice';
  readonly title: string;
  readonly message: string;
}

/** The error for a result that is not the expected one, and warnings about what will break soon. */
export function annotate(result: Result): Annotation[] {
  return [...failureAnnotation(result), ...certificateWarning(result)];
}

function failureAnnotation(result: Result): Annotation[] {
  const { passed, headline, endpoint, username, meaning, nextStep, serverSaid } =
    wordResult(result);
  if (passed) return [];
  const tries = result.earlierTries.length > 0 ? [`Tries: ${result.earlierTries.length + 1}.`] : [];
  const lines = [
    meaning,
    ...(serverSaid === '' ? [] : [`${result.reply ? 'The server said' : 'Reason'}: ${serverSaid}`]),
    `Next step: ${nextStep}`,
    `Account: ${username} at ${endpoint}. ${tries.join('')}`.trim(),
  ];
  return [{ level: 'error', title: `SMTP login: ${headline}`, message: lines.join('\n') }];
}

function certificateWarning({ tls, account }: Result): Annotation[] {
  if (!tls?.verified || account.certificateWarnDays === 0) return [];
  const days = daysLeft(tls.validTo);
  if (days >= account.certificateWarnDays) return [];
  const when = days < 0 ? 'has ended' : `ends in ${days} days`;
  const message = `The certificate of ${account.host}:${account.port} ${when} (${tls.validTo.toISOString().slice(0, 10)}). After that every login here fails. Renew it, or set "certificate-warn-days: 0" to hear no more of this.`;
  return [{ level: 'warning', title: 'SMTP server certificate ends soon', message }];
}
