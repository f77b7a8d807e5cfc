import { type Verdict, VERDICTS } from '../model/verdict.ts';
import { nearest } from '../platform/nearest.ts';
import { invalid } from './reader.ts';
import { quote } from './values.ts';

/** Every verdict but the expected one. */
const ALL = 'all';

/**
 * The verdicts that fail the run: `all`, or names with commas or line breaks between them.
 *
 * @param expect the expected verdict; undefined when it is faulty
 * @throws ValueError
 */
export function parseFailOn(value: string, expect: Verdict | undefined): readonly Verdict[] {
  const words = value
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(Boolean);
  if (words.length === 0)
    throw invalid(`must name a verdict; give ${THE_VERDICTS}`, { title: 'names no verdict' });
  if (words.length === 1 && words[0] === ALL) return VERDICTS;
  const verdicts = words.map(toVerdict);
  if (expect === 'accepted' && verdicts.every((verdict) => verdict === expect)) {
    throw invalid(
      ({ setting }) =>
        `must name more than the expected verdict, which never fails; to fail if a login works, use ${setting('expect', 'rejected')}`,
    );
  }
  return [...new Set(verdicts)];
}

function toVerdict(word: string): Verdict {
  const found = VERDICTS.find((verdict) => verdict === word);
  if (found !== undefined) return found;
  if (word === ALL) throw invalid(`must be either "${ALL}" or names of verdicts`);
  const meant = nearest(word, VERDICTS);
  const hint = meant === undefined ? ` Give ${THE_VERDICTS}` : ` Did you mean "${meant}"?`;
  throw invalid(`must not name ${quote(word)}, which is not a verdict.${hint}`, {
    title: 'names something else than verdicts',
  });
}

const THE_VERDICTS = `"${ALL}", or some of ${VERDICTS.join(', ')}`;
