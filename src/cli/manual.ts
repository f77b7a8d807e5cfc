import { MECHANISMS, TLS_VERSIONS } from '../model/account.ts';
import { ACCOUNT_DEFAULTS, RUN_DEFAULTS, SECRET_INPUTS } from '../inputs/names.ts';
import { PLAIN_INPUTS, RUN_INPUTS } from './flags.ts';
import { EXPLAIN_DEFAULTS, EXPLAIN_FLAGS, EXPLAIN_HELP } from './explain-flags.ts';
import { FLAG_HELP } from './flag-help.ts';

/** What `--help`, the man page and the completions are made of. */

export interface FlagLine {
  /** Without its hyphens. */
  readonly name: string;
  /** Placeholder of the value, empty for a switch. */
  readonly value: string;
  readonly help: string;
  /** Empty where there is none. */
  readonly standard: string;
}

export interface FlagGroup {
  readonly title: string;
  readonly flags: readonly FlagLine[];
  /** Sentences that hold for the group. */
  readonly note: string;
}

export const PURPOSE = 'Checks that SMTP credentials still work: one login, no mail sent.';

export const USAGE: readonly string[] = [
  'smtp-auth-check HOST[:PORT] --username NAME [flags]',
  'smtp-auth-check --accounts FILE [flags]',
  'smtp-auth-check explain "REPLY" [flags]',
  'smtp-auth-check completion bash|zsh|fish',
];

const ME = 'smtp-auth-check smtp.example.com --username me@example.com';

/** What for, and the command. */
export const EXAMPLES: readonly (readonly [string, string])[] = [
  [
    'Check a login; you are asked for the password',
    'smtp-auth-check smtp.example.com:587 --username me@example.com',
  ],
  [
    'Read the password from a variable, in a script or a CI system',
    `${ME} --password-env SMTP_PASSWORD`,
  ],
  [
    'Read it from a file, such as a Docker or Kubernetes secret',
    `${ME} --password-file /run/secrets/smtp`,
  ],
  [
    'Read it from a password manager, with the exit status as the only answer',
    `${ME} --password-command "pass show smtp" --quiet`,
  ],
  [
    'Check a list of accounts, and show it as tests in a CI system',
    'smtp-auth-check --accounts accounts.yml --report-junit smtp.xml',
  ],
  ['Prove that a revoked password is dead', `${ME} --expect rejected`],
  [
    'Ask what a refusal means, without connecting',
    'smtp-auth-check explain "535 5.7.8 authentication failed"',
  ],
];

const line = (name: string, value: string, standard: string): FlagLine => {
  return { name, value, standard, help: FLAG_HELP.get(name) ?? '' };
};

export const GROUPS: readonly FlagGroup[] = [
  {
    title: 'The account',
    flags: [
      ...PLAIN_INPUTS.map((name) => line(name, 'VALUE', ACCOUNT_DEFAULTS[name])),
      ...SECRET_INPUTS.map((name) => line(`${name}-env`, 'NAME', '')),
      line('password-stdin', '', ''),
    ],
    note: 'Each flag that ends in "-env" has two more forms: --password-file FILE reads a file, and --password-command COMMAND runs a program that prints the secret. It runs without a shell, within 60 seconds. The user name has these three flags too. One line end at the end of what is read is dropped. Without a password you are prompted, if standard input is a terminal.',
  },
  {
    title: 'Many accounts, and files',
    flags: RUN_INPUTS.map((name) => line(name, 'VALUE', RUN_DEFAULTS[name])),
    note: '',
  },
  {
    title: 'The answer',
    flags: ['json', 'quiet', 'verbose', 'version', 'help'].map((name) => line(name, '', '')),
    note: "Each flag is the action's input of the same name.",
  },
];

/** The flags of `explain` mean something of their own. */
export const EXPLAIN_GROUP: FlagGroup = {
  title: 'Explaining a reply, which "explain" also reads from standard input',
  flags: EXPLAIN_FLAGS.map((name) => ({
    name,
    value: 'VALUE',
    standard: EXPLAIN_DEFAULTS[name],
    help: EXPLAIN_HELP[name],
  })),
  note: '',
};

export const EXIT_STATUS: readonly (readonly [string, string])[] = [
  ['0', 'the server gave the expected answer, or one that --fail-on leaves out'],
  ['1', 'the server rejected the credential (or accepted it against --expect rejected)'],
  ['2', 'the credential could not be judged: network, TLS, a temporary failure'],
  ['64', 'the command line or a value in it is wrong; nothing was sent for it'],
  ['74', 'nothing failed, and a report could not be written'],
  ['130', 'interrupted (143: terminated)'],
];

export const ENVIRONMENT: readonly (readonly [string, string])[] = [
  ['NO_COLOR', 'turns colour off'],
  ['NODE_EXTRA_CA_CERTS', 'a file of further certificate authorities'],
];

/** The values of a flag that has few. */
export const CHOICES: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ['starttls', ['required', 'never']],
  ['implicit-tls', ['auto', 'true', 'false']],
  ['mechanism', MECHANISMS],
  ['tls-min-version', TLS_VERSIONS],
  ['allow-cleartext-auth', ['true', 'false']],
  ['expect', ['accepted', 'rejected']],
]);

/** Flags whose value is the path of a file, beside those that end in `-file`. */
export const PATHS: ReadonlySet<string> = new Set([
  'tls-ca',
  'client-certificate',
  'accounts',
  'report-json',
  'report-junit',
]);
