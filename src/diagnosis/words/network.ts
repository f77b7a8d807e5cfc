import { isLocalLimit } from '../../model/failure.ts';
import type { Observation } from '../../model/observation.ts';
import { endpoint } from '../../model/subject.ts';
import type { Stage } from '../../model/verdict.ts';
import { type Explanation, type Words, credentialName, nothingJudged } from '../explanation.ts';
import { meantHost, hints, otherPortAdvice, refusedStep, unreachableStep } from './ports.ts';

const SILENT_AT: Readonly<Record<Stage, string>> = {
  token: 'the token endpoint did not finish its reply',
  proxy: 'the proxy did not answer',
  connect: 'the connection was not answered',
  greeting: 'the server accepted the connection but sent no greeting',
  ehlo: 'the server did not finish its reply to EHLO',
  starttls: 'the server did not finish its reply to STARTTLS',
  tls: 'the server did not finish the TLS handshake',
  auth: 'the server did not finish its reply to the login',
  mail: 'the server did not finish its reply to MAIL FROM or RCPT TO',
  quit: 'the server did not finish its reply to QUIT',
};

/** The address that failed, where the host has several. */
function atAddress({ address, addresses = [] }: Observation): string {
  return address === undefined || addresses.length < 2 ? '' : ` at its address ${address}`;
}

/** What the result says about the credential, by how far the conversation got. */
function judged(observation: Observation): string {
  const { acceptance, credentialSent, authSent } = observation;
  if (acceptance) return '';
  if (credentialSent) return ' The credential was sent but never judged.';
  return authSent
    ? ' Whether the credential is accepted is not known.'
    : ` ${nothingJudged(observation)}`;
}

function silentStep(observation: Observation): Pick<Explanation, 'nextStep' | 'onGitHub'> {
  const { account, stage } = observation;
  if (stage !== 'connect') return { nextStep: timeoutNextStep(observation) };
  return unreachableStep(
    observation,
    `Check host and port.${hints(account.host)} If they are right, a firewall drops the connection: allow it, or run the check on a machine inside that network.`,
  );
}

function timeoutNextStep(observation: Observation): string {
  const { stage, account } = observation;
  const otherPort = otherPortAdvice(observation);
  if (otherPort !== undefined) return otherPort;
  if (stage === 'greeting' && account.port === 465 && account.tlsMode !== 'implicit') {
    return 'Port 465 uses implicit TLS: set "implicit-tls: true".';
  }
  if (stage === 'greeting' && account.tlsMode !== 'implicit') {
    return 'If this port uses implicit TLS (as 465 does), set "implicit-tls: true": such a server waits for the client. Otherwise raise "timeout": some servers delay their greeting on purpose.';
  }
  if (stage === 'auth') {
    return 'Some servers delay their reply after failed logins. Raise "timeout"; if the server stays silent, look in its log for what the login waits for.';
  }
  return 'Run the check again, or raise "timeout". If the server stays silent at this point, ask its administrator.';
}

/** After the first SMTP reply no block list or firewall rule for this address can be the reason. */
function lostNextStep(observation: Observation): string {
  const { authSent, banner, stage } = observation;
  if (authSent) {
    return "Look in the server's log for the reason. The login is not retried automatically, because it may have counted as a failed one.";
  }
  if (stage === 'tls') return BROKEN_HANDSHAKE;
  if (banner !== undefined) {
    return "Run the check again. If it happens every time, look in the server's log: the server had answered before it closed the connection.";
  }
  return "Run the check again. If it happens every time, the server or a firewall blocks this client's IP address, or the port is wrong.";
}

/** A peer that ends the connection at the ClientHello mostly cannot speak any TLS that is allowed here. */
export const BROKEN_HANDSHAKE =
  'Most likely the server is old and speaks only TLS 1.0 or 1.1, or has no cipher in common; a device on the network path that inspects TLS is possible too. The server needs TLS 1.2 or newer. Test from another network to rule out the device.';

export const NETWORK_WORDS: Words<
  | 'timed-out'
  | 'name-not-found'
  | 'name-lookup-failed'
  | 'connection-refused'
  | 'network-unreachable'
  | 'connection-lost'
  | 'service-refused'
  | 'temporary-failure'
  | 'throttled'
  | 'cancelled'
> = {
  'timed-out': (observation) => ({
    meaning: `Timed out${atAddress(observation)}: ${SILENT_AT[observation.stage ?? 'connect']}.${judged(observation)}`,
    ...silentStep(observation),
  }),
  'name-not-found': (observation) => ({
    meaning: `The host name ${observation.account.host} does not exist (DNS). ${nothingJudged(observation)}`,
    nextStep: `Correct the spelling of "host".${meantHost(observation.account.host)}`,
  }),
  'name-lookup-failed': (observation) => ({
    meaning: `The host name ${observation.account.host} could not be looked up: DNS gave no answer. ${nothingJudged(observation)}`,
    nextStep:
      'Run the check again. If it fails again, check the DNS resolver of this machine and the DNS of the domain.',
  }),
  'connection-refused': (observation) => ({
    meaning: `Connection refused: nothing is listening on ${endpoint(observation)}. ${nothingJudged(observation)}`,
    ...unreachableStep(observation, refusedStep(observation)),
  }),
  'network-unreachable': (observation) =>
    isLocalLimit(observation.failure?.code) ? outOfFiles(observation) : noRoute(observation),
  'connection-lost': (observation) => ({
    meaning: `The server closed the connection${atAddress(observation)} without a reply.${judged(observation)}`,
    nextStep: lostNextStep(observation),
  }),
  'service-refused': (observation) => ({
    meaning: `The server rejected the connection before login. ${nothingJudged(observation)}`,
    nextStep:
      "Read the server's reply: often it names a block list that contains this client's IP address.",
  }),
  'temporary-failure': (observation) => ({
    meaning: observation.acceptance
      ? 'The server cannot accept the sender or recipient now.'
      : `The server reports a temporary failure.${judgedTemporary(observation)}`,
    nextStep: observation.acceptance
      ? 'Run the check again later.'
      : `Run the check again later. Do not change the ${credentialName(observation)} because of this reply.`,
  }),
  throttled: (observation) => ({
    meaning: `The server limits logins or connections and wants a pause. ${nothingJudged(observation)}`,
    nextStep:
      'Wait (an hour is a good start) and check less often. Every further attempt can make the pause longer.',
  }),
  cancelled: () => ({
    meaning: 'The run was cancelled before the check was finished.',
    nextStep: 'Run the check again.',
  }),
};

function noRoute(observation: Observation): Explanation {
  return {
    meaning: `${endpoint(observation)} cannot be reached from this machine (no route). ${nothingJudged(observation)}`,
    ...unreachableStep(
      observation,
      `Check host and port, and that this machine may open connections to that network.${hints(observation.account.host)}`,
    ),
  };
}

function outOfFiles(observation: Observation): Explanation {
  return {
    meaning: `This machine could not open a connection to ${endpoint(observation)}: too many files are open, or its memory is used up. ${nothingJudged(observation)}`,
    nextStep: 'Lower "max-parallel", or raise the limit of open files ("ulimit -n").',
  };
}

function judgedTemporary(observation: Observation): string {
  return observation.credentialSent
    ? ' It did not judge the credential.'
    : ` ${nothingJudged(observation)}`;
}
