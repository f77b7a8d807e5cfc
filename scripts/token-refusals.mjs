// What docs/troubleshooting.md says of token endpoints: the documented refusals, read and judged as a check does it. Pure.

/** How each way to ask for a token is called on the page, and what advice depends on. */
const GRANTS = new Map([
  ['secret', ['with a client secret', 'client-credentials', 'secret']],
  ['certificate', ['with a client certificate', 'client-credentials', 'certificate']],
  ['github', ["with GitHub's OIDC token", 'client-credentials', 'github-oidc']],
  ['refresh', ['with a refresh token alone', 'refresh-token', 'none']],
  [
    'refresh with a secret',
    ['with a refresh token and a client secret', 'refresh-token', 'secret'],
  ],
  ['service account', ['with the key of a service account', 'service-account', undefined]],
]);

const JOB = {
  subject: 'repo:acme@5544123/mail@821093847:environment:production',
  issuer: 'https://token.actions.githubusercontent.com',
  audience: 'api://AzureADTokenExchange',
};

/** What Microsoft adds to every error. */
const TRACE = / Trace ID: .*$/;

function observe({ grant: way, error, said, status = 400 }, specimen, refusal) {
  const [, grant, proof] = GRANTS.get(way);
  const body = JSON.stringify({ error, error_description: said });
  const asked = {
    ...{ party: 'endpoint', host: 'login.example.com', endpointFrom: 'tenant-id' },
    clientId: grant === 'service-account' ? 'robot@project.iam.gserviceaccount.com' : 'APP_ID',
    ...(way === 'github' && { job: JOB }),
  };
  const { problem, code, detail, token } = refusal({ status, headers: {}, body }, asked);
  const credential = { kind: 'token-request', grant, isAscii: true, ...(proof && { proof }) };
  return {
    ...{ ...specimen, account: { ...specimen.account, credential } },
    failure: { problem, code, detail, token },
  };
}

/** The anchors of a refusal: those of all numbers that mean the same. */
function anchorsOf(observation, { ENTRA_REFUSALS, tokenAnchorOf }) {
  const refusals = observation.failure.token.entra.map((number) => ENTRA_REFUSALS.get(number));
  const known = refusals.find((one) => one !== undefined);
  if (known === undefined) return [tokenAnchorOf(observation)].filter((id) => id !== undefined);
  const same = [...ENTRA_REFUSALS].filter(([, one]) => one === known);
  return same.map(([number]) => `aadsts-${number}`);
}

/**
 * @param documented the refusals of __tests__/token/documented.ts
 * @param specimen an observation as neutral as can be
 * @param judge the functions and tables of src/ that judge: they are TypeScript, which not everybody can import
 * @returns what the page shows of each: every anchor once
 */
export function tokenRefusals(documented, specimen, judge) {
  const { refusal, tokenCauseOf, TOKEN_WORDS, VERDICT_OF_CAUSE } = judge;
  const taken = new Set();
  return documented.map((one) => {
    const observation = observe(one, specimen, refusal);
    const cause = tokenCauseOf(observation) ?? observation.failure.problem;
    const { meaning, nextStep } = TOKEN_WORDS[cause](observation);
    const anchors = anchorsOf(observation, judge).filter((id) => !taken.has(id));
    for (const id of anchors) taken.add(id);
    return {
      ...{
        id: one.id,
        by: one.by,
        grant: one.grant,
        how: GRANTS.get(one.grant)[0],
        source: one.source,
      },
      reply: [one.error, one.said?.replace(TRACE, '')].filter(Boolean).join(': '),
      ...{ meaning, nextStep, cause, verdict: VERDICT_OF_CAUSE[cause], anchors },
    };
  });
}
