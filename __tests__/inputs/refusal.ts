import { ACTION_NAMING } from '../../src/inputs/naming.ts';
import { ValueError } from '../../src/inputs/reader.ts';

/** What a parser has against a value: the rest of a sentence that begins with the input's name. */
export function refusal(parse: () => unknown): string {
  try {
    parse();
  } catch (error) {
    if (!(error instanceof ValueError)) throw error;
    const { predicate } = error;
    return typeof predicate === 'string' ? predicate : predicate(ACTION_NAMING);
  }
  throw new Error('nothing was refused');
}
