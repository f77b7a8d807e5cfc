import {
  ACCOUNT_DEFAULTS,
  CREDENTIAL_INPUTS,
  type InputError,
  type RawAccount,
} from './accounts.ts';
import type { Result } from './smtp/result.ts';

/**
 * The answer when nothing could be tried: the inputs are wrong. A wrong value is not repeated in it.
 *
 * @param place where a list says it, such as `Entry 3`
 */
export function configResult(raw: RawAccount, { problems }: InputError, place?: string): Result {
  const isWrong = new Set(problems.map(({ input }) => input));
  const isEmpty = CREDENTIAL_INPUTS.some((input) => isWrong.has(input) && raw[input] === '');
  const kind = place === undefined ? 'Input' : `${place}, key`;
  const detail = problems.map(({ input, message }) => `${kind} "${input}": ${message}.`).join(' ');
  return {
    account: {
      host: isWrong.has('host') ? '' : raw.host,
      port: isWrong.has('port') ? 0 : Number(raw.port || ACCOUNT_DEFAULTS.port),
      username: isWrong.has('username') ? '' : raw.username,
      tlsMode: 'starttls',
      mechanism: 'auto',
      certificateWarnDays: 0,
      expect: 'accepted',
    },
    verdict: 'config',
    trouble: { problem: isEmpty ? 'secret-empty' : 'input-invalid', detail },
    offered: [],
    authSent: false,
    credentialSent: false,
    stages: [],
    durationMs: 0,
    transcript: [],
    earlierTries: [],
  };
}
