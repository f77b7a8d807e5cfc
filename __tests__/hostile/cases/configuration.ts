import type { Family, HostileCase, Input, Requirement } from '../support/case.ts';
import { honest } from '../support/play.ts';

const INVALID = { verdict: 'config', cause: 'input-invalid' } as const;
const EMPTY = { verdict: 'config', cause: 'secret-empty' } as const;

/** Everything here listens, so that a connection would be seen. */
const nothingSent: Requirement = {
  that: 'nothing connected',
  holds: ({ peer }) => peer?.connections.length === 0,
};

const names = (input: string): Requirement => ({
  that: `the message names the input "${input}"`,
  holds: ({ run }) => run.stdout.includes(`Input "${input}"`),
});

const wrong = (
  what: string,
  input: string,
  value: Input,
  expectation: HostileCase['expect'] = INVALID,
): HostileCase => ({
  name: what,
  inputs: { [input]: value },
  play: honest(),
  expect: expectation,
  also: [nothingSent, names(input)],
});

const PEM = ({ ca }: { ca: { cert: string } }): string => ca.cert;

const fine = (what: string, inputs: HostileCase['inputs']): HostileCase => ({
  name: what,
  ...(inputs && { inputs }),
  play: honest(),
  expect: { verdict: 'accepted', cause: 'none', stage: 'auth' },
});

export const configuration: Family = {
  title: 'configuration',
  about:
    'Mistakes of a workflow author. One clear sentence for each input, the verdict `config`, and no connection.',
  cases: [
    wrong('no host', 'host', ''),
    wrong('a host of spaces', 'host', '   '),
    wrong('a host with a scheme', 'host', 'smtp://mail.example.test'),
    wrong(
      'a host with a scheme and a password',
      'host',
      'smtps://alice:hunter2x@mail.example.test',
    ),
    wrong('a host with its port', 'host', '127.0.0.1:587'),
    wrong('a host name with its port', 'host', 'mail.example.test:587'),
    wrong('an address with its port in brackets', 'host', '[::1]:587'),
    wrong('a mail address as the host', 'host', 'alice@example.test'),
    wrong('a host with a path', 'host', 'mail.example.test/path'),
    wrong('a host with a space', 'host', 'mail example test'),
    wrong('a host with a line end', 'host', 'mail.example.test\r\nEHLO x'),
    wrong('a host with an empty label', 'host', 'mail..example.test'),
    wrong('a host with a label of 64 letters', 'host', `${'a'.repeat(64)}.test`),
    wrong('a host of 300 letters', 'host', `${'abcdefgh.'.repeat(34)}test`),
    wrong('a host that starts with a hyphen', 'host', '-mail.test'),
    wrong('a mistyped address', 'host', '127.0.0.300'),
    wrong('an address of three numbers', 'host', '10.0.1'),
    wrong('a template that was not filled in', 'host', '${{ secrets.HOST }}'),
    wrong('two hosts', 'host', 'a.test,b.test'),
    wrong('port 0', 'port', 0),
    wrong('port 65536', 'port', 65536),
    wrong('port 70000', 'port', 70000),
    wrong('port -1', 'port', -1),
    wrong('port 587.5', 'port', '587.5'),
    wrong('port 5e2', 'port', '5e2'),
    wrong('port 0x24b', 'port', '0x24b'),
    wrong('a port in words', 'port', 'smtp'),
    wrong('two ports', 'port', '587,465'),
    wrong('no user name', 'username', '', EMPTY),
    wrong('no password, as in a pull request from a fork', 'password', '', EMPTY),
    {
      name: 'neither user name nor password',
      inputs: { username: '', password: '' },
      play: honest(),
      expect: EMPTY,
      also: [nothingSent, names('username'), names('password')],
    },
    wrong('a user name with a line end', 'username', 'alice\r\nAUTH PLAIN'),
    wrong('a user name with a trailing line feed', 'username', 'alice@example.test\n'),
    wrong('an unknown mechanism', 'mechanism', 'PLAN'),
    wrong('two mechanisms', 'mechanism', 'PLAIN LOGIN'),
    wrong('starttls: maybe', 'starttls', 'maybe'),
    wrong('starttls: if-available', 'starttls', 'if-available'),
    wrong('starttls: yes', 'starttls', 'yes'),
    wrong('starttls: never, without consent to plaintext', 'starttls', 'never'),
    wrong('starttls: false, without consent to plaintext', 'starttls', 'false'),
    wrong('implicit-tls: maybe', 'implicit-tls', 'maybe'),
    wrong('timeout 0', 'timeout', 0),
    wrong('timeout -5', 'timeout', -5),
    wrong('timeout 30s', 'timeout', '30s'),
    wrong('timeout Infinity', 'timeout', 'Infinity'),
    wrong('timeout of a day', 'timeout', 86400),
    wrong('retries -1', 'retries', -1),
    wrong('retries 1000', 'retries', 1000),
    wrong('retries 1.5', 'retries', '1.5'),
    wrong('an EHLO name with a line end', 'ehlo-name', 'x\r\nAUTH PLAIN'),
    wrong('an EHLO name with a space', 'ehlo-name', 'my host'),
    wrong('an EHLO name longer than a command', 'ehlo-name', `${'abcdefgh.'.repeat(60)}test`),
    wrong('an EHLO literal longer than a command', 'ehlo-name', `[${'1'.repeat(600)}]`),
    wrong('a CA file that does not exist', 'tls-ca', '/nonexistent/ca.pem'),
    wrong('a folder as the CA file', 'tls-ca', '/'),
    wrong(
      'a CA without a certificate',
      'tls-ca',
      '-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----',
    ),
    wrong(
      'a CA that was cut',
      'tls-ca',
      '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----',
    ),
    wrong('a CA whose end is missing', 'tls-ca', (world) => PEM(world).slice(0, 200)),
    wrong('a server name with a scheme', 'tls-servername', 'https://mail.test'),
    wrong('TLSv1.1 as the least version', 'tls-min-version', 'TLSv1.1'),
    wrong('1.2 as the least version', 'tls-min-version', '1.2'),
    wrong('a fingerprint of SHA-1', 'tls-fingerprint', 'ab:'.repeat(19) + 'ab'),
    wrong('a fingerprint with a letter too many', 'tls-fingerprint', 'ab'.repeat(32) + 'a'),
    wrong('certificate-warn-days: soon', 'certificate-warn-days', 'soon'),
    wrong('certificate-warn-days: -1', 'certificate-warn-days', -1),
    wrong('certificate-fail-days: auto', 'certificate-fail-days', 'auto'),
    wrong('allow-cleartext-auth: yes', 'allow-cleartext-auth', 'yes'),
    wrong('expect: success', 'expect', 'success'),
    wrong('fail-on: nothing', 'fail-on', 'nothing'),
    wrong('fail-on: a comma alone', 'fail-on', ','),
    wrong('fail-on that leaves config out cannot hide a wrong input', 'fail-on', 'rejected, wrong'),
    {
      name: 'everything wrong at once: all of it is named',
      inputs: { host: '', port: 'x', timeout: '0', mechanism: 'x', expect: 'x' },
      play: honest(),
      expect: INVALID,
      also: [nothingSent, ...['host', 'port', 'timeout', 'mechanism', 'expect'].map(names)],
    },
    {
      name: 'no input at all',
      inputs: {
        host: '',
        port: '',
        username: '',
        password: '',
        timeout: '',
        retries: '',
        'tls-ca': '',
      },
      play: honest(),
      expect: { verdict: 'config' },
      also: [
        nothingSent,
        { that: 'the message names "host"', holds: ({ run }) => run.stdout.includes('"host"') },
      ],
    },
    {
      name: 'a password with NUL cannot be given by the runner, but is refused as soon as it is parsed',
      inputs: { mechanism: 'PLAIN', username: 'a\tb' },
      play: honest({ mechanism: 'PLAIN' }),
      expect: { verdict: 'accepted', stage: 'auth' },
    },
    fine('choices in other letter case', {
      starttls: 'Required',
      mechanism: 'login',
      expect: 'ACCEPTED',
    }),
    fine('spaces around a host', { host: ' 127.0.0.1 ' }),
    fine('a timeout with a fraction', { timeout: '9.5' }),
    fine('a CA without anything else in the text around it', {
      'tls-ca': (world) => `# our authority\n${PEM(world)}\n# end\n`,
    }),
    fine('an EHLO name of its own', { 'ehlo-name': 'ci.example.test' }),
    {
      name: 'no summary file',
      env: { GITHUB_STEP_SUMMARY: '' },
      play: honest(),
      expect: { verdict: 'accepted', stage: 'auth' },
    },
    {
      name: 'plaintext by consent, loudly',
      inputs: { starttls: 'never', 'allow-cleartext-auth': 'true' },
      play: honest({ mode: 'none' }),
      expect: { verdict: 'accepted', stage: 'auth' },
    },
  ],
};
