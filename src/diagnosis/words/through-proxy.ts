import type { Problem } from '../../model/cause.ts';
import type { ProxyFailure } from '../../model/mail-proxy.ts';
import type { Observation } from '../../model/observation.ts';
import { endpoint } from '../../model/subject.ts';
import { type Explanation, type Words, nothingJudged } from '../explanation.ts';
import { hints } from './ports.ts';

/** Words for what a proxy refuses. None of it is the mail server's doing, and each sentence says so. */

function nameOf({ account }: Observation): string {
  return account.proxy === undefined ? 'the proxy' : `the proxy ${account.proxy}`;
}

function factsOf({ failure }: Observation): Partial<ProxyFailure> {
  return failure?.proxy ?? {};
}

function isHttp({ account }: Observation): boolean {
  return account.proxy?.startsWith('http') === true;
}

const ASK = 'ask its administrator';

/** What is wrong with the proxy itself; each meaning is followed by what it says about the credential. */
const UNREACHABLE: ReadonlyMap<Problem, (name: string) => Explanation> = new Map([
  [
    'name-not-found',
    (name) => ({
      meaning: `The host name of ${name} does not exist (DNS).`,
      nextStep: 'Correct the spelling of "proxy".',
    }),
  ],
  [
    'name-lookup-failed',
    (name) => ({
      meaning: `The host name of ${name} could not be looked up: DNS gave no answer.`,
      nextStep: 'Run the check again. If it fails again, check the DNS resolver of this machine.',
    }),
  ],
  [
    'connection-refused',
    (name) => ({
      meaning: `Connection refused: nothing is listening at the address of ${name}.`,
      nextStep: `Check host and port of "proxy". If they are right, check that the proxy is running.`,
    }),
  ],
  [
    'network-unreachable',
    (name) => ({
      meaning: `This machine cannot reach ${name} (no route).`,
      nextStep: 'Check "proxy", and that this machine is in the network of the proxy.',
    }),
  ],
]);

function unreachable(observation: Observation): Explanation {
  const { problem = 'connection-lost', step } = factsOf(observation);
  const name = nameOf(observation);
  const { meaning, nextStep } = UNREACHABLE.get(problem)?.(name) ?? {
    meaning: `The connection to ${name} was closed before it answered.`,
    nextStep:
      step === 'reach'
        ? `Run the check again. If it happens every time, ${ASK}.`
        : `Check that "proxy" begins with the kind of this proxy, "socks5h://" or "http://". If it does, the proxy may refuse the address of this machine: ${ASK}.`,
  };
  return { meaning: `${meaning} ${nothingJudged(observation)}`, nextStep };
}

function timedOut(observation: Observation): Explanation {
  const name = nameOf(observation);
  const judged = nothingJudged(observation);
  if (factsOf(observation).step === 'open') {
    return {
      meaning: `Timed out: ${name} answered, but it did not connect to ${endpoint(observation)} in time. ${judged}`,
      nextStep: `Check host and port.${hints(observation.account.host)} If they are right, a firewall between the proxy and the mail server drops the connection: ${ASK}, or raise "timeout".`,
    };
  }
  return {
    meaning: `Timed out: ${name} did not answer. ${judged}`,
    nextStep:
      'Check host and port of "proxy". If they are right, a firewall drops the connection to the proxy.',
  };
}

function authentication(observation: Observation): Explanation {
  const { hasLogin = false, wantsOtherLogin = false } = factsOf(observation);
  const [name, judged] = [nameOf(observation), nothingJudged(observation)];
  if (wantsOtherLogin) {
    return {
      meaning: `${capital(name)} does not accept a login with user name and password. ${judged}`,
      nextStep: `The proxy wants another method, such as Kerberos or NTLM, which is not supported. ${capital(ASK)} for access with user name and password, or by the address of this machine.`,
    };
  }
  if (hasLogin) {
    return {
      meaning: `${capital(name)} rejected its user name or password. This is not the login of the mailbox. ${judged}`,
      nextStep: 'Correct "proxy-username" and "proxy-password".',
    };
  }
  return {
    meaning: `${capital(name)} asks for a user name and a password. This is not the login of the mailbox. ${judged}`,
    nextStep: 'Set "proxy-username" and "proxy-password".',
  };
}

function refused(observation: Observation): Explanation {
  const squid = isHttp(observation)
    ? ' Many HTTP proxies allow CONNECT only to port 443: in Squid the port of the mail server has to be in SSL_ports, in tinyproxy it needs a ConnectPort.'
    : '';
  return {
    meaning: `${capital(nameOf(observation))} does not allow connections to ${endpoint(observation)}. ${nothingJudged(observation)}`,
    nextStep: `Ask the administrator of the proxy to allow this host and port.${squid}`,
  };
}

/** Reply codes of SOCKS 5 (RFC 1928 section 6), and the statuses of HTTP proxies. */
const WHY_NOT: ReadonlyMap<number, string> = new Map([
  [3, 'the network is unreachable'],
  [4, 'the host is unreachable'],
  [5, 'the connection was refused'],
  [6, 'the host is too far away'],
  [504, 'the server did not answer in time'],
]);

function targetUnreachable(observation: Observation): Explanation {
  const { socksReply, status } = factsOf(observation);
  const why = WHY_NOT.get(socksReply ?? status ?? 0);
  const reason = why === undefined ? '' : `: ${why}`;
  return {
    meaning: `${capital(nameOf(observation))} could not connect to ${endpoint(observation)}${reason}. ${nothingJudged(observation)}`,
    nextStep: `Check host and port.${hints(observation.account.host)} If they are right, the name may not exist in the DNS of the proxy, or a firewall may be between it and the mail server: ${ASK}.`,
  };
}

const ANSWERS = { http: 'It answers with HTTP.', smtp: 'It answers like a mail server.' } as const;

function notAProxy(observation: Observation): Explanation {
  const { answers } = factsOf(observation);
  const kind = isHttp(observation) ? 'an HTTP proxy' : 'a SOCKS 5 proxy';
  const sign = answers === undefined ? '' : ` ${ANSWERS[answers]}`;
  const address = observation.account.proxy ?? 'The address in "proxy"';
  return {
    meaning: `${address} does not respond like ${kind}.${sign} ${nothingJudged(observation)}`,
    nextStep:
      answers === 'http'
        ? 'If it is an HTTP proxy, begin "proxy" with "http://".'
        : 'Check "proxy": begin it with "socks5h://" or "http://", as the proxy is, and check host and port.',
  };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export const PROXY_WORDS: Words<
  | 'proxy-unreachable'
  | 'proxy-timed-out'
  | 'proxy-authentication'
  | 'proxy-refused'
  | 'proxy-target-unreachable'
  | 'proxy-protocol'
> = {
  'proxy-unreachable': unreachable,
  'proxy-timed-out': timedOut,
  'proxy-authentication': authentication,
  'proxy-refused': refused,
  'proxy-target-unreachable': targetUnreachable,
  'proxy-protocol': notAProxy,
};
