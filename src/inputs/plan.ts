import { CREDENTIAL_INPUTS, type RawAccount } from './names.ts';
import { InputError, parseAccount } from './account.ts';
import { loginKey } from '../model/login-key.ts';
import { hostKey } from '../model/account.ts';
import type { RunOptions } from './run-options.ts';
import type { Account } from '../model/account.ts';
import type { Result } from '../model/result.ts';

/** What is to be checked: accounts, and the results of entries that are wrong. */
export interface Plan {
  readonly items: readonly (Account | Result)[];
  readonly spread: ReadonlyMap<string, number>;
}

export interface PlanContext {
  readonly environment: Readonly<NodeJS.ProcessEnv>;
  /** Called with every credential before anything could print it. */
  readonly onCredential: (raw: RawAccount) => void;
  /** Called with the names of the variables that the list took credentials from. */
  readonly onVariables: (names: readonly string[]) => void;
}

/**
 * Makes the plan from one account, or from the input `accounts`, whose entries take from the single
 * inputs what neither they nor `defaults` say, and of which this shard gets its part.
 *
 * @throws InputError when the one account, or the list as a whole, is wrong
 */
export async function makePlan(
  raw: RawAccount,
  options: RunOptions,
  context: PlanContext,
): Promise<Plan> {
  if (options.accounts === undefined) return { items: [parseAccount(raw)], spread: new Map() };
  refuseSingle(raw);
  const { keepHeapSmall } = await import('../platform/heap.ts');
  keepHeapSmall();
  const { readList } = await import('./list/list.ts');
  const { items, variables } = await readList(options.accounts, { base: raw, ...context });
  context.onVariables(variables);
  if (options.shard.count === 1) return { items, spread: new Map() };
  const { pickShard } = await import('./shard.ts');
  const { members, spread } = pickShard(items.map(toShardItem), options.shard, options.maxPerHost);
  return { items: members.flatMap((position) => items[position] ?? []), spread };
}

/** A credential in the single inputs would be a default for every server in the list. */
function refuseSingle(raw: RawAccount): void {
  const given = (['host', ...CREDENTIAL_INPUTS] as const).filter((input) => raw[input] !== '');
  if (given.length === 0) return;
  const message =
    'cannot be combined with "accounts"; give it in the list, under "defaults" if it is shared';
  throw new InputError(given.map((input) => ({ input, message })));
}

function toShardItem(item: Account | Result, position: number): { host: string; login: string } {
  const isAccount = !('verdict' in item);
  const host = hostKey(isAccount ? item.host : item.account.host);
  return { host, login: isAccount ? loginKey(item) : `entry ${position + 1}` };
}
