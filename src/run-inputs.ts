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
  'tracking-issue': 'false',
  'github-token': '',
} as const;

export type RunInput = keyof typeof RUN_DEFAULTS;
export type RawRun = Readonly<Record<RunInput, string>>;
