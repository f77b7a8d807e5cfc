import type { OidcObstacle } from '../../model/token-facts.ts';
import type { Explanation } from '../explanation.ts';
import type { TokenRequestFacts } from './token-refusal.ts';

/** Words for GitHub's OIDC token, where the job has none. */

const NO_SECRET =
  'Neither a client secret nor a certificate is given (an empty secret counts as not given)';

const PERMISSION =
  'Add to the job: "permissions: id-token: write". A reusable workflow needs it in the calling job too.';

const OBSTACLES: Readonly<Record<OidcObstacle, Explanation>> = {
  'outside-actions': {
    meaning: `${NO_SECRET}, so GitHub's OIDC token would authenticate this run, and that exists only in a job of GitHub Actions.`,
    nextStep:
      'Outside of GitHub Actions give "client-secret", or "client-certificate" and "client-key", or an "access-token" that was fetched before.',
  },
  'no-permission': {
    meaning: `${NO_SECRET}, so GitHub's OIDC token authenticates this job, and the job has no permission to get one.`,
    nextStep: PERMISSION,
  },
  'pull-request': {
    meaning: `${NO_SECRET}, so GitHub's OIDC token authenticates this job, and the job has no permission to get one. A pull request from a fork, or of Dependabot, never gets it.`,
    nextStep: `${PERMISSION} For pull requests from forks skip the check: "if: github.event.pull_request.head.repo.full_name == github.repository".`,
  },
  'address-unsafe': {
    meaning:
      'The address for OIDC tokens that the runner gives (ACTIONS_ID_TOKEN_REQUEST_URL) does not begin with https://, so its key was not sent there.',
    nextStep: 'Run the job on another runner, and ask who operates this one about the address.',
  },
  'endpoint-foreign': {
    meaning:
      'GitHub\'s OIDC token was not sent: the token endpoint is not one of Microsoft, and "token-endpoint" does not name it.',
    nextStep: 'Give "tenant-id" for Microsoft, or the address in "token-endpoint".',
  },
};

/** @returns undefined when GitHub did not refuse */
export function explainOidc({ token }: TokenRequestFacts): Explanation | undefined {
  const { obstacle, party, status } = token;
  if (obstacle !== undefined) return OBSTACLES[obstacle];
  if (party !== 'github' || status === undefined || status < 400) return undefined;
  const meaning = `GitHub refused to give this job an OIDC token (HTTP ${status}).`;
  if (status === 401) {
    return {
      meaning,
      nextStep: `The key of the job has expired or is of another job: run the job again. ${PERMISSION}`,
    };
  }
  if (status === 403) {
    return {
      meaning,
      nextStep: `${PERMISSION} If it has that, a rule of the organization or enterprise forbids OIDC tokens here. Pull requests from forks never get one.`,
    };
  }
  return {
    meaning,
    nextStep: 'Run the job again. If it happens every time, see githubstatus.com.',
  };
}
