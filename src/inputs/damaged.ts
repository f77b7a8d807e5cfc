import { type Damage, findDamage, findForeignText } from '../safety/damage.ts';
import type { DamageKind } from '../safety/damage-rules.ts';
import { type AccountInput, CREDENTIAL_INPUTS } from './names.ts';
import type { AccountReader } from './reader.ts';

/** A passphrase is judged by the key that it opens. */
const SENT = [...CREDENTIAL_INPUTS, 'client-id', 'tenant-id'].filter(
  (input) => input !== 'client-key-passphrase',
) as AccountInput[];

/** Texts of several lines. Quotes, spaces and line breaks around them do no harm. */
const FILES: ReadonlySet<AccountInput> = new Set(['client-key', 'credentials-json']);

/**
 * Refuses a credential that nobody can have, such as the reference of a secret that was not resolved: sending it would
 * only be a failed login.
 *
 * Where a rejection is expected, every damage is refused: the server would reject the damaged value, and that says
 * nothing about the real one.
 */
export function refuseDamaged(reader: AccountReader, expect: string | undefined): void {
  for (const input of SENT) {
    const value = reader.raw(input);
    const damage = FILES.has(input) ? findForeignText(value) : findDamage(value);
    if (!damage || !(damage.isCertain || expect === 'rejected')) continue;
    reader.refuse(input, 'invalid', describe(damage), { title: TITLES[damage.kind] });
  }
}

/** The fault in a few words, for a heading. */
const TITLES: Readonly<Record<DamageKind, string>> = {
  encoding: 'is not UTF-8',
  reference: 'is a reference that was not resolved',
  assignment: 'is a line of a file',
  json: 'is JSON',
  placeholder: 'is a placeholder',
  'byte-order-mark': 'begins with a byte order mark',
  'line-break': 'contains a line break',
  'surrounding-space': 'begins or ends with a space',
  'unusual-space': 'contains an unusual space',
  quotes: 'is in quotes',
  'control-character': 'contains a control character',
  decomposed: 'has decomposed letters',
};

function describe({ words, remedy, isCertain }: Damage): string {
  const why = isCertain ? '' : '. Its rejection would not prove that the real one is dead';
  return `${words}; ${remedy}${why}`;
}
