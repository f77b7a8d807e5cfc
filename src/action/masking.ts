import * as core from '@actions/core';
import { type AccountInput, type RawAccount, SECRET_INPUTS } from '../inputs/names.ts';
import { basicCredentials } from '../model/mail-proxy.ts';
import { MIN_SECRET_LENGTH } from '../safety/redact.ts';
import { plainMessage } from '../sasl/password.ts';

const masked = new Set<string>();

/** Variables that a runner sets for each step (GitHub, "Variables reference"; Gitea and Forgejo set the same ones). */
const RUNNER_VARIABLES = [
  'GITHUB_ACTIONS',
  'GITHUB_OUTPUT',
  'GITHUB_STEP_SUMMARY',
  'RUNNER_TEMP',
] as const;

/**
 * Tells the runner to hide a secret from now on. Where no runner listens, such as at a terminal with a variable of a
 * runner, the command would print the secret, so nothing is written there.
 */
export function mask(secret: string): void {
  if (secret.length < MIN_SECRET_LENGTH || masked.has(secret)) return;
  if (!RUNNER_VARIABLES.some((name) => process.env[name]) || process.stdout.isTTY) return;
  masked.add(secret);
  core.setSecret(secret);
}

/**
 * Masks the secrets of one account and what is made of them. The runner itself masks Base64 of whole secrets only, and
 * nothing of the members of a secret that is a list.
 */
export function maskCredential(account: RawAccount): void {
  for (const input of SECRET_INPUTS) maskSecret(input, account[input]);
  const { username, password } = account;
  const ofProxy = { username: account['proxy-username'], password: account['proxy-password'] };
  if (ofProxy.password !== '') mask(basicCredentials(ofProxy));
  if (password !== '') mask(plainMessage(username, password).toString('base64'));
}

/** Lines of a key in PEM have 64 characters; the shorter ones of a key file are headings and brackets. */
const MIN_KEY_LINE = 40;
const KEY_FILES: ReadonlySet<AccountInput> = new Set(['client-key', 'credentials-json']);

function maskSecret(input: AccountInput, secret: string): void {
  if (secret.length < MIN_SECRET_LENGTH) return;
  mask(secret);
  mask(Buffer.from(secret, 'utf8').toString('base64'));
  const shortest = KEY_FILES.has(input) ? MIN_KEY_LINE : MIN_SECRET_LENGTH;
  // In JSON a private key is one line with "\\n" in it; a program that prints the key prints its lines.
  for (const line of secret.split(/\\n|\r?\n/)) {
    if (line.length >= shortest) mask(line);
  }
}
