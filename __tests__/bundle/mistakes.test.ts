import { runAction } from '../support/action.ts';

/** What people write into a workflow by mistake, and the sentence with which the step answers. */
const GOOD = { host: 'smtp.example.com', username: 'me@example.com', password: 'correct horse' };
const MISTAKES: readonly [
  name: string,
  inputs: Readonly<Record<string, string>>,
  reason: string,
][] = [
  [
    'a name that is not an input, so the user name is missing',
    { user: 'me@example.com', username: '' },
    'Input "username" is not set. The step sets "user", which is not an input of this action.',
  ],
  [
    'an input that is misspelt',
    { passwrd: 'correct horse', password: '' },
    'Input "password" is not set. The step sets "passwrd", which is not an input of this action.',
  ],
  [
    'an input of another action',
    { 'fetch-depth': '0', username: '' },
    'Input "username" is empty.',
  ],
  ['no password', { password: '' }, 'Input "password" is empty.'],
  ['no host', { host: '' }, 'Input "host" is empty.'],
  [
    'a host with a scheme',
    { host: 'smtp://smtp.example.com' },
    'Input "host" must be the name alone, such as smtp.example.com, not a URL.',
  ],
  [
    'a host with a port',
    { host: 'smtp.example.com:587' },
    'Input "host" must not include a port, as "smtp.example.com:587" does; use "port".',
  ],
  [
    'a host with a space',
    { host: 'smtp example.com' },
    'Input "host" must be a host name or IP address, not "smtp example.com".',
  ],
  [
    'a port as text',
    { port: 'submission' },
    'Input "port" must be a whole number from 1 to 65535, not "submission".',
  ],
  [
    'starttls misspelt',
    { starttls: 'requierd' },
    'Input "starttls" must be required, never, true or false, not "requierd".',
  ],
  [
    'a user name with a line end',
    { username: 'me@example.com\n' },
    'Input "username" contains a line break or NUL; store it again without it (printf instead of echo).',
  ],
  [
    'both a password and a token',
    { 'access-token': 'ya29.token' },
    'Input "access-token" cannot be combined with "password"; give one of them.',
  ],
  ['a unit', { timeout: '30s' }, 'Input "timeout" must be a number of seconds above 0'],
];

it('an input that does not exist is a warning of ours, whatever else is wrong', async () => {
  const inputs = { ...GOOD, host: '127.0.0.1', port: 1, retries: 0 };
  expect((await runAction(inputs)).stdout).not.toContain('::warning');
  expect((await runAction({ ...inputs, tls_ca: 'x' })).stdout).toContain(
    '::warning title=smtp-auth-check%3A unknown input::The step sets "tls_ca", which is not an input of this action and has no effect. Did you mean "tls-ca"?',
  );
});

it.each(MISTAKES)('%s is answered before anything is sent', async (_, inputs, reason) => {
  const { exitCode, stdout, outputs } = await runAction({ ...GOOD, ...inputs });
  expect(exitCode).toBe(1);
  expect(outputs['verdict']).toBe('config');
  const annotation = /^::error .*$/m.exec(stdout)?.[0] ?? '';
  expect(annotation).toContain(`Reason: ${reason}`);
  expect(annotation).toMatch(/%0AThe check was not started, .*%0ANext step: [A-Z].*\./);
});

it('a port that is not a number is not shown as port 0', async () => {
  const { stdout, summary } = await runAction({ ...GOOD, port: 'submission' });
  expect(stdout + summary).not.toContain(':0');
});
