import { type ActionRun, runAction } from '../support/action.ts';
import { createLocalhost, daysFromNow, issue } from '../support/certificates.ts';
import { type Peer, type Script, startPeer } from '../support/peer.ts';
import { loginThen, startTlsScript } from '../support/scripts.ts';

/**
 * What people get wrong in a workflow. The first line that they see in the raw log, which prints no titles, names the
 * mistake and what to do about it.
 */

const { ca, server } = await createLocalhost();
const expired = await issue(ca, {
  dnsNames: ['localhost'],
  notBefore: daysFromNow(-9),
  notAfter: daysFromNow(-2),
});

type Inputs = Readonly<Record<string, string | number>>;

const GOOD: Inputs = { host: 'smtp.example.com', username: 'me@example.com', password: 'correct' };
const WHO = 'me@example\\.com at localhost:\\d+: ';
const CORRECT = { title: 'SMTP check not started: ' };
const REFUSED = startTlsScript(server, {
  auth: loginThen('535 5.7.8 Error: authentication failed\r\n'),
});

interface Mistake {
  readonly inputs: Inputs;
  /** What answers at the port; without it nothing is connected to. */
  readonly script?: Script;
  /** The first line, from its beginning. */
  readonly says: RegExp;
  readonly title?: string;
}

const greet =
  (banner: string): Script =>
  async (connection) => {
    connection.send(banner);
    await connection.line();
  };

const MISTAKES: Readonly<Record<string, Mistake>> = {
  'a secret whose name is misspelt': {
    inputs: { password: '' },
    says: /^SMTP check not started: Input "password" is empty\. Next step: Check the name of the secret or variable that the input reads\. On GitHub a secret is empty when its name is misspelt,/,
    title: `${CORRECT.title}"password" is empty`,
  },
  'an expression that is not evaluated': {
    inputs: { password: '${{ secrets.SMTP_PASSWORD }}' },
    says: /^SMTP check not started: Input "password" is a GitHub Actions expression that was not evaluated; give the value itself, or have it resolved before this check\.$/,
    title: `${CORRECT.title}"password" is a reference that was not resolved`,
  },
  'a line break at the end of the password': {
    inputs: { password: 'correct\n' },
    script: REFUSED,
    says: new RegExp(
      `^${WHO}The server rejected the user name or password\\. Next step: The stored password contains a line break, mostly from a file or from "echo": store it again without it \\(printf instead of echo\\)\\. Only then: `,
    ),
  },
  'a port at which nothing listens': {
    inputs: { host: '127.0.0.1', port: 1, retries: 0 },
    says: /^me@example\.com at 127\.0\.0\.1:1: Connection refused: nothing is listening on 127\.0\.0\.1:1\. This says nothing about the user name or password\. \(ECONNREFUSED\) Next step: Check "port": 587 and 465 are the usual ones\. If the port is right, check that the server is running\.$/,
    title: 'SMTP login failed: connection refused',
  },
  'a scheme in the host': {
    inputs: { host: 'smtp://smtp.example.com' },
    says: /^SMTP check not started: Input "host" must be the name alone, such as smtp\.example\.com, not a URL\.$/,
    title: `${CORRECT.title}"host" is a URL`,
  },
  'a port in the host': {
    inputs: { host: 'smtp.example.com:587' },
    says: /^SMTP check not started: Input "host" must not include a port, as "smtp\.example\.com:587" does; use "port"\.$/,
    title: `${CORRECT.title}"host" includes a port`,
  },
  'wrong indentation in the list': {
    inputs: {
      host: '',
      username: '',
      password: '',
      accounts:
        '- host: smtp.example.com\n  username: me@example.com\n   password-env: SMTP_PASSWORD\n',
    },
    says: /^SMTP check not started: Input "accounts", line 3: this is not YAML\. Either the indentation differs from the lines around it, or the value has special characters and needs quotes/,
    title: `${CORRECT.title}"accounts", line 3: not YAML`,
  },
  'a tab in the indentation of the list': {
    inputs: {
      host: '',
      username: '',
      password: '',
      accounts: '- host: smtp.example.com\n\tport: 587\n',
    },
    says: /^SMTP check not started: Input "accounts", line 2: YAML does not allow tabs for indentation; use spaces\.$/,
  },
  'an input that is misspelt': {
    inputs: { passwrd: 'correct', password: '' },
    says: /^The step sets "passwrd", which is not an input of this action and has no effect\. Did you mean "password"\?$/,
    title: `${CORRECT.title}"password" is empty`,
  },
  'the secret of the list misspelt': {
    inputs: { host: '', username: '', password: '', accounts: '' },
    says: /^SMTP check not started: Nothing to check: "accounts" and "host" are both empty\. Next step: Check the name of the secret/,
    title: `${CORRECT.title}"accounts" and "host" are both empty`,
  },
  'a certificate that has expired': {
    inputs: {},
    script: startTlsScript(expired, { auth: () => undefined }),
    says: new RegExp(
      `^${WHO}The server's certificate expired on [\\d-]+\\. No credential was sent\\. \\(CERT_HAS_EXPIRED\\) Next step: The server's administrator must renew it\\.`,
    ),
    title: 'SMTP login failed: certificate expired',
  },
  'the port of IMAP': {
    inputs: {},
    script: greet('* OK [CAPABILITY IMAP4rev1 STARTTLS] Dovecot ready.\r\n'),
    says: new RegExp(
      `^${WHO.slice(0, -2)}: localhost:\\d+ is an IMAP server, which is for reading mail\\. The credential was not judged\\. Next step: Check host and port: use 587 with STARTTLS or 465 with implicit TLS\\.`,
    ),
    title: 'SMTP login failed: this is an IMAP server',
  },
  'the port of a web server': {
    inputs: {},
    script: greet('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n'),
    says: new RegExp(
      `^${WHO}localhost:\\d+ is a web server \\(HTTP\\)\\. The credential was not judged\\. Next step: Check host and port: use 587 with STARTTLS or 465 with implicit TLS\\.`,
    ),
    title: 'SMTP login failed: this is a web server',
  },
  'STARTTLS at a port with implicit TLS': {
    inputs: { 'implicit-tls': 'false', timeout: 1 },
    script: () => new Promise(() => undefined), // it waits for the client's TLS
    says: new RegExp(
      `^${WHO}Timed out: the server accepted the connection but sent no greeting\\. This says nothing about the user name or password\\. Next step: If this port uses implicit TLS \\(as 465 does\\), set "implicit-tls: true"`,
    ),
    title: 'SMTP login failed: timed out',
  },
  'implicit TLS at a port with STARTTLS': {
    inputs: { 'implicit-tls': 'true' },
    script: greet('220 mail.example.com ESMTP\r\n'),
    says: new RegExp(
      `^${WHO}localhost:\\d+ does not answer in TLS\\. No credential was sent\\. \\(ERR_SSL_WRONG_VERSION_NUMBER\\) Next step: This port starts unencrypted: set "implicit-tls: false" with "starttls: required", or use port 465\\.$`,
    ),
    title: 'SMTP login failed: this port does not start with TLS',
  },
  'quotes around the password': {
    inputs: { password: '"correct"' },
    script: REFUSED,
    says: new RegExp(
      `^${WHO}The server rejected the user name or password\\. Next step: The stored password is in quotes, which are sent as a part of it: store it again without the quotes\\. Only then: `,
    ),
  },
  'the user name of another mailbox': {
    inputs: {},
    script: REFUSED,
    says: new RegExp(
      `^${WHO}The server rejected the user name or password\\. Next step: Sign in to the mailbox elsewhere with the same user name and password\\. If that fails too, `,
    ),
    title: 'SMTP login rejected: wrong user name or password (535 5.7.8)',
  },
  'expect misspelt': {
    inputs: { expect: 'rejcted' },
    says: /^SMTP check not started: Input "expect" must be accepted or rejected, not "rejcted"\.$/,
    title: `${CORRECT.title}"expect" is not accepted or rejected`,
  },
  'a timeout with a unit': {
    inputs: { timeout: '30s' },
    says: /^SMTP check not started: Input "timeout" must be a number of seconds above 0 and up to 3600, without a unit, not "30s"\.$/,
    title: `${CORRECT.title}"timeout" is not a number of seconds up to 3600`,
  },
  'JSON in place of the password': {
    inputs: { password: '{"user":"me@example.com","password":"correct"}' },
    says: /^SMTP check not started: Input "password" is a JSON text; store only the value that is needed from it\.$/,
    title: `${CORRECT.title}"password" is JSON`,
  },
  'a list without accounts': {
    inputs: { host: '', username: '', password: '', accounts: '[]' },
    says: /^SMTP check not started: Input "accounts" is an empty list; give at least one account\.$/,
    title: `${CORRECT.title}"accounts" is an empty list`,
  },
};

let peer: Peer | undefined;

afterEach(async () => {
  await peer?.close();
  peer = undefined;
});

/** Runs the step with one mistake in it. */
async function make({ inputs, script }: Mistake): Promise<ActionRun> {
  if (!script) return runAction({ ...GOOD, ...inputs });
  peer = await startPeer(script, 'localhost');
  const at = { host: 'localhost', port: peer.port, 'tls-ca': ca.cert, retries: 0, timeout: 10 };
  return runAction({ ...GOOD, ...at, ...inputs });
}

const COMMAND = /^::(?:error|warning|notice)(?: [^:]*)?::/;

/** The first line that a raw log shows: commands to mask show nothing, and no command shows its title. */
function firstLine({ stdout }: ActionRun): string {
  const line = stdout.split('\n').find((text) => text !== '' && !text.startsWith('::add-mask::'));
  const [first = ''] = (line ?? '').replace(COMMAND, '').split('%0A');
  return decode(first);
}

function decode(text: string): string {
  return text.replaceAll('%3A', ':').replaceAll('%2C', ',').replaceAll('%25', '%');
}

it.each(Object.entries(MISTAKES))(
  '%s is named in the first line of the log, with the fix',
  async (_, mistake) => {
    const run = await make(mistake);
    expect(run.exitCode).toBe(1);
    expect(firstLine(run)).toMatch(mistake.says);
    const title = /^::error title=([^:]*)::/m.exec(run.stdout)?.[1] ?? '';
    if (mistake.title !== undefined) expect(decode(title)).toBe(mistake.title);
  },
);

it('an input that does not exist is a warning of ours, whatever else is wrong', async () => {
  const inputs = { ...GOOD, host: '127.0.0.1', port: 1, retries: 0 };
  expect((await runAction(inputs)).stdout).not.toContain('::warning');
  expect((await runAction({ ...inputs, tls_ca: 'x' })).stdout).toContain(
    '::warning title=smtp-auth-check%3A unknown input::The step sets "tls_ca", which is not an input of this action and has no effect. Did you mean "tls-ca"?',
  );
});

it('an input that is missing is told with the one that the step sets in its place', async () => {
  const { stdout } = await runAction({ ...GOOD, user: 'me@example.com', username: '' });
  expect(stdout).toContain(
    'Input "username" is not set. The step sets "user", which is not an input of this action; rename it.',
  );
});

it('several wrong inputs are told one in a line', async () => {
  const { stdout } = await runAction({ ...GOOD, port: 'submission', timeout: '30s' });
  expect(stdout).toContain(
    '::error title=SMTP check not started%3A "port" is not a whole number from 1 to 65535%2C and 1 more::SMTP check not started: Input "port" must be a whole number from 1 to 65535, not "submission".%0AInput "timeout" must be',
  );
});

it('a login that may not send as asked is told as accepted', async () => {
  const script = startTlsScript(server, {
    auth: async (connection) => {
      await loginThen('235 2.7.0 Accepted\r\n')(connection);
      connection.send('550 5.7.1 Sender not allowed\r\n');
    },
  });
  const { stdout } = await make({ inputs: { from: 'other@example.com' }, script, says: /^/ });
  expect(stdout).toMatch(
    /^::error title=SMTP login accepted%2C but sender rejected \(550 5\.7\.1\)::/m,
  );
  expect(stdout).not.toContain('SMTP login failed');
});

it('a port that is not a number is not shown as port 0', async () => {
  const { stdout, summary } = await runAction({ ...GOOD, port: 'submission' });
  expect(stdout + summary).not.toContain(':0');
});
