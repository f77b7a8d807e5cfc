import { ACCOUNT_DEFAULTS, type RawAccount } from '../../src/inputs/names.ts';
import { parseAccount } from '../../src/inputs/parse-account.ts';
import type { Account } from '../../src/model/account.ts';

/** An account at a server of this machine that the authority `ca` has signed. */
export function accountAt(port: number, ca: string, inputs: Partial<RawAccount> = {}): Account {
  return parseAccount({
    ...ACCOUNT_DEFAULTS,
    host: 'localhost',
    port: String(port),
    'tls-ca': ca,
    username: 'user@example.test',
    ...inputs,
  });
}
