import { hostKey } from '../model/account.ts';
import { loginKey, type PlanItem } from '../model/plan-item.ts';
import type { ReadStandardInput } from './list/list-text.ts';
import { ACCOUNT_CREDENTIALS, type RawAccount } from './names.ts';
import type { Naming } from './naming.ts';
import { parseAccount } from './parse-account.ts';
import { InputError } from './reader.ts';
import type { RunOptions } from './run-options.ts';
import { pickShard, type ShardItem } from './shard.ts';

/** What is to be checked, in the order of the list. */
export interface Plan {
  readonly items: readonly PlanItem[];
  /** Into how many shards a host is split; hosts that are whole are left out. */
  readonly spread: ReadonlyMap<string, number>;
}

export interface PlanContext {
  /** How messages call the single inputs. */
  readonly naming: Naming;
  readonly environment: Readonly<NodeJS.ProcessEnv>;
  /** Reads the list that "-" means; absent where standard input is not the user's. */
  readonly standardInput?: ReadStandardInput;
  /** Called with every credential before anything could print it. */
  readonly onCredential: (raw: RawAccount) => void;
  /** Called with the names of the variables that the list took credentials from. */
  readonly onVariables: (names: readonly string[]) => void;
}

/**
 * Makes the plan from one account, or from the input `accounts`, whose entries take from the single inputs what neither
 * they nor `defaults` set, and of which this shard gets its part.
 *
 * @throws InputError when the one account, or the list as a whole, is wrong
 */
export async function makePlan(
  raw: RawAccount,
  options: RunOptions,
  context: PlanContext,
): Promise<Plan> {
  const { accounts, shard, maxPerHost } = options;
  if (accounts === undefined) {
    refuseNothing(raw, context.naming);
    return {
      items: [{ kind: 'account', account: parseAccount(raw, context.naming) }],
      spread: new Map(),
    };
  }
  refuseSingle(raw, context.naming);
  const { readList } = await import('./list/list.ts');
  const { items, variables } = await readList(accounts, { base: raw, ...context });
  context.onVariables(variables);
  if (shard.count === 1) return { items, spread: new Map() };
  const { members, spread } = pickShard(items.map(toShardItem), shard, maxPerHost);
  return { items: members.flatMap((position) => items[position] ?? []), spread };
}

/**
 * Without any account the other inputs that are missing would only hide that.
 *
 * @throws InputError when neither an account nor a list is given
 */
export function refuseNothing(raw: RawAccount, { mention }: Naming): void {
  if ((['host', ...ACCOUNT_CREDENTIALS] as const).some((input) => raw[input] !== '')) return;
  const message = `Nothing to check: ${mention('accounts')} and ${mention('host')} are both empty.`;
  const title = `${mention('accounts')} and ${mention('host')} are both empty`;
  throw new InputError([{ input: 'accounts', kind: 'missing', message, title }]);
}

/** A credential in the single inputs would be a default for every server in the list. */
function refuseSingle(raw: RawAccount, { subject, mention }: Naming): void {
  const given = (['name', 'host', ...ACCOUNT_CREDENTIALS] as const).filter(
    (input) => raw[input] !== '',
  );
  if (given.length === 0) return;
  throw new InputError(
    given.map((input) => ({
      input,
      kind: 'conflict',
      message: `${subject(input)} cannot be combined with ${mention('accounts')}; give it in the list, under "defaults" if it is shared.`,
      title: `${mention(input)} cannot be combined with ${mention('accounts')}`,
    })),
  );
}

function toShardItem(item: PlanItem, position: number): ShardItem {
  return item.kind === 'account'
    ? { host: hostKey(item.account.host), login: loginKey(item.account) }
    : { host: hostKey(item.observation.account.host), login: `entry ${position + 1}` };
}
