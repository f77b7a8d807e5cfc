const MEANING_OF_STATUS: Readonly<Record<number, string>> = {
  401: 'the token in "github-token" is not valid',
  403: 'the token may not write issues, or asked too often. Give the job the permission "issues: write"',
  404: 'the token cannot see the issues of this repository. Give the job the permission "issues: write"',
  410: 'issues are switched off in this repository',
  422: 'GitHub refused what was to be written',
  429: 'GitHub asks to come back later',
};

interface Fault extends Error {
  readonly status?: number;
  readonly response?: object;
  readonly cause?: NodeJS.ErrnoException;
}

/** Why the issues could not be kept, in a sentence. GitHub's own text is not repeated. */
export function explainGitHubFault(error: unknown): string {
  const { name, message, status = 0, response, cause } = error as Fault;
  // Octokit gives an error of the network the status 500, and no response.
  const isUnanswered = status === 0 || (name === 'HttpError' && response === undefined);
  const isLimited = status === 403 && /rate limit/i.test(message);
  const meaning = isUnanswered
    ? 'GitHub could not be reached'
    : (MEANING_OF_STATUS[isLimited ? 429 : status] ?? 'GitHub answered with an error');
  const detail = isUnanswered ? (cause?.code ?? cause?.name ?? name) : String(status);
  return `The tracking issues are not up to date: ${meaning} (${detail}). The results stand all the same.`;
}
