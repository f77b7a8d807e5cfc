import type { RawAccount } from '../account-inputs.ts';
import { InputError, type InputProblem, parseAccount } from '../accounts.ts';
import { printable } from '../report/printable.ts';
import type { Account } from '../smtp/account.ts';
import { GivenUp, SECRET_INPUTS, UsageError } from './options.ts';

/**
 * The account; when a password is all that it lacks and somebody sits at a terminal, they are asked.
 *
 * @throws InputError, UsageError, GivenUp
 */
export async function completeAccount(raw: RawAccount): Promise<Account> {
  try {
    return parseAccount(raw);
  } catch (error) {
    const { stdin, stderr } = process;
    if (!stdin.isTTY || !stderr.isTTY || !lacksOnlyPassword(raw, error)) throw error;
    const question = `Password for ${printable(raw.username)} at ${printable(raw.host)}: `;
    const { askSecret } = await import('./prompt.ts');
    const password = await askSecret(question, stdin, stderr);
    if (password === undefined) throw new GivenUp();
    if (password === '') throw new UsageError('The password is empty; nothing was sent.');
    return parseAccount({ ...raw, password });
  }
}

function lacksOnlyPassword(raw: RawAccount, error: unknown): boolean {
  if (!(error instanceof InputError) || raw.password !== '') return false;
  return error.problems.every(({ input }) => input === 'password');
}

/** What is wrong with the inputs, in the words of a command line; one line each. */
export function describeProblems(raw: RawAccount, problems: readonly InputProblem[]): string {
  const given = new Map(Object.entries(raw));
  const secrets: readonly string[] = SECRET_INPUTS;
  return problems
    .map(({ input, message }) => {
      const flag = secrets.includes(input) ? `--${input}-env` : `--${input}`;
      if (given.get(input) !== '') return `${flag}: ${printable(message)}.`;
      const others = input === 'password' ? ', or --password-stdin; only a terminal is asked' : '';
      return `${flag} is missing${others}.`;
    })
    .join('\n');
}
