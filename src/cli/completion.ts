import { FLAGS, SHELLS, type Shell } from './flags.ts';
import { CHOICES, GROUPS, PATHS } from './manual.ts';

/** What a shell completes at the command line: flags with their explanations, and the values of those that have few. */

const PROGRAM = 'smtp-auth-check';

/** How the value of a flag is completed. */
type Value = 'none' | 'path' | 'variable' | 'free' | readonly string[];

interface Flag {
  readonly name: string;
  readonly help: string;
  readonly value: Value;
}

const HELP: ReadonlyMap<string, string> = new Map(
  GROUPS.flatMap(({ flags }) => flags.map(({ name, help }) => [name, help] as const)),
);

/** The other forms of a secret's flag have the explanation of the first. */
function helpOf(name: string): string {
  const [, input, source] = /^(.+)-(file|command)$/.exec(name) ?? [];
  return HELP.get(name) ?? `${source} instead of: ${HELP.get(`${input}-env`) ?? ''}`;
}

function valueOf(name: string): Value {
  if (FLAGS.get(name) === 'boolean') return 'none';
  if (name.endsWith('-env')) return 'variable';
  if (name.endsWith('-file') || PATHS.has(name)) return 'path';
  return CHOICES.get(name) ?? 'free';
}

function allFlags(): Flag[] {
  return [...FLAGS.keys()].map((name) => ({ name, help: helpOf(name), value: valueOf(name) }));
}

/** The script that a shell reads, for `source <(smtp-auth-check completion bash)` and the like. */
export function completion(shell: Shell): string {
  return WRITERS[shell](allFlags());
}

const WRITERS: Readonly<Record<Shell, (flags: readonly Flag[]) => string>> = {
  bash: writeBash,
  zsh: writeZsh,
  fish: writeFish,
};

const BASH_VALUES = { path: '-f', variable: '-v' } as const;

function writeBash(flags: readonly Flag[]): string {
  const rows = flags.flatMap(({ name, value }) => {
    if (value === 'none') return [];
    if (value === 'free') return [`    --${name}) return ;;`];
    const what = typeof value === 'string' ? BASH_VALUES[value] : `-W '${value.join(' ')}'`;
    return [`    --${name}) COMPREPLY=($(compgen ${what} -- "$word")); return ;;`];
  });
  return `_smtp_auth_check() {
  local word=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD-1]}
  case $before in
    completion) COMPREPLY=($(compgen -W '${SHELLS.join(' ')}' -- "$word")); return ;;
${rows.join('\n')}
  esac
  COMPREPLY=($(compgen -W '${flags.map(({ name }) => `--${name}`).join(' ')}' -- "$word"))
}
complete -o filenames -F _smtp_auth_check ${PROGRAM}
`;
}

/** In single quotes; brackets and colons have a meaning of their own for `_arguments`. */
function zshText(text: string): string {
  return text.replaceAll("'", "'\\''").replace(/[[\]:]/g, '\\$&');
}

const ZSH_VALUES = { path: '_files', variable: '_parameters', free: ' ' } as const;

function writeZsh(flags: readonly Flag[]): string {
  const rows = flags.map(({ name, help, value }) => {
    const action = typeof value === 'string' ? value : 'choice';
    if (action === 'none') return `  '--${name}[${zshText(help)}]'`;
    const values = typeof value === 'string' ? ZSH_VALUES[value as 'path'] : `(${value.join(' ')})`;
    return `  '--${name}=[${zshText(help)}]:value:${values}'`;
  });
  return `#compdef ${PROGRAM}
_smtp_auth_check() {
  if [[ \${words[2]} == completion ]]; then
    _values shell ${SHELLS.join(' ')}
    return
  fi
  _arguments \\
${rows.map((row) => `${row} \\`).join('\n')}
  ':server:_hosts'
}
if [[ \${funcstack[1]} == _smtp_auth_check ]]; then
  _smtp_auth_check "$@"
else
  compdef _smtp_auth_check ${PROGRAM}
fi
`;
}

function writeFish(flags: readonly Flag[]): string {
  const rows = flags.map(({ name, help, value }) => {
    const text = help.replaceAll('\\', '\\\\').replaceAll("'", "\\'");
    return `complete -c ${PROGRAM} -l ${name}${fishValue(value)} -d '${text}'`;
  });
  const shells = `complete -c ${PROGRAM} -n __fish_use_subcommand -a completion -d 'a completion for a shell'
complete -c ${PROGRAM} -n '__fish_seen_subcommand_from completion' -a '${SHELLS.join(' ')}'`;
  return `complete -c ${PROGRAM} -f\n${shells}\n${rows.join('\n')}\n`;
}

function fishValue(value: Value): string {
  if (value === 'none') return '';
  if (value === 'path') return ' -r -F';
  if (value === 'variable') return " -x -a '(set -nx)'";
  return typeof value === 'string' ? ' -x' : ` -x -a '${value.join(' ')}'`;
}
