import type { InputFault, InputFaultKind } from '../model/failure.ts';
import type { AccountInput } from './names.ts';
import type { Naming } from './naming.ts';

/** The rest of a sentence that begins with the input's name; it names other inputs by way of `naming`. */
export type Predicate = string | ((naming: Naming) => string);

/** Thrown by a parser for a value that does not fit its input. It never repeats a secret. */
export class ValueError extends Error {
  override readonly name = 'ValueError';
  readonly kind: InputFaultKind;
  readonly predicate: Predicate;
  readonly title: string | undefined;

  constructor(kind: InputFaultKind, predicate: Predicate, options: FaultOptions = {}) {
    super(kind, options);
    this.kind = kind;
    this.predicate = predicate;
    this.title = options.title;
  }

  /**
   * The fault as a user is told of it.
   *
   * @param subject begins the sentence, where that is not the input's name
   */
  toFault(input: string, naming: Naming, subject = naming.subject(input)): InputFault {
    return faultOf(input, this, naming, subject);
  }
}

interface FaultOptions extends ErrorOptions {
  /** The fault in a few words, for a heading: `is a URL`. It repeats no value. */
  readonly title?: string;
}

type FaultParts = Pick<ValueError, 'kind' | 'predicate' | 'title'>;

function faultOf(
  input: string,
  { kind, predicate, title = TITLES[kind] }: FaultParts,
  naming: Naming,
  subject = naming.subject(input),
): InputFault {
  const words = typeof predicate === 'string' ? predicate : predicate(naming);
  const message = sentence(subject, words);
  return { input, kind, message, title: `${naming.mention(input)} ${title}` };
}

/** What a heading says of a fault that has no words of its own. */
const TITLES: Readonly<Record<InputFaultKind, string>> = {
  missing: 'is empty',
  invalid: 'is not valid',
  conflict: 'contradicts another input',
  unknown: 'does not exist',
};

/** A value that has the wrong form. */
export function invalid(predicate: Predicate, options?: FaultOptions): ValueError {
  return new ValueError('invalid', predicate, options);
}

/** A value that is empty and must not be. */
export function missing(input: string): ValueError {
  return new ValueError('missing', ({ absent }) => absent(input));
}

/** Thrown with everything that is wrong, so that a user does not have to fix one input per run. */
export class InputError extends Error {
  override readonly name = 'InputError';
  readonly faults: readonly InputFault[];

  constructor(faults: readonly InputFault[]) {
    super(faults.map(({ message }) => message).join(' '));
    this.faults = faults;
  }
}

/** Makes one sentence, or several that end in a question. */
export function sentence(subject: string, words: string): string {
  return `${subject} ${words}${words.endsWith('?') ? '' : '.'}`;
}

/** The fields of T while they are read: one that is absent, or that was faulty, is undefined. */
export type Incomplete<T> = { readonly [K in keyof T]-?: T[K] | undefined };

/** @returns the fields that have a value; those that T requires must have one */
export function present<T extends object>(fields: Incomplete<T>): T {
  const given = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given) as T;
}

/** Reads inputs one by one and keeps what is wrong with them, one fault for each. */
export class InputReader<Name extends string> {
  readonly naming: Naming;
  readonly #given: Readonly<Record<Name, string>>;
  readonly #defaults: Readonly<Record<Name, string>>;
  readonly #faults = new Map<Name, InputFault>();

  constructor(
    given: Readonly<Record<Name, string>>,
    defaults: Readonly<Record<Name, string>>,
    naming: Naming,
  ) {
    this.#given = given;
    this.#defaults = defaults;
    this.naming = naming;
  }

  /** @returns the value as it was given, empty when it was not */
  raw(input: Name): string {
    return this.#given[input];
  }

  isGiven(input: Name): boolean {
    return this.#given[input] !== '';
  }

  /** @returns the parsed value, or the parsed default; undefined when it is faulty */
  read<T>(input: Name, parse: (value: string) => T): T | undefined {
    try {
      return parse(this.isGiven(input) ? this.#given[input] : this.#defaults[input]);
    } catch (error) {
      if (!(error instanceof ValueError)) throw error;
      this.#keep(input, error);
      return undefined;
    }
  }

  /** @returns the parsed value; undefined when none was given, or when it is faulty */
  optional<T>(input: Name, parse: (value: string) => T): T | undefined {
    return this.isGiven(input) ? this.read(input, parse) : undefined;
  }

  /** Keeps a fault. The first one of an input counts: the others mostly follow from it. */
  refuse(
    input: Name,
    kind: InputFaultKind,
    predicate: Predicate,
    { title }: Pick<FaultOptions, 'title'> = {},
  ): void {
    this.#keep(input, { kind, predicate, title });
  }

  #keep(input: Name, fault: FaultParts): void {
    if (this.#faults.has(input)) return;
    this.#faults.set(input, faultOf(input, fault, this.naming));
  }

  /**
   * Ends the reading.
   *
   * @param fields what was read; those that are undefined are left out
   * @throws InputError when anything was refused
   */
  complete<T extends object>(fields: Incomplete<T>): T {
    if (this.#faults.size > 0) throw new InputError([...this.#faults.values()]);
    return present<T>(fields);
  }
}

/** Reads the inputs of one account. */
export type AccountReader = InputReader<AccountInput>;
