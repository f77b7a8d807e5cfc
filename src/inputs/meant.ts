import { nearest } from '../platform/nearest.ts';

/** Words that other mail programs and CI systems use, with the inputs that they mean. */
const WORDS = {
  host: 'server smtp-server mail-server smtp-host mail-host mailhost hostname host-name smtp smarthost relay',
  port: 'smtp-port mail-port port-number',
  starttls: 'start-tls use-starttls enable-starttls',
  'implicit-tls': 'secure use-ssl enable-ssl smtps ssl-tls',
  name: 'label title display-name account-name',
  username:
    'user login login-name user-id usr uname user-name smtp-user smtp-username mail-username mailbox benutzer',
  password: 'pass pwd passwd passwort psw smtp-password mail-password app-password api-key apikey',
  proxy:
    'socks socks5 socks-proxy http-proxy https-proxy proxy-url proxy-host proxy-server all-proxy',
  'proxy-username': 'proxy-user proxy-login',
  'proxy-password': 'proxy-pass proxy-pwd',
  'access-token': 'oauth-token oauth2-token bearer bearer-token oauth-access-token',
  mechanism: 'auth auth-method auth-mechanism auth-type authentication method sasl sasl-mechanism',
  timeout: 'time-out timeout-seconds deadline',
  retries: 'retry retry-count max-retries attempts tries',
  'ehlo-name': 'ehlo helo helo-name ehlo-host helo-host ehlo-domain helo-domain client-name',
  'tls-ca': 'ca ca-file ca-cert cacert ca-certificate ca-bundle root-ca tls-ca-file ssl-ca',
  'tls-servername': 'sni servername server-name',
  'tls-min-version': 'tls-version min-tls-version min-tls tls-minimum-version',
  'tls-fingerprint': 'fingerprint pin tls-pin certificate-fingerprint cert-fingerprint',
  'client-certificate': 'client-cert tls-cert ssl-cert',
  'client-key': 'key private-key tls-key ssl-key client-private-key',
  'client-key-passphrase': 'passphrase key-passphrase key-password client-key-password',
  'certificate-warn-days': 'warn-days cert-warn-days expiry-days certificate-days',
  'certificate-fail-days': 'fail-days cert-fail-days certificate-min-days',
  'allow-cleartext-auth':
    'allow-plaintext-auth allow-cleartext allow-plaintext allow-insecure-auth',
  expect: 'expected expectation expected-result',
  'fail-on': 'fails-on fail-if fail-when fail-for failure-on fail-on-verdict',
  from: 'from-address from-email sender mail-from envelope-from',
  to: 'to-address to-email recipient rcpt rcpt-to mail-to',
  'tenant-id': 'tenant directory-id azure-tenant-id',
  'client-id': 'app-id application-id azure-client-id',
  'client-secret': 'app-secret application-secret azure-client-secret',
  'credentials-json':
    'service-account service-account-json service-account-key google-credentials credentials',
  'token-endpoint': 'token-url token-uri oauth-url',
  scope: 'scopes',
  accounts: 'account list accounts-list accounts-file account-list account-file',
  'max-parallel': 'parallel concurrency max-concurrency parallelism',
  'host-gap': 'gap host-delay delay',
  'report-json': 'json json-report output-json json-file',
  'report-junit': 'junit junit-report output-junit junit-file',
  'report-prometheus': 'prometheus prometheus-report openmetrics metrics textfile',
  'tracking-issue': 'issue issues create-issue open-issue',
} as const;

/** Each of these words with its input. Made when something is misspelt. */
function synonyms(): ReadonlyMap<string, readonly string[]> {
  return (known ??= new Map(
    Object.entries(WORDS).flatMap(([input, words]) =>
      words.split(' ').map((word) => [word, [input]] as const),
    ),
  ));
}

let known: ReadonlyMap<string, readonly string[]> | undefined;

/** Words that mean one of two inputs, or none: a remark describes an entry and is not sent. */
const AMBIGUOUS: ReadonlyMap<string, readonly string[]> = new Map([
  ['tls', ['implicit-tls', 'starttls']],
  ['ssl', ['implicit-tls', 'starttls']],
  ['encryption', ['implicit-tls', 'starttls']],
  ['cert', ['tls-ca', 'client-certificate']],
  ['certificate', ['tls-ca', 'client-certificate']],
  ['email', ['username', 'from']],
  ['token', ['access-token', 'github-token']],
  ['secret', ['password', 'client-secret']],
  ['id', []],
  ['comment', []],
  ['description', []],
  ['note', []],
]);

/** Endings that say where a secret is found, and what they are called here. */
const SOURCES: ReadonlyMap<string, string> = new Map([
  ['env', '-env'],
  ['environment', '-env'],
  ['variable', '-env'],
  ['var', '-env'],
  ['file', '-file'],
  ['path', '-file'],
  ['stdin', '-stdin'],
  ['command', '-command'],
  ['cmd', '-command'],
]);

/**
 * The names that an unknown name was meant to be, by its meaning first and then by its spelling.
 *
 * @param names the names that exist; only these are returned
 * @returns mostly one; none when nothing of the same meaning exists
 */
export function findMeant(typed: string, names: readonly string[]): readonly string[] {
  const word = normalise(typed);
  const exact = byShape(word, names);
  if (exact !== undefined) return [exact];
  const [, base = word, ending = ''] = /^(.+)-([a-z]+)$/.exec(word) ?? [];
  const source = SOURCES.get(ending);
  // Where a secret is found must not get lost: the name of a variable would be sent as the password.
  if (source !== undefined && !synonyms().has(word)) {
    return [base, ...meaningsOf(base)]
      .map((meaning) => meaning + source)
      .filter((name) => names.includes(name))
      .slice(0, 1);
  }
  const meanings = meaningsOf(word).flatMap((name) => existing(name, names));
  if (meanings.length > 0 || isKnownWord(word)) return meanings;
  const near = nearest(word, names);
  return near === undefined ? [] : [near];
}

/** Whether a name is a common word, so that it cannot be a part of a secret. */
export function isKnownWord(typed: string): boolean {
  const word = normalise(typed);
  return synonyms().has(word) || AMBIGUOUS.has(word);
}

/**
 * ` Did you mean "username"?`, or nothing.
 *
 * @param show how the message calls an input
 */
export function didYouMean(
  typed: string,
  names: readonly string[],
  show: (name: string) => string,
): string {
  const meant = findMeant(typed, names).map(show);
  return meant.length === 0 ? '' : ` Did you mean ${meant.join(' or ')}?`;
}

/** `passwordFile`, `PASSWORD_FILE` and `password.file` are `password-file`. */
function normalise(typed: string): string {
  return typed
    .replaceAll(/([a-z\d])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replaceAll(/[\s_.]+/g, '-');
}

/** The name that differs in its hyphens only. */
function byShape(word: string, names: readonly string[]): string | undefined {
  const dense = word.replaceAll('-', '');
  return names.find((name) => name.replaceAll('-', '') === dense);
}

function meaningsOf(word: string): readonly string[] {
  return synonyms().get(word) ?? AMBIGUOUS.get(word) ?? [];
}

/** On a command line a secret has no flag of its own name. */
function existing(name: string, names: readonly string[]): string[] {
  return [name, `${name}-env`].filter((candidate) => names.includes(candidate)).slice(0, 1);
}
