import { type AccountInput, SECRET_INPUTS } from '../inputs/names.ts';
import type { Naming } from '../inputs/naming.ts';

const SECRETS: ReadonlySet<string> = new Set(SECRET_INPUTS);

/**
 * The flags of a command line.
 *
 * @param used the flag that gave an input, where it is not `--` and the input's name
 */
export function flagNaming(used: ReadonlyMap<AccountInput, string>): Naming {
  const flags: ReadonlyMap<string, string> = used;
  const flag = (input: string): string =>
    flags.get(input) ?? (SECRETS.has(input) ? `--${input}-env` : `--${input}`);
  return {
    subject: flag,
    mention: flag,
    setting: (input, value) => `${flag(input)} ${value}`,
    absent: (input) =>
      input === 'password'
        ? 'is missing, or --password-stdin; only a terminal is asked'
        : 'is missing',
  };
}
