import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ACCOUNT_DEFAULTS, RUN_DEFAULTS, SECRET_INPUTS } from '../inputs/names.ts';
import { PLAIN_INPUTS, RUN_INPUTS } from './flags.ts';

/** A line of help for each flag; a test says when one is missing. */
export const FLAG_HELP: Readonly<Record<string, string>> = {
  name: 'what reports call the account, in place of its user name',
  host: 'name or address of the mail server',
  port: '1 to 65535; 587 and 465 are the ports for sending with a login',
  starttls: 'required, or never',
  'implicit-tls': 'TLS from the first byte: auto (ports 465, 2465, 8465), true, false',
  username: 'user name, sent unchanged',
  'password-env': 'environment variable that holds the password',
  'access-token-env': 'environment variable that holds an OAuth 2.0 access token',
  mechanism: 'auto, or one such as PLAIN, without fallback',
  timeout: 'seconds for the whole check, up to 3600',
  retries: 'further attempts after a result that says nothing about the credential',
  'ehlo-name': "host name to send in EHLO instead of the client's address",
  'tls-ca': 'file of further certificate authorities to trust, PEM',
  'tls-servername': 'name to expect in the certificate, if not the host',
  'tls-min-version': 'TLSv1.2 or TLSv1.3',
  'tls-fingerprint': 'SHA-256 fingerprint of the one certificate to trust',
  'client-certificate': 'file of the certificate of this client, PEM',
  'client-key-env': 'variable with the key of that certificate, PEM or the path of its file',
  'client-key-passphrase-env': 'variable with the passphrase of that key',
  'certificate-warn-days': 'warn if the certificate expires within this many days; 0 = never',
  'certificate-fail-days': 'fail if the certificate expires within this many days; 0 = never',
  'allow-cleartext-auth': 'true sends the password unencrypted: test servers only',
  expect: 'accepted; or rejected, to prove that a revoked credential is dead',
  'fail-on': 'verdicts that fail, such as rejected,tls,config; config always does',
  from: 'may this login send from this address? no mail is sent',
  to: 'may this login send to this address? no mail is sent',
  'tenant-id': 'Microsoft Entra tenant that a token is fetched from',
  'client-id': 'client (application) that fetches the token',
  'client-secret-env': 'variable with the secret of that client',
  'refresh-token-env': 'variable with a refresh token to exchange',
  'credentials-json-env': 'variable with a Google service account key, or the path of its file',
  'token-endpoint': 'address (https) of the token endpoint, if it is another one',
  scope: 'scope of the token',
  accounts: 'file with a YAML list of accounts, or "-"; the flags above are its defaults',
  'max-parallel': 'checks at once',
  'max-per-host': 'checks at once on one host',
  'host-gap': 'minimum delay in seconds between two checks of one host',
  shard: 'this part of the list, such as 3/16',
  'report-json': 'file for the results as JSON',
  'report-junit': 'file for the results as JUnit XML, which CI systems show',
};

const EXAMPLES = `Check a login; you are asked for the password:
  smtp-auth-check --host smtp.example.com --username me@example.com

Read the password from a variable, in a script or a CI system:
  smtp-auth-check --host smtp.example.com --username me@example.com --password-env SMTP_PASSWORD

Read it from a file, such as a Docker or Kubernetes secret:
  smtp-auth-check --host smtp.example.com --username me@example.com --password-file /run/secrets/smtp

Read it from a password manager, with the exit status as the only answer:
  smtp-auth-check --host smtp.example.com --username me@example.com --password-command "pass smtp" --quiet

Check a list of accounts, and show it as tests in a CI system:
  smtp-auth-check --accounts accounts.yml --report-junit smtp.xml

Prove that a revoked password is dead:
  smtp-auth-check --host smtp.example.com --username me@example.com --expect rejected`;

const EXIT_STATUS = `  0    the server gave the expected answer, or one that --fail-on leaves out
  1    the server rejected the credential (or accepted it against --expect rejected)
  2    the credential could not be judged: network, TLS, a temporary failure
  64   the command line or a value in it is wrong; nothing was sent for it
  130  interrupted (143: terminated)`;

/** The text of --help. */
export function helpText(): string {
  const plain = PLAIN_INPUTS.map((name) => line(name, 'VALUE', ACCOUNT_DEFAULTS[name]));
  const secret = SECRET_INPUTS.map((name) => line(`${name}-env`, 'NAME', ''));
  return `Checks that SMTP credentials still work: one login, no mail sent.

Usage: smtp-auth-check --host NAME --username NAME [flags]
       smtp-auth-check --accounts FILE [flags]

${EXAMPLES}

The account:
${[...plain, ...secret].join('\n')}
${line('password-stdin', '', '', 'read the password from standard input')}
Each flag that ends in "-env" has two more forms: --password-file FILE reads a file, and
--password-command COMMAND runs a program that prints the secret. It runs without a shell, within
60 seconds. The user name has these three flags too. One line end at the end of what is read is
dropped. Without a password you are prompted, if standard input is a terminal.

Many accounts, and files:
${RUN_INPUTS.map((name) => line(name, 'VALUE', RUN_DEFAULTS[name])).join('\n')}

The answer:
${line('json', '', '', 'the results as JSON, for programs')}
${line('quiet', '', '', 'nothing; the exit status is the answer')}
${line('verbose', '', '', 'also the time of each stage and the dialogue, without secrets')}
${line('version', '', '', 'the version of this program')}
${line('help', '', '', 'this text')}

Exit status:
${EXIT_STATUS}

Each flag is the action's input of the same name. Where a text says "starttls: never", type
--starttls never. NO_COLOR turns colour off; NODE_EXTRA_CA_CERTS adds certificate authorities.
`;
}

const NAME_WIDTH = 31;

function line(name: string, value: string, standard: string, help = FLAG_HELP[name] ?? ''): string {
  const flag = `  --${name}${value === '' ? '' : ` ${value}`}`;
  return `${flag.padEnd(NAME_WIDTH)} ${help}${standard === '' ? '' : ` (${standard})`}`;
}

/** The version in package.json, which lies two folders above this file in src, lib and dist alike. */
export function version(): string {
  const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
  const file: unknown = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return (file as { version: string }).version;
}
