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
