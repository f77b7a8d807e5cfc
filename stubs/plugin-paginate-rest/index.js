/** An Octokit plugin that adds nothing; without `octokit.paginate`, a call of it is a TypeError. */
export function paginateRest() {
  return {};
}
