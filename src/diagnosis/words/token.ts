import type { Cause } from '../../model/cause.ts';
import type { Observation } from '../../model/observation.ts';
import type { Explanation, Words } from '../explanation.ts';
import { explainTls } from './token-endpoint-tls.ts';
import { explainMalformed, explainUnavailable, explainUnreachable } from './token-endpoint.ts';
import { ENTRA_REFUSALS } from './token-entra.ts';
import { explainOidc } from './token-github.ts';
import { googleRefusal } from './token-google.ts';
import { explainOauthError } from './token-oauth.ts';
import {
  type TokenRefusal,
  requestOf,
  type SuspectInput,
  type TokenCause,
  type TokenRequestFacts,
} from './token-refusal.ts';

/** Words for the way to an access token. */

/** A token that expires while the server takes its time is fetched again in the middle of the conversation. */
function notTried({ banner }: Observation): string {
  return banner === undefined ? 'The mail server was not contacted.' : 'No login was attempted.';
}

/** The refusal that is known best; undefined when only the OAuth error is left to go by. */
function refusalOf(request: TokenRequestFacts): TokenRefusal | undefined {
  if (request.token.party === 'github') return undefined;
  const known = request.token.entra.map((number) => ENTRA_REFUSALS.get(number));
  return known.find((refusal) => refusal !== undefined) ?? googleRefusal(request);
}

/**
 * The cause of a refused request for a token: what the number or the words of the endpoint say comes before its OAuth
 * error, which is one for many reasons.
 *
 * @returns undefined when no request for a token was refused
 */
export function tokenCauseOf(observation: Observation): TokenCause | undefined {
  const problem = observation.failure?.problem;
  if (problem !== 'token-refused' && problem !== 'token-request-invalid') return undefined;
  const request = requestOf(observation);
  return (request && refusalOf(request)?.cause) ?? problem;
}

/**
 * Where docs/troubleshooting.md says more about a refused request for a token.
 *
 * @returns undefined when there is nothing more than the page says of the cause
 */
export function tokenAnchorOf(observation: Observation): string | undefined {
  const request = requestOf(observation);
  if (!request || tokenCauseOf(observation) === undefined) return undefined;
  const number = request.token.entra.find((one) => ENTRA_REFUSALS.has(one));
  return number === undefined ? refusalOf(request)?.id : `aadsts-${number}`;
}

/** What a refusal by an OAuth error alone can be the reason of. */
const SUSPECTS_OF_ERROR: ReadonlyMap<string, readonly SuspectInput[]> = new Map([
  ['invalid_client', ['client-secret', 'client-id']],
  ['unauthorized_client', ['client-id']],
  ['invalid_grant', ['refresh-token']],
]);

/**
 * The inputs in which damage can be the reason for a refused request for a token.
 *
 * @returns undefined when no request for a token was refused
 */
export function tokenSuspectsOf(observation: Observation): readonly SuspectInput[] | undefined {
  const request = requestOf(observation);
  if (!request || tokenCauseOf(observation) === undefined) return undefined;
  const refusal = refusalOf(request);
  if (refusal) return refusal.suspects ?? [];
  return SUSPECTS_OF_ERROR.get(request.token.error ?? '') ?? [];
}

type Explain = (request: TokenRequestFacts) => Explanation;

function explainRefusal(request: TokenRequestFacts): Explanation {
  const refusal = refusalOf(request);
  const words = refusal ? refusal.explain(request) : explainOauthError(request);
  return request.proof === 'github-oidc'
    ? { ...words, meaning: `${words.meaning} ${INSTEAD_OF_SECRET}` }
    : words;
}

/** A runner hands over an empty secret as if nothing had been given, which makes another request of it. */
const INSTEAD_OF_SECRET =
  "GitHub's OIDC token was used because no secret was given (an empty one counts as not given).";

const UNSUITABLE_KEY: Explanation = {
  meaning: 'The private key cannot sign the request for a token.',
  nextStep:
    'Use an RSA key of 2048 bits or more, or an elliptic curve key of P-256, P-384 or P-521.',
};

function explainInvalid(request: TokenRequestFacts): Explanation {
  if (request.code === 'key-unsuitable') return UNSUITABLE_KEY;
  return explainOidc(request) ?? explainRefusal(request);
}

type TokenProblem = Extract<Cause, `token-${string}`>;

/** What a cause means where nothing is known of the request: for the page of all causes. */
const IN_GENERAL: Readonly<Record<TokenProblem, Explanation>> = {
  'token-refused': {
    meaning: 'The token endpoint rejected the client or what it proves itself with.',
    nextStep: 'Look up the number or the error of its reply in the section about token endpoints.',
  },
  'token-request-invalid': {
    meaning: 'No access token could be asked for in this way. No credential was judged.',
    nextStep: 'Correct the input that the reply of the token endpoint speaks of.',
  },
  'token-unavailable': {
    meaning: 'The token endpoint cannot answer now, or was asked too often.',
    nextStep: 'Run the check again later.',
  },
  'token-endpoint-unreachable': {
    meaning: 'The token endpoint could not be reached.',
    nextStep: 'Check that this machine may open HTTPS connections to it.',
  },
  'token-endpoint-tls': {
    meaning:
      'There is no verified TLS connection to the token endpoint, so nothing was sent to it.',
    nextStep: 'Check the certificate of the endpoint, and whether a proxy inspects TLS.',
  },
  'token-reply-malformed': {
    meaning: 'What answered at the address of the token endpoint does not speak OAuth 2.0.',
    nextStep: 'Check the address, and whether a proxy or firewall answered instead.',
  },
};

function words(cause: TokenProblem, explain: Explain): (observation: Observation) => Explanation {
  return (observation) => {
    const request = requestOf(observation);
    const { meaning, nextStep } = request ? explain(request) : IN_GENERAL[cause];
    return { meaning: `${meaning} ${notTried(observation)}`, nextStep };
  };
}

/** A token that had expired by its own word when the server rejected it. */
const EXPIRED_BEFORE_REPLY: Explanation = {
  meaning:
    'The access token expired before the server answered, so the rejection says nothing about the credential.',
  nextStep:
    'Run the check again. If it happens every time, ask the provider for tokens with a longer life.',
};

const BUSY = words('token-unavailable', (request) =>
  refusalOf(request)?.cause === 'token-unavailable'
    ? explainRefusal(request)
    : explainUnavailable(request),
);

export const TOKEN_WORDS: Words<TokenProblem> = {
  'token-refused': words('token-refused', explainRefusal),
  'token-request-invalid': words('token-request-invalid', explainInvalid),
  'token-unavailable': (observation) =>
    observation.tokenExpired ? EXPIRED_BEFORE_REPLY : BUSY(observation),
  'token-endpoint-unreachable': words('token-endpoint-unreachable', explainUnreachable),
  'token-endpoint-tls': words('token-endpoint-tls', explainTls),
  'token-reply-malformed': words('token-reply-malformed', explainMalformed),
};
