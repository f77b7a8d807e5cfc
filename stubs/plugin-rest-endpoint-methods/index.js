/** An Octokit plugin that adds nothing; without `octokit.rest`, a call of it is a TypeError. */
export function restEndpointMethods() {
  return {};
}
