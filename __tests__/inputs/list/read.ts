import { ACCOUNT_DEFAULTS } from '../../../src/inputs/names.ts';
import { type ListContext, readList } from '../../../src/inputs/list/list.ts';
import { ACTION_NAMING } from '../../../src/inputs/naming.ts';
import { InputError } from '../../../src/inputs/reader.ts';
import type { PlanItem } from '../../../src/model/plan-item.ts';

/** Reads lists for tests. */

export const environment = { PW: 'from the environment', USER_NAME: 'someone', EMPTY: '' };

export const context: ListContext = {
  naming: ACTION_NAMING,
  base: ACCOUNT_DEFAULTS,
  environment,
  onCredential: () => undefined,
};

export async function read(
  text: string,
  changes: Partial<ListContext> = {},
): Promise<readonly PlanItem[]> {
  return (await readList(text, { ...context, ...changes })).items;
}

/** Each entry's account, or what was observed of it. */
export async function readEntries(
  text: string,
  changes: Partial<ListContext> = {},
): Promise<unknown[]> {
  return (await read(text, changes)).map((item) =>
    item.kind === 'account' ? item.account : item.observation,
  );
}

/** The words of every entry that is wrong; undefined where it is right. */
export async function faults(
  text: string,
  changes: Partial<ListContext> = {},
): Promise<(string | undefined)[]> {
  return (await read(text, changes)).map((item) =>
    item.kind === 'invalid'
      ? item.observation.failure?.faults?.map(({ message }) => message).join(' ')
      : undefined,
  );
}

/** The words about a list that is wrong as a whole. */
export async function refusal(text: string, changes: Partial<ListContext> = {}): Promise<string> {
  const error: unknown = await read(text, changes).catch((reason: unknown) => reason);
  if (error instanceof InputError) return error.message;
  throw new Error('the list was not refused');
}

/** An account with that password, for `toMatchObject`. */
export function withPassword(password: string): object {
  return { credential: { kind: 'password', password } };
}
