const MEANING_OF_STATUS: Readonly<Record<number, string>> = {
  401: 'the token in "github-token" is not valid',
  403: 'the token may not write issues, or asked too often. Give the job the permission "issues: write"',
  404: 'the token cannot see the issues of this repository. Give the job the permission "issues: write"',
  410: 'issues are switched off in this repository',
  422: 'GitHub refused what was to be written',
  429: 'GitHub asks to come back later',
};

/** Why the issues could not be kept, in a sentence. GitHub's own text is not repeated. */
export function explainFault(error: unknown): string {
  const { status, name } = error as { status?: number; name?: string };
  const isLimited = status === 403 && /rate limit/i.test((error as Error).message);
  const otherwise =
    status === undefined ? 'GitHub could not be reached' : 'GitHub answered with an error';
  const meaning = MEANING_OF_STATUS[isLimited ? 429 : (status ?? 0)] ?? otherwise;
  const detail = status === undefined ? (name ?? 'error') : String(status);
  return `The tracking issues are not up to date: ${meaning} (${detail}). The results stand all the same.`;
}
