import type { Cause } from '../../model/cause.ts';
import type { Observation } from '../../model/observation.ts';
import type { Explanation, Words } from '../explanation.ts';
import { explainTls } from './token/endpoint-tls.ts';
import { explainMalformed, explainUnavailable, explainUnreachable } from './token/endpoint.ts';
import { ENTRA_REFUSALS } from './token/entra.ts';
import { explainOidc } from './token/github.ts';
import { googleRefusal } from './token/google.ts';
import { explainOauthError } from './token/oauth.ts';
import {
  type Refusal,
  requestOf,
  type TokenCause,
  type TokenRequestFacts,
} from './token/refusal.ts';

/** Words for the way to an access token. */

/** A token that expires while the server takes its time is fetched again in the middle of the conversation. */
function notTried({ banner }: Observation): string {
  return banner === undefined ? 'The mail server was not contacted.' : 'No login was attempted.';
}

/** The refusal that is known best; undefined when only the OAuth error is left to go by. */
function refusalOf(request: TokenRequestFacts): Refusal | undefined {
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

type Explain = (request: TokenRequestFacts) => Explanation;

function explainRefusal(request: TokenRequestFacts): Explanation {
  const refusal = refusalOf(request);
  return refusal ? refusal.explain(request) : explainOauthError(request);
}

const UNSUITABLE_KEY: Explanation = {
  meaning: 'The private key cannot sign the request for a token.',
  nextStep:
    'Use an RSA key of 2048 bits or more, or an elliptic curve key of P-256, P-384 or P-521.',
};

function explainInvalid(request: TokenRequestFacts): Explanation {
  if (request.code === 'key-unsuitable') return UNSUITABLE_KEY;
  return explainOidc(request) ?? explainRefusal(request);
}

/** For an observation without facts, which no request of this program makes. */
const NO_FACTS: Explanation = {
  meaning: 'No access token could be fetched.',
  nextStep: 'Run the check again.',
};

function words(explain: Explain): (observation: Observation) => Explanation {
  return (observation) => {
    const request = requestOf(observation);
    const { meaning, nextStep } = request ? explain(request) : NO_FACTS;
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

const BUSY = words((request) =>
  refusalOf(request)?.cause === 'token-unavailable'
    ? explainRefusal(request)
    : explainUnavailable(request),
);

export const TOKEN_WORDS: Words<Extract<Cause, `token-${string}`>> = {
  'token-refused': words(explainRefusal),
  'token-request-invalid': words(explainInvalid),
  'token-unavailable': (observation) =>
    observation.tokenExpired ? EXPIRED_BEFORE_REPLY : BUSY(observation),
  'token-endpoint-unreachable': words(explainUnreachable),
  'token-endpoint-tls': words(explainTls),
  'token-reply-malformed': words(explainMalformed),
};
