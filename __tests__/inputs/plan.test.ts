import { ACCOUNT_DEFAULTS, type RawAccount, RUN_DEFAULTS } from '../../src/inputs/names.ts';
import { ACTION_NAMING } from '../../src/inputs/naming.ts';
import { makePlan, type Plan } from '../../src/inputs/plan.ts';
import { InputError } from '../../src/inputs/reader.ts';
import { parseRunOptions } from '../../src/inputs/run-options.ts';

interface Asked {
  readonly account?: Partial<RawAccount>;
  readonly accounts?: string;
  readonly shard?: string;
}

function plan({ account = {}, accounts = '', shard = '1/1' }: Asked): Promise<Plan> {
  const options = parseRunOptions({ ...RUN_DEFAULTS, accounts, shard });
  return makePlan({ ...ACCOUNT_DEFAULTS, ...account }, options, {
    naming: ACTION_NAMING,
    environment: {},
    onCredential: () => undefined,
    onVariables: () => undefined,
  });
}

async function faults(asked: Asked): Promise<readonly string[]> {
  const error: unknown = await plan(asked).catch((reason: unknown) => reason);
  return error instanceof InputError ? error.faults.map(({ message }) => message) : [];
}

test('without accounts and host there is nothing to check, and nothing else is missed', async () => {
  expect(await faults({})).toEqual(['Nothing to check: "accounts" and "host" are both empty.']);
});

test('with a credential the host is missed, and what else is wrong', async () => {
  const account = { username: 'u', password: 'p', port: '0' };
  expect(await faults({ account })).toEqual([
    'Input "host" is empty.',
    'Input "port" must be a whole number from 1 to 65535, not "0".',
  ]);
});

test('a credential in the single inputs is not a default for every server of a list', async () => {
  const account = { host: 'a.example', password: 'p' };
  const messages = await faults({ account, accounts: '- {host: a.example}' });
  expect(messages).toHaveLength(2);
  expect(messages[0]).toMatch(/^Input "host" cannot be combined with "accounts"; give it in/);
});

test('a host that is spelled in several ways stays in one shard, with one login', async () => {
  const hosts = ['::1', '0:0:0:0:0:0:0:1', '[::1]', '"0000::0001"', 'A.example', 'a.EXAMPLE.'];
  const accounts = hosts.map(
    (host) => `- {host: "${host.replaceAll('"', '')}", username: u, password: p}`,
  );
  const sizes = await Promise.all(
    ['1/2', '2/2'].map(async (shard) => {
      const { items, spread } = await plan({ accounts: accounts.join('\n'), shard });
      expect(spread.size).toBe(0);
      return items.length;
    }),
  );
  expect(sizes.sort()).toEqual([2, 4]);
});
