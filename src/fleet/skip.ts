import type { Checked } from '../model/diagnosis.ts';
import type { Skipped } from '../model/observation.ts';

/** A skipped account has the verdict and cause of the result because of which it is skipped. */
export function skipAfter(
  { diagnosis, reply, failure }: Checked,
  reason: Skipped['reason'],
): Skipped {
  const { cause } = diagnosis;
  const verdict = reason === 'host-throttles' ? 'temporary' : diagnosis.verdict;
  const code = failure?.code === undefined ? '' : ` (${failure.code})`;
  const known = `${cause.replaceAll('-', ' ')}${code}`;
  const said = reply ? `${reply.code} ${reply.lines.join(' ')}` : known;
  return { reason, verdict, cause, said };
}
