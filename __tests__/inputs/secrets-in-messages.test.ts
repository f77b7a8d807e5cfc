import { parseAccount } from '../../src/inputs/parse-account.ts';
import { observeInvalid } from '../../src/inputs/invalid.ts';
import { ACCOUNT_DEFAULTS } from '../../src/inputs/names.ts';
import { ACTION_NAMING } from '../../src/inputs/naming.ts';
import { InputError } from '../../src/inputs/reader.ts';

const SECRET = 'Zq7-Vk9-Xw2';
const RAW = { ...ACCOUNT_DEFAULTS, host: 'mail.test', username: 'u', password: SECRET };

function messageFor(changes: Partial<typeof RAW>): string {
  const raw = { ...RAW, ...changes };
  try {
    parseAccount(raw, ACTION_NAMING);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const { failure } = observeInvalid(raw, error);
    return (failure?.faults ?? []).map(({ message }) => message).join(' ');
  }
  throw new Error('the value was not refused');
}

/** Bug: a message was cut before secrets were taken out of it, and half of a secret was not found. */
test.each(['host', 'port', 'ehlo-name', 'tls-fingerprint', 'starttls'] as const)(
  'a wrong "%s" that holds the password shows no part of it, however long it is',
  (input) => {
    for (let length = 2; length <= 130; length += 1) {
      for (const end of ['', ':25', ' and more']) {
        const message = messageFor({ [input]: `${'x '.repeat(length / 2)}${SECRET}${end}` });
        for (const part of ['Zq7-', 'Vk9', 'Xw2']) expect(message).not.toContain(part);
      }
    }
  },
);
