import { runAction } from '../support/action.ts';
import { type Peer, startPeer } from '../support/peer.ts';

let peer: Peer;
beforeAll(async () => {
  peer = await startPeer((connection) => connection.line());
});
afterAll(() => peer.close());

test.each([
  ['port', '70000', 'whole number from 1 to 65535'],
  ['port', '0', 'whole number from 1 to 65535'],
  ['port', '587 ', undefined],
  ['starttls', 'maybe', 'required, never, true or false'],
  ['implicit-tls', 'yes', 'auto, true or false'],
  ['host', 'smtp://mail.example.test', 'not a URL'],
  ['host', 'mail.example.test:587', 'must not include a port'],
  ['host', 'mail example', 'must be a host name'],
  ['host', 'user@mail.example.test', 'without "@"'],
  ['host', '', 'is empty'],
  ['username', 'user\r\nRCPT TO:<x>', 'line break'],
  ['username', '', 'is empty'],
  ['timeout', '0', 'above 0'],
  ['timeout', '-1', 'above 0'],
  ['timeout', '30s', 'above 0'],
  ['retries', 'many', 'whole number from 0 to 10'],
  ['mechanism', 'NTLM', 'SCRAM-SHA-256'],
  ['tls-min-version', 'TLSv1', 'TLSv1.2 or TLSv1.3'],
  ['tls-fingerprint', 'abc', '64 hex digits'],
  ['tls-ca', '-----BEGIN CERTIFICATE-----\nnonsense\n-----END CERTIFICATE-----', 'cannot be read'],
  ['expect', 'success', 'accepted or rejected'],
  ['fail-on', 'rejected, timeuot', 'Did you mean "timeout"?'],
  ['fail-on', 'accepted', 'never fails'],
  ['allow-cleartext-auth', '1', 'true or false'],
  ['ehlo-name', 'x y', 'must be a domain name'],
  ['certificate-warn-days', 'soon', '"auto" or a whole number'],
  ['certificate-fail-days', 'auto', 'whole number'],
])(
  '%s: %j is config, named with what is allowed, and nothing is sent',
  async (input, value, says) => {
    if (says === undefined) return; // spaces around a number are not the user's fault
    const result = await runAction({
      host: '127.0.0.1',
      port: peer.port,
      username: 'user@example.test',
      password: 'correct horse',
      timeout: 2,
      [input]: value,
    });
    expect(result).toMatchObject({ exitCode: 1, outputs: { verdict: 'config', stage: '' } });
    const [annotation, ...others] = result.stdout.match(/^::error .*$/gm) ?? [];
    expect(others).toEqual([]);
    expect(annotation).toMatch(new RegExp(`Input "${input}"( is| must| contains| needs| cannot) `));
    expect(annotation).toContain(says);
    expect(peer.connections).toHaveLength(0);
  },
);

test('no "fail-on" lets a wrong input pass', async () => {
  const wrong = {
    host: '127.0.0.1',
    port: 'x',
    username: 'u',
    password: 'p',
    'fail-on': 'rejected',
  };
  expect(await runAction(wrong)).toMatchObject({ exitCode: 1, outputs: { verdict: 'config' } });
  const list = '- { host: 127.0.0.1, username: u, password: "", fail-on: [rejected, tls] }';
  expect(await runAction({ accounts: list })).toMatchObject({
    exitCode: 1,
    outputs: { verdict: 'config' },
  });
});

test('an empty password is config, and says why secrets are empty', async () => {
  const result = await runAction({
    host: '127.0.0.1',
    port: peer.port,
    username: 'u',
    password: '',
  });
  expect(result).toMatchObject({
    exitCode: 1,
    outputs: { verdict: 'config', cause: 'secret-empty' },
  });
  for (const reason of [
    'pull requests from forks',
    'Dependabot',
    'secrets: inherit',
    'vars.NAME',
  ]) {
    expect(result.stdout).toContain(reason);
  }
  expect(peer.connections).toHaveLength(0);
});

test('all wrong inputs are named at once, and a password is never repeated', async () => {
  const result = await runAction({
    host: 'smtp://user:hunter2@mail.example.test',
    port: 'x',
    username: 'u',
    password: 'nul\0nul-hunter3'.replace('\0', 'x'),
    timeout: 'soon',
  });
  for (const input of ['host', 'port', 'timeout'])
    expect(result.stdout).toContain(`Input "${input}"`);
  expect(result.visible).not.toMatch(/hunter[23]/);
});

test('two empty secrets are explained once, and no account is named that there is not', async () => {
  const result = await runAction({ host: '127.0.0.1', port: peer.port });
  expect(result.outputs).toMatchObject({ verdict: 'config', cause: 'secret-empty' });
  expect(result.stdout.match(/pull requests from forks and from Dependabot/g)).toHaveLength(1);
  expect(result.stdout).not.toContain('Account:');
});

test('a password that YAML takes for a number is a wrong input, not an empty secret', async () => {
  const accounts = '- { host: 127.0.0.1, username: u, password: 0123 }';
  const result = await runAction({ accounts });
  expect(result.outputs).toMatchObject({ verdict: 'config', cause: 'input-invalid' });
  expect(result.stdout).toContain('put it in quotes');
});
