/**
 * The inputs that describe one account, with their defaults. `action.yml` has the same names and
 * defaults; a test holds the two together.
 */
export const ACCOUNT_DEFAULTS = {
  name: '',
  host: '',
  port: '587',
  proxy: '',
  'proxy-username': '',
  'proxy-password': '',
  starttls: 'required',
  'implicit-tls': 'auto',
  username: '',
  password: '',
  'access-token': '',
  mechanism: 'auto',
  timeout: '30',
  retries: '2',
  'ehlo-name': '',
  'tls-ca': '',
  'tls-servername': '',
  'tls-min-version': 'TLSv1.2',
  'tls-fingerprint': '',
  'client-certificate': '',
  'client-key': '',
  'client-key-passphrase': '',
  'certificate-warn-days': 'auto',
  'certificate-fail-days': '0',
  'allow-cleartext-auth': 'false',
  expect: 'accepted',
  'fail-on': 'all',
  from: '',
  to: '',
  'tenant-id': '',
  'client-id': '',
  'client-secret': '',
  'refresh-token': '',
  'credentials-json': '',
  'token-endpoint': '',
  scope: '',
} as const;

export type AccountInput = keyof typeof ACCOUNT_DEFAULTS;
export type RawAccount = Readonly<Record<AccountInput, string>>;

/** The inputs that are secret as a whole. */
export const SECRET_INPUTS = [
  'password',
  'access-token',
  'client-key',
  'client-key-passphrase',
  'client-secret',
  'refresh-token',
  'credentials-json',
  'proxy-password',
] as const satisfies readonly AccountInput[];

/**
 * The inputs that are sent exactly as given. In a list each of them has a second form, such as `password-env`,
 * which names the environment variable that holds it.
 */
export const CREDENTIAL_INPUTS = [
  'username',
  'proxy-username',
  ...SECRET_INPUTS,
] as const satisfies readonly AccountInput[];

/** What belongs to one proxy, and is sent to no other one. */
export const PROXY_LOGIN_INPUTS = [
  'proxy-username',
  'proxy-password',
] as const satisfies readonly AccountInput[];

/** The credentials that belong to one account of one mail server. */
export const ACCOUNT_CREDENTIALS = CREDENTIAL_INPUTS.filter(
  (input) => !PROXY_LOGIN_INPUTS.some((name) => name === input),
);

/** The inputs that describe the run, not an account, with their defaults. `action.yml` has the same ones. */
export const RUN_DEFAULTS = {
  accounts: '',
  'max-parallel': '10',
  'max-per-host': '4',
  /**
   * Four logins a second at one host: below the strictest published limit found (five new connections a
   * second and address), and hardly felt, since four parallel logins take about as long.
   */
  'host-gap': '0.25',
  shard: '1/1',
  'report-json': '',
  'report-junit': '',
  'report-prometheus': '',
  'tracking-issue': 'false',
  'github-token': '',
} as const;

export type RunInput = keyof typeof RUN_DEFAULTS;
export type RawRun = Readonly<Record<RunInput, string>>;
