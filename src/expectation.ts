import { type Cause, causeOf } from './diagnosis/cause.ts';
import type { Result } from './smtp/result.ts';

/** A refusal of the credential itself, known by its words or, where they say nothing, by its code. */
const DEAD: ReadonlySet<Cause> = new Set([
  'wrong-credentials',
  'access-token-refused',
  'credential-refused',
]);

/**
 * Whether the result is the one the user asked for. `expect: rejected` is met only by a true refusal:
 * a 535 (RFC 4954 section 6: "authentication credentials invalid") to a credential that the server has
 * seen whole. A switch, a rule, a lock or an address behind the same number proves nothing about it: the
 * credential may work again tomorrow, or from elsewhere.
 */
export function meetsExpectation(result: Result): boolean {
  const { account, verdict, reply, credentialSent } = result;
  if (account.expect === 'accepted') return verdict === 'accepted';
  return (
    verdict === 'rejected' && reply?.code === 535 && credentialSent && DEAD.has(causeOf(result))
  );
}
