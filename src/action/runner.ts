/** Where the documentation of the very version that runs can be read. */

/** Owner and name of a repository, and a ref: what GitHub allows in both, and nothing that needs escaping. */
const REPOSITORY = /^[A-Za-z0-9_.-]{1,100}\/[A-Za-z0-9_.-]{1,100}$/;
const REF = /^[A-Za-z0-9_./-]{1,200}$/;

/**
 * The address of docs/troubleshooting.md, from what the runner says about the action that runs.
 *
 * @param env GITHUB_ACTION_REPOSITORY and GITHUB_ACTION_REF are empty for an action in the same repository
 * @returns undefined where it is not known
 */
export function docsAddress(env: NodeJS.ProcessEnv): string | undefined {
  const repository = env['GITHUB_ACTION_REPOSITORY'] ?? '';
  const ref = env['GITHUB_ACTION_REF'] ?? '';
  if (!REPOSITORY.test(repository) || !REF.test(ref)) return undefined;
  return `https://github.com/${repository}/blob/${ref}/docs/troubleshooting.md`;
}

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
