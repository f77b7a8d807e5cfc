import { ACCOUNT_DEFAULTS, type RawAccount, SECRET_INPUTS } from './names.ts';
import type { InputError, InputProblem } from './account.ts';
import { createRedaction } from '../safety/redact.ts';
import type { Result } from '../model/result.ts';
import { EMPTY_SECRET } from './values.ts';

/**
 * The answer when nothing could be tried: the inputs are wrong. A wrong value is not repeated in it.
 *
 * @param place where a list says it, such as `Entry 3`
 */
export function configResult(raw: RawAccount, { problems }: InputError, place?: string): Result {
  const isWrong = new Set(problems.map(({ input }) => input));
  const isEmpty = problems.some(
    ({ input, message }) => SECRETS.has(input) && message.startsWith('is empty'),
  );
  // A secret given for the wrong input must not come back in the message about it.
  const { redactFact: redact } = createRedaction(SECRET_INPUTS.map((input) => raw[input]));
  const kind = place === undefined ? 'Input' : `${place}, key`;
  const faults = explainedOnce(problems).map(
    ({ input, message }) => `${kind} "${input}"${colon(message)} ${redact(message)}.`,
  );
  return {
    account: {
      host: isWrong.has('host') ? '' : raw.host,
      port: isWrong.has('port') ? 0 : Number(raw.port || ACCOUNT_DEFAULTS.port),
      username: isWrong.has('username') ? '' : redact(raw.username),
      tlsMode: 'starttls',
      mechanism: 'auto',
      certificateWarnDays: 0,
      expect: 'accepted',
    },
    verdict: 'config',
    trouble: {
      problem: isEmpty ? 'secret-empty' : 'input-invalid',
      detail: faults.join(' '),
      faults,
    },
    offered: [],
    authSent: false,
    credentialSent: false,
    stages: [],
    durationMs: 0,
    transcript: [],
    earlierTries: [],
  };
}

/** A message that goes on with a verb makes one sentence with the name; one that begins with the value does not. */
function colon(message: string): string {
  return /^(is|holds|needs|belongs|cannot) /.test(message) ? '' : ':';
}

const SECRETS: ReadonlySet<string> = new Set(['username', 'password', 'client-id']);

/** Why secrets are empty is a long story: it is told with the last of them only. */
function explainedOnce(problems: readonly InputProblem[]): InputProblem[] {
  const last = problems.findLastIndex(({ message }) => message.endsWith(EMPTY_SECRET));
  return problems.map(({ input, message }, index) => ({
    input,
    message: index < last ? message.replace(`. ${EMPTY_SECRET}`, '') : message,
  }));
}
