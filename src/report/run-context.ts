/** What the runner's environment says of this run (GitHub, "Default environment variables"). */
export interface RunContext {
  /** `owner/name`, empty outside a runner. */
  readonly repository: string;
  readonly runUrl: string;
}

export function readRunContext(environment: Readonly<NodeJS.ProcessEnv>): RunContext {
  const repository = environment['GITHUB_REPOSITORY'] ?? '';
  const server = environment['GITHUB_SERVER_URL'] ?? 'https://github.com';
  const run = environment['GITHUB_RUN_ID'] ?? '';
  return { repository, runUrl: `${server}/${repository}/actions/runs/${run}` };
}
