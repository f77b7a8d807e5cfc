import { SECRET_INPUTS } from '../inputs/names.ts';
import type { Naming } from '../inputs/naming.ts';
import type { CliOptions } from './options.ts';

const SECRETS: ReadonlySet<string> = new Set(SECRET_INPUTS);

/** The flags of a command line; of a secret the one that was used. */
export function flagNaming({ secrets }: Pick<CliOptions, 'secrets'>): Naming {
  const used = new Map<string, string>(
    [...secrets].map(([input, { kind }]) => [input, `--${input}-${kind}`]),
  );
  const flag = (input: string): string =>
    used.get(input) ?? (SECRETS.has(input) ? `--${input}-env` : `--${input}`);
  return {
    subject: flag,
    mention: flag,
    setting: (input, value) => `${flag(input)} ${value}`,
    absent: (input) => {
      if (!SECRETS.has(input)) return 'is missing';
      const asked = input === 'password' ? ` or --password-stdin` : '';
      const note = input === 'password' ? '; only a terminal is asked' : '';
      return `or --${input}-file, --${input}-command${asked} is missing${note}`;
    },
    isOnGitHub: process.env['GITHUB_ACTIONS'] === 'true',
  };
}
