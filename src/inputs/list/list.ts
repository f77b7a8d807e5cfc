import type { InputFault } from '../../model/failure.ts';
import type { PlanItem } from '../../model/plan-item.ts';
import { observeInvalid } from '../invalid.ts';
import type { RawAccount } from '../names.ts';
import type { Naming } from '../naming.ts';
import { parseAccount } from '../parse-account.ts';
import { InputError, ValueError } from '../reader.ts';
import { isCsv, readCsv } from './csv.ts';
import { type EntryContext, fillIn, type ListEntry, mergeDefaults } from './entry.ts';
import { type ReadStandardInput, readListText } from './list-text.ts';
import { UnreadableList } from './unreadable.ts';
import { type RawList, readEntry, readYaml } from './yaml.ts';

/** What a list of accounts is read with. */
export interface ListContext extends EntryContext {
  /** How messages call the list itself. */
  readonly naming: Naming;
  /** Reads the list that `-` stands for. */
  readonly standardInput?: ReadStandardInput | undefined;
  /** Called with each credential before it is judged, so that it is masked before anything is printed. */
  readonly onCredential: (raw: RawAccount) => void;
}

export interface AccountList {
  readonly items: readonly PlanItem[];
  /** Environment variables that credentials came from. */
  readonly variables: readonly string[];
}

/**
 * Reads the input `accounts`: YAML or CSV, or the path of a file of it. What is wrong with one entry stays with it, so
 * that the others can be checked all the same.
 *
 * @throws InputError when it is not a list of accounts
 */
export async function readList(value: string, context: ListContext): Promise<AccountList> {
  const { defaults, entries } = await readSource(value, context);
  const variables = new Set<string>();
  const names = new Map<string, number>();
  const items = entries.map((tree, index): PlanItem => {
    const entry = fillIn(mergeDefaults(defaults, readEntry(tree)), index + 1, context);
    context.onCredential(entry.raw);
    entry.variables.forEach((name) => variables.add(name));
    return judge(entry, sameName(entry.raw.name.trim(), index + 1, names));
  });
  return { items, variables: [...variables] };
}

async function readSource(value: string, { naming, standardInput }: ListContext): Promise<RawList> {
  try {
    const text = await readListText(value, standardInput);
    return await (isCsv(text) ? readCsv(text) : readYaml(text));
  } catch (error) {
    if (error instanceof UnreadableList) throw error.toInputError(naming);
    if (!(error instanceof ValueError)) throw error;
    throw new InputError([error.toFault('accounts', naming)]);
  }
}

/**
 * A name stands for one account, in reports and in issues that follow it from run to run.
 *
 * @param names the entry of each name so far
 * @returns the entry that has the name already
 */
function sameName(name: string, number: number, names: Map<string, number>): number | undefined {
  const first = names.get(name);
  if (name !== '' && first === undefined) names.set(name, number);
  return first;
}

/** @param namesake the number of an earlier entry with the same name */
function judge(
  { raw, naming, faults: own, spoken }: ListEntry,
  namesake: number | undefined,
): PlanItem {
  const faults = namesake === undefined ? own : [...own, sayTwice(namesake, naming)];
  let further: InputError['faults'] = [];
  try {
    const account = parseAccount(raw, naming);
    if (faults.length === 0) return { kind: 'account', account };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    further = error.faults;
  }
  const all = [...faults, ...further.filter(({ input }) => !spoken.has(input))];
  return { kind: 'invalid', observation: observeInvalid(raw, new InputError(all)) };
}

function sayTwice(namesake: number, naming: Naming): InputFault {
  const twice = `is also the name of entry ${namesake}; give each its own`;
  return new ValueError('conflict', twice).toFault('name', naming);
}
