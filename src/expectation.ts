import type { Result } from './smtp/result.ts';

/**
 * Whether the result is the one the user asked for. `expect: rejected` is met only by a true refusal:
 * a 535 (RFC 4954 section 6: "authentication credentials invalid") to a credential that the server has
 * seen whole.
 */
export function meetsExpectation({ account, verdict, reply, credentialSent }: Result): boolean {
  if (account.expect === 'accepted') return verdict === 'accepted';
  return verdict === 'rejected' && reply?.code === 535 && credentialSent;
}
