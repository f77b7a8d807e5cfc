import type { Naming } from '../naming.ts';
import { InputError, sentence } from '../reader.ts';

/** What is wrong with a list: the rest of a sentence that begins with its name and, where one is known, the place. */
export interface ListFault {
  /** Such as `line 3:` or `entry 2`. */
  readonly place?: string;
  readonly words: string;
  /** The same for a heading, where the words are long. */
  readonly title?: string;
}

/** More than anybody fixes at once. */
const MAX_FAULTS = 20;

/** The list cannot be read at all. */
export class UnreadableList extends Error {
  override readonly name = 'UnreadableList';
  readonly faults: readonly ListFault[];

  constructor(faults: readonly ListFault[]) {
    super('the list cannot be read');
    this.faults = faults;
  }

  /** @param naming how messages call the list */
  toInputError(naming: Naming): InputError {
    const further = this.faults.length - MAX_FAULTS;
    const faults = this.faults.slice(0, MAX_FAULTS);
    if (further > 0) faults.push({ words: `has ${further} more faults` });
    return new InputError(
      faults.map(({ place, words, title = 'is not a list of accounts' }) => {
        const at = place === undefined ? '' : `, ${place}`;
        const message = sentence(naming.subject('accounts') + at, words);
        const heading = `${naming.mention('accounts')}${at} ${title}`;
        return { input: 'accounts', kind: 'invalid', message, title: heading };
      }),
    );
  }
}

/** @throws UnreadableList */
export function fail(...faults: readonly ListFault[]): never {
  throw new UnreadableList(faults);
}

export const EMPTY_LIST: ListFault = {
  words: 'is an empty list; give at least one account',
  title: 'is an empty list',
};
