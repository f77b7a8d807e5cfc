import { ACCOUNT_DEFAULTS } from '../../../src/inputs/names.ts';
import type { Proxy } from '../../../src/model/mail-proxy.ts';
import { readList } from '../../../src/inputs/list/list.ts';
import { context } from './read.ts';

/** The proxies of a list, in its order. */
async function proxies(list: string, base: Record<string, string> = {}): Promise<unknown[]> {
  const { items } = await readList(list, { ...context, base: { ...ACCOUNT_DEFAULTS, ...base } });
  return items.map((item): Proxy | string | undefined =>
    item.kind === 'account'
      ? item.account.proxy
      : item.observation.failure?.faults?.map(({ message }) => message).join(' '),
  );
}

const DEFAULTS = `
defaults:
  host: a.example
  password: secret words
  proxy: socks5h://one.example
  proxy-username: worker
  proxy-password: of the first proxy
accounts:
  - username: u`;

const FIRST = {
  kind: 'socks5h',
  host: 'one.example',
  port: 1080,
  login: { username: 'worker', password: 'of the first proxy' },
};

test('the proxy of the defaults is for every entry, with its login', async () => {
  expect(await proxies(DEFAULTS)).toEqual([FIRST]);
});

test('an entry with its own proxy does not send it the login of another one', async () => {
  const own = `${DEFAULTS}\n    proxy: http://two.example:3128`;
  expect(await proxies(own)).toEqual([{ kind: 'http', host: 'two.example', port: 3128 }]);
});

test('an entry can go without the proxy of the defaults', async () => {
  expect(await proxies(`${DEFAULTS}\n    proxy: none`)).toEqual([undefined]);
});

describe('the proxy of the single inputs', () => {
  const base = {
    proxy: 'socks5h://one.example',
    'proxy-username': 'worker',
    'proxy-password': 'of the first proxy',
  };
  const entry = 'host: a.example, username: u, password: secret words';

  test('is for every entry, with its login', async () => {
    expect(await proxies(`- {${entry}}`, base)).toEqual([FIRST]);
  });

  test('keeps its login where an entry has its own proxy', async () => {
    const own = `- {${entry}, proxy: "http://two.example:3128"}`;
    expect(await proxies(own, base)).toEqual([{ kind: 'http', host: 'two.example', port: 3128 }]);
  });
});

test('a login without its proxy is a wrong entry', async () => {
  const [message] = await proxies(
    '- {host: a.example, username: u, password: p, proxy-username: w, proxy-password: "of it"}',
  );
  expect(message).toBe('Entry 1, key "proxy" is missing, and "proxy-username" needs it.');
});
