/** What is wrong with an input: decisions are made by this, never by the words of a message. */
export type InputFaultKind =
  /** It is empty or not given. */
  | 'missing'
  /** Its value has the wrong form. */
  | 'invalid'
  /** It cannot be combined with another input that is given. */
  | 'conflict'
  /** There is no such input or key. */
  | 'unknown';

/** One thing that is wrong with one input. */
export interface InputFault {
  /** The input's name; in a list of accounts a key, which need not be an input. */
  readonly input: string;
  readonly kind: InputFaultKind;
  /** A whole sentence that names the input and never holds a secret. */
  readonly message: string;
  /** The input and the fault in a few words, for a heading: `"host" is a URL`. It repeats no value, since headings are not masked. */
  readonly title: string;
}
