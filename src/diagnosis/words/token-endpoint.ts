import type { Explanation } from '../explanation.ts';
import type { TokenRequestFacts } from './token-refusal.ts';

/** Words for a token endpoint that gave no answer of OAuth. */

/** Whether the user wrote the address: only then is an input named. */
function isNamed({ token }: TokenRequestFacts): boolean {
  return token.party === 'endpoint' && token.endpointFrom === 'token-endpoint';
}

/** What to look at when something else than the endpoint answered. */
function checkAddress(request: TokenRequestFacts): string {
  const { party, endpointFrom, host } = request.token;
  if (isNamed(request)) return 'Check the address in "token-endpoint".';
  const onTheWay = `A proxy or firewall between this machine and ${host} may have answered instead: let requests to ${host} through.`;
  const isFromKey = party === 'endpoint' && endpointFrom === 'credentials-json';
  return isFromKey ? `Check "token_uri" in "credentials-json". ${onTheWay}` : onTheWay;
}

const CONTENTS = {
  html: 'a web page (HTML) instead of JSON',
  json: 'JSON that is neither a bearer token nor an OAuth error',
  empty: 'an empty body',
  other: 'a body that is not JSON',
} as const;

/** What answered, by its HTTP status and its content. */
export function explainMalformed(request: TokenRequestFacts): Explanation {
  const { token, code } = request;
  const { host, status, content, error } = token;
  if (status === undefined) {
    return {
      meaning: `${host} did not answer with one HTTP reply within its bounds (${code}).`,
      nextStep: checkAddress(request),
    };
  }
  if (status >= 300 && status <= 399) {
    return {
      meaning: `${host} answered with a redirect (HTTP ${status}), which is not followed: the secret is for this address alone.`,
      nextStep: isNamed(request)
        ? 'Set "token-endpoint" to the final address.'
        : checkAddress(request),
    };
  }
  if (error !== undefined && status < 300) {
    return {
      meaning: `${host} answered with HTTP ${status}, which means success, and the error "${error}".`,
      nextStep: `Read its own words: they say what is wrong. ${checkAddress(request)}`,
    };
  }
  const what = content === undefined ? 'no OIDC token' : CONTENTS[content];
  return {
    meaning: `${host} answered with HTTP ${status} and ${what}.`,
    nextStep: checkAddress(request),
  };
}

export function explainUnavailable({ token, code }: TokenRequestFacts): Explanation {
  const { host, status, retryAfterMs } = token;
  const pause =
    retryAfterMs === undefined ? '' : ` It asks to wait ${Math.ceil(retryAfterMs / 1000)} seconds.`;
  return {
    meaning: `${host} cannot answer now, or was asked too often (${status === undefined ? code : `HTTP ${status}`}).${pause}`,
    nextStep: 'Run the check again later, and less often if this happens every time.',
  };
}

/** Faults of a connection by Node's code. */
const NETWORK: ReadonlyMap<string, string> = new Map([
  ['ENOTFOUND', 'does not exist (DNS)'],
  ['EAI_AGAIN', 'could not be looked up: DNS gave no answer'],
  ['ECONNREFUSED', 'refused the connection'],
  ['ECONNRESET', 'closed the connection without a whole reply'],
]);

export function explainUnreachable(request: TokenRequestFacts): Explanation {
  const { token, code } = request;
  if (token.fault === 'proxy') return explainProxy(request);
  const check = isNamed(request) ? 'Check the address in "token-endpoint", and that' : 'Check that';
  return {
    meaning: `The host ${token.host} ${NETWORK.get(code) ?? `could not be reached (${code})`}.`,
    nextStep: `${check} this machine may open HTTPS connections to ${token.host}.`,
  };
}

function explainProxy({ token, code }: TokenRequestFacts): Explanation {
  const meaning = `The proxy in HTTPS_PROXY did not open a connection to ${token.host} (${code}).`;
  if (code === 'PROXY_ADDRESS_INVALID') {
    return {
      meaning,
      nextStep: 'Set HTTPS_PROXY to an address that begins with http:// or https://.',
    };
  }
  const nextStep =
    code === 'PROXY_STATUS_407'
      ? 'Put the user name and password for the proxy into HTTPS_PROXY: http://user:password@proxy.example.com:3128'
      : `Check the address in HTTPS_PROXY and that the proxy allows ${token.host}, or add ${token.host} to NO_PROXY.`;
  return { meaning, nextStep };
}
