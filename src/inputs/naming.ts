/**
 * How a message calls an input where the reader of the message has set it: an input of the action, a flag of a command
 * line, a key of an entry in a list.
 */
export interface Naming {
  /** Begins a sentence: `Input "port"`, `--port`, `Entry 3, key "port"`. */
  readonly subject: (input: string) => string;
  /** The same inside a sentence: `"port"`, `--port`. */
  readonly mention: (input: string) => string;
  /** An input with a value: `"starttls: never"`, `--starttls never`. */
  readonly setting: (input: string, value: string) => string;
  /** Follows the subject when nothing was given: `is empty`. */
  readonly absent: (input: string) => string;
  /** Whether the message is read on GitHub, so that advice about it helps. */
  readonly isOnGitHub: boolean;
}

/** The inputs of the action. */
export const ACTION_NAMING: Naming = {
  subject: (input) => `Input "${input}"`,
  mention: (input) => `"${input}"`,
  setting: (input, value) => `"${input}: ${value}"`,
  absent: () => 'is empty',
  isOnGitHub: true,
};

/**
 * The keys of one entry of a list.
 *
 * @param number counted from 1
 * @param keys the key that gives an input, where it is not the input's name, such as `password-env`
 */
export function entryNaming(number: number, keys: ReadonlyMap<string, string> = new Map()): Naming {
  return {
    ...ACTION_NAMING,
    subject: (input) => `Entry ${number}, key "${keys.get(input) ?? input}"`,
    mention: (input) => `"${keys.get(input) ?? input}"`,
    absent: () => 'is missing',
  };
}
