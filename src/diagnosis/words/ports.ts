import type { Observation } from '../../model/observation.ts';
import type { Explanation } from '../explanation.ts';
import { nearestHost, ownerOfReadingHost, portsAdvice } from '../known-hosts.ts';

/** What a host and a port that cannot be reached were most likely meant to be. */

/** ` Did you mean smtp.gmail.com?`, or nothing. */
export function meantHost(host: string): string {
  const near = nearestHost(host);
  return near === undefined ? '' : ` Did you mean ${near}?`;
}

/** The same, and the ports of a known company. */
export function hints(host: string): string {
  return meantHost(host) + portsAdvice(host);
}

const PORT_25: Pick<Explanation, 'nextStep' | 'onGitHub'> = {
  nextStep: 'Use port 587 or 465: port 25 is for mail between servers.',
  onGitHub: 'GitHub-hosted runners cannot reach port 25.',
};

/** Ports of IMAP and POP3 (RFC 8314 section 3.3) and of web servers: none of them accepts mail. */
const OTHER_PORTS: ReadonlyMap<number, string> = new Map([
  [143, 'for reading mail (IMAP)'],
  [993, 'for reading mail (IMAP)'],
  [110, 'for reading mail (POP3)'],
  [995, 'for reading mail (POP3)'],
  [80, 'for web pages (HTTP)'],
  [8080, 'for web pages (HTTP)'],
  [443, 'for web pages (HTTPS)'],
  [8443, 'for web pages (HTTPS)'],
]);

/** The next step for a port that is for something else than sending mail; undefined where that is not known. */
export function otherPortAdvice({ account }: Observation): string | undefined {
  const purpose = OTHER_PORTS.get(account.port);
  if (purpose === undefined) return undefined;
  return `Port ${account.port} is ${purpose}. Use 587 with STARTTLS or 465 with implicit TLS for sending.${portsAdvice(account.host)}`;
}

/** The next step where no connection could be made, by what is most likely wrong. */
export function unreachableStep(
  observation: Observation,
  otherwise: string,
): Pick<Explanation, 'nextStep' | 'onGitHub'> {
  if (observation.account.port === 25) return PORT_25;
  return { nextStep: otherPortAdvice(observation) ?? otherwise };
}

/** The next step where nothing listens at the port. */
export function refusedStep({ account }: Observation): string {
  const other = REFUSED_AT.get(account.port) ?? 'Check "port": 587 and 465 are the usual ones.';
  return `${other}${hints(account.host)} If the port is right, check that the server is running.`;
}

/** A server that offers one of the two ports for sending need not offer the other one. */
const REFUSED_AT: ReadonlyMap<number, string> = new Map([
  [465, 'Set "port: 587": many servers offer only STARTTLS.'],
  [587, 'Check "host", or set "port: 465": some servers offer only implicit TLS.'],
]);

/** Login is not offered at all, or AUTH was answered with "not enabled here". */
export function authNotOffered(observation: Observation): Explanation {
  const { account, tls, failure } = observation;
  if (failure?.command === 'AUTH') return authNotEnabled(observation);
  const owner = ownerOfReadingHost(account.host);
  const meaning = 'The server does not offer login (AUTH) here, so no login was attempted.';
  if (owner) {
    return {
      meaning: `${account.host} is not a host for sending with a login. ${meaning}`,
      nextStep: `Use "host: ${owner.hosts[0] ?? ''}".${portsAdvice(owner.hosts[0] ?? '')}`,
    };
  }
  if (account.port === 25) return { meaning, nextStep: 'Use the submission port: 587 or 465.' };
  const isSubmission = account.port === 587 || account.port === 465;
  if (!isSubmission) {
    return {
      meaning,
      nextStep: 'Check that host and port are those for sending mail with a login (587 or 465).',
    };
  }
  const channel = tls ? '' : ' before TLS';
  return {
    meaning: `The server does not advertise login (AUTH)${channel} to this client, although the port is one for sending. No login was attempted.`,
    nextStep:
      'Some servers hide AUTH from networks that they do not know, or for addresses that may relay without a login. Ask the administrator whether AUTH is enabled for the address of this machine, or check that the host is the one for sending mail.',
  };
}

function authNotEnabled({ account, tls }: Observation): Explanation {
  return tls
    ? {
        meaning: 'This server does not accept logins on this port from this client.',
        nextStep: `Ask the administrator which port accepts logins, mostly 587 or 465, and whether AUTH is enabled for the address of this machine.${portsAdvice(account.host)}`,
      }
    : {
        meaning: 'This server does not accept logins here, or only after STARTTLS.',
        nextStep: `Use port 587 with "starttls: required", or port 465 with "implicit-tls: true".${portsAdvice(account.host)}`,
      };
}
