import { SECRET_INPUTS } from '../inputs/names.ts';
import type { Naming } from '../inputs/naming.ts';
import type { Checked, Diagnosis } from '../model/diagnosis.ts';
import { FLAGS } from './flags.ts';
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

/** An input in one of our own sentences, with a value or without: `"port"`, `"starttls: never"`. */
const INPUT = /"([a-z][a-z-]{1,40})(?:: ([^"]{1,200}))?"/g;

/** Puts the inputs of a sentence into the words of a command line: `--port`, `--starttls never`. */
export function speakFlags(sentence: string, { mention, setting }: Naming): string {
  return sentence.replace(INPUT, (words, name: string, value?: string) => {
    if (!FLAGS.has(name) && !FLAGS.has(`${name}-env`)) return words;
    return value === undefined ? mention(name) : setting(name, value);
  });
}

/** A result for a person at a command line: its sentences name flags, and say nothing of GitHub elsewhere. */
export function inFlags(result: Checked, naming: Naming): Checked {
  const speak = (sentence: string): string => speakFlags(sentence, naming);
  const { onGitHub, ...diagnosis } = result.diagnosis;
  const spoken: Diagnosis = {
    ...diagnosis,
    ...(naming.isOnGitHub && onGitHub !== undefined && { onGitHub }),
    // A wrong input is told by its own name already: a flag, or a key of a list.
    ...(!result.failure?.faults && {
      meaning: speak(diagnosis.meaning),
      nextStep: speak(diagnosis.nextStep),
    }),
    notices: diagnosis.notices.map((notice) => ({ ...notice, message: speak(notice.message) })),
  };
  const inputWarnings = result.inputWarnings.map((warning) => ({
    ...warning,
    message: speak(warning.message),
  }));
  return { ...result, diagnosis: spoken, inputWarnings };
}
