// How the peers are started for one check, as their users would.
import { join } from 'node:path';
import { near, NODE, PASSWORD, runnerEnvironment, USER } from './contestants.mjs';

const HERE = import.meta.dirname;
const PYTHON = join(HERE, '.peers/venv/bin/python');
const script = (name) => join(HERE, 'peers', name);
const server = ({ host, port, ca }, password) => [host, String(port), ca, password];

/**
 * Name to a function of the stage and `{ mechanism, password }` that returns the command, and what is not
 * true of a peer: `mechanisms` names the ones it can be told, `trustsAnyone` that it verifies no certificate.
 */
export const PEERS = {
  'bare node:tls': {
    mechanisms: ['LOGIN'],
    argv: (stage, { password }) => [NODE, script('bare-tls.mjs'), ...server(stage, password)],
  },
  'bare node:tls, built-in roots too': {
    mechanisms: ['LOGIN'],
    argv: (stage, { password }) => [
      ...[NODE, script('bare-tls.mjs'), ...server(stage, password), 'roots'],
    ],
  },
  'nodemailer `verify()`': {
    mechanisms: ['PLAIN', 'LOGIN'],
    argv: (stage, { password, mechanism }) => [
      ...[NODE, script('nodemailer-verify.mjs'), ...server(stage, password), mechanism],
    ],
  },
  'obvious action (core + nodemailer, ncc)': {
    mechanisms: ['LOGIN'],
    argv: () => [NODE, join(HERE, '.peers/obvious-action/index.mjs')],
    env: (stage, { password, mechanism }) => runnerEnvironment(stage, { password, mechanism }),
  },
  'Go net/smtp': {
    mechanisms: ['PLAIN'],
    argv: (stage, { password }) => [join(HERE, '.peers/go-smtp'), ...server(stage, password)],
  },
  'Python smtplib': {
    mechanisms: ['PLAIN'],
    argv: (stage, { password }) => [PYTHON, script('smtplib-check.py'), ...server(stage, password)],
  },
  swaks: {
    mechanisms: ['PLAIN', 'LOGIN'],
    argv: ({ host, port, ca }, { password, mechanism }) => [
      ...['swaks', '--server', host, '--port', String(port), '--hide-all'],
      ...['-tls', '--tls-verify', '--tls-ca-path', ca, '--auth', mechanism],
      ...['--auth-user', USER, '--auth-password', password, '--quit-after', 'AUTH', '--to', USER],
    ],
  },
  curl: {
    mechanisms: ['PLAIN', 'LOGIN'],
    argv: ({ host, port, ca }, { password, mechanism }) => [
      ...['curl', '--silent', '--ssl-reqd', '--cacert', ca, '--user', `${USER}:${password}`],
      ...['--login-options', `AUTH=${mechanism}`, '-X', 'NOOP', `smtp://${host}:${port}`],
    ],
  },
  check_smtp: {
    mechanisms: ['LOGIN'],
    trustsAnyone: true,
    argv: ({ host, port }, { password }) => [
      ...['/usr/lib/nagios/plugins/check_smtp', '-H', host, '-p', String(port), '-S'],
      ...['-A', 'LOGIN', '-U', USER, '-P', password],
    ],
  },
};

/** Runs one check with a peer. */
export function peer(stage, name, { mechanism = 'LOGIN', password = PASSWORD, ...options } = {}) {
  const { argv, env } = PEERS[name];
  const asked = { mechanism, password };
  return near(stage, argv(stage, asked), { ...options, env: env?.(stage, asked) });
}
