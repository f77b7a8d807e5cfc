import { endpoint, type Words } from '../explanation.ts';
import { nearestHost, portsAdvice } from '../hosts.ts';
import type { Result, Stage } from '../../model/result.ts';

const NOTHING_SAID = 'This says nothing about the user name or password.';

const LOGIN_ACCEPTED = 'The login itself had been accepted.';

const SILENT_AT: Readonly<Record<Stage, string>> = {
  token: 'the token endpoint did not finish its answer',
  connect: 'nothing answered the connection',
  greeting: 'the server took the connection but sent no greeting',
  ehlo: 'the server did not finish its answer to EHLO',
  starttls: 'the server did not finish its answer to STARTTLS',
  tls: 'the server did not finish the TLS handshake',
  auth: 'the server did not finish its answer to the login',
  mail: 'the server did not finish its answer to MAIL FROM or RCPT TO',
  quit: 'the server did not finish its answer to QUIT',
};

function didYouMean(host: string): string {
  const near = nearestHost(host);
  return near === undefined ? '' : ` Did you mean ${near}?`;
}

function hints(host: string): string {
  return didYouMean(host) + portsAdvice(host);
}

const PORT_25 =
  'Use port 587 or 465: port 25 is for mail between servers, and hosted runners cannot reach it.';

function timeoutMeaning({ stage, credentialSent }: Result): string {
  if (stage === undefined) {
    return `The server was silent until the time of other accounts was over. ${NOTHING_SAID}`;
  }
  const judged = credentialSent ? 'The credential was sent but never judged.' : NOTHING_SAID;
  return `Time ran out: ${SILENT_AT[stage]}. ${stage === 'mail' ? LOGIN_ACCEPTED : judged}`;
}

function timeoutNextStep({ stage, account }: Result): string {
  if (stage === 'connect') {
    return account.port === 25
      ? PORT_25
      : `Check host and port.${hints(account.host)} If they are right, a firewall between this runner and the server drops the connection: allow it, or run the job on a self-hosted runner inside that network.`;
  }
  if (stage === 'greeting' && account.tlsMode !== 'implicit') {
    return 'If this port speaks TLS from the first byte (as 465 does), set "implicit-tls: true": such a server waits for you to begin. Otherwise raise "timeout": some servers delay their greeting on purpose.';
  }
  if (stage === 'auth') {
    return 'Some servers delay their answer after failed logins. Raise "timeout"; if it stays silent, look in the server\'s log for what the login waits for.';
  }
  return 'Run the job again, or raise "timeout". If it stays silent at this point, ask the server\'s administrator.';
}

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
  'timed-out': (result) => ({
    meaning: timeoutMeaning(result),
    nextStep: timeoutNextStep(result),
  }),
  'name-not-found': ({ account }) => ({
    meaning: `No server has the name ${account.host}. ${NOTHING_SAID}`,
    nextStep: `Correct the spelling in the input "host".${didYouMean(account.host)}`,
  }),
  'name-lookup-failed': ({ account }) => ({
    meaning: `The name ${account.host} could not be looked up: the DNS gave no answer. ${NOTHING_SAID}`,
    nextStep:
      'Run the job again. If it fails again, check the DNS of this runner and of the domain.',
  }),
  'connection-refused': (result) => ({
    meaning: `Nothing listens at ${endpoint(result)}. ${NOTHING_SAID}`,
    nextStep:
      result.account.port === 25
        ? PORT_25
        : `Check the input "port" (587 and 465 are the usual ones) and that the server is running.${hints(result.account.host)}`,
  }),
  'network-unreachable': (result) => ({
    meaning: `No way leads from this runner to ${endpoint(result)}. ${NOTHING_SAID}`,
    nextStep:
      result.account.port === 25
        ? PORT_25
        : `Check host and port, and that this runner may open connections to that network.${hints(result.account.host)}`,
  }),
  'connection-lost': (result) => ({
    meaning: `The server closed the connection without an answer. ${result.stage === 'mail' ? LOGIN_ACCEPTED : result.authSent ? 'Whether it would accept the credential is not known.' : NOTHING_SAID}`,
    nextStep: result.authSent
      ? "Look in the server's log for the reason. The login is not tried again by itself, because it may have counted as a failed one."
      : "Run the job again. If it happens every time, the server or a firewall turns this runner's address away.",
  }),
  'service-refused': () => ({
    meaning: `The server turned this client away before any login. ${NOTHING_SAID}`,
    nextStep:
      "Read the server's own words: often it is a block list that holds this runner's address.",
  }),
  'temporary-failure': () => ({
    meaning: `The server says that it cannot do this now. ${NOTHING_SAID}`,
    nextStep: 'Run the job again later. Do not change the password because of this answer.',
  }),
  throttled: () => ({
    meaning: `The server has seen too many logins or connections and wants a pause. ${NOTHING_SAID}`,
    nextStep:
      'Wait (an hour is a good start) and check less often. Each further try can make the pause longer.',
  }),
  cancelled: () => ({
    meaning: 'The run was cancelled before the check was over.',
    nextStep: 'Run the job again.',
  }),
};
