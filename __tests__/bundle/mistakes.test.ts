import { runAction } from '../support/action.ts';

/** What people write into a workflow by mistake, and the sentence with which the step answers. */
const GOOD = { host: 'smtp.example.com', username: 'me@example.com', password: 'correct horse' };
const MISTAKES: readonly [
  name: string,
  inputs: Readonly<Record<string, string>>,
  reason: string,
][] = [
  [
    'a name that is no input, so the user name is missing',
    { user: 'me@example.com', username: '' },
    'Input "username" is not given. The step gives "user", which is no input.',
  ],
  [
    'an input that is misspelt',
    { passwrd: 'correct horse', password: '' },
    'Input "password" is not given. The step gives "passwrd", which is no input.',
  ],
  [
    'an input of another action',
    { 'fetch-depth': '0', username: '' },
    'Input "username" is empty. Either the step does not give it, or the repository secret is empty: its name is misspelt,',
  ],
  ['no password', { password: '' }, 'Input "password" is empty. Either the step does not give it,'],
  ['no host', { host: '' }, 'Input "host" is empty; give the name of the mail server.'],
  [
    'a host with a scheme',
    { host: 'smtp://smtp.example.com' },
    'Input "host" is a URL; give the name alone, such as smtp.example.com.',
  ],
  [
    'a host with a port',
    { host: 'smtp.example.com:587' },
    'Input "host": "smtp.example.com:587" includes a port; give it in the input "port".',
  ],
  [
    'a host with a blank',
    { host: 'smtp example.com' },
    'Input "host": "smtp example.com" is not a host name or IP address.',
  ],
  [
    'a port as text',
    { port: 'submission' },
    'Input "port": "submission" is not a whole number from 1 to 65535.',
  ],
  [
    'starttls misspelt',
    { starttls: 'requierd' },
    'Input "starttls": "requierd" is not one of required, never, true, false.',
  ],
  [
    'a user name with a line end',
    { username: 'me@example.com\n' },
    'Input "username" holds a line break or NUL; store it again without it (printf instead of echo).',
  ],
  [
    'both a password and a token',
    { 'access-token': 'ya29.token' },
    'Input "access-token" is given together with "password"; give one of them.',
  ],
  ['a unit', { timeout: '30s' }, 'Input "timeout": "30s" is not a number of seconds above 0'],
];

it.each(MISTAKES)('%s is answered before anything is sent', async (_, inputs, reason) => {
  const { exitCode, stdout, outputs } = await runAction({ ...GOOD, ...inputs });
  expect(exitCode).toBe(1);
  expect(outputs['verdict']).toBe('config');
  const annotation = /^::error .*$/m.exec(stdout)?.[0] ?? '';
  expect(annotation).toContain(`Reason: ${reason}`);
  expect(annotation).toMatch(/%0ANothing was sent: .*%0ANext step: [A-Z].*\./);
});

it('a port that is none is not shown as port 0', async () => {
  const { stdout, summary } = await runAction({ ...GOOD, port: 'submission' });
  expect(stdout + summary).not.toContain(':0');
});
