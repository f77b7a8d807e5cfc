import * as core from '@actions/core';
import { ACCOUNT_DEFAULTS, type AccountInput, type RawAccount } from './accounts.ts';
import { plainMessage } from './sasl/plain.ts';
import { MIN_SECRET_LENGTH } from './smtp/redact.ts';

/** Sent exactly as given, so a blank at either end has to survive the reading. */
const UNTRIMMED: ReadonlySet<AccountInput> = new Set(['username', 'password']);

/** Reads the inputs of action.yml, unjudged, and masks the secrets before anything can print them. */
export function readInputs(): RawAccount {
  const names = Object.keys(ACCOUNT_DEFAULTS) as AccountInput[];
  const raw = Object.fromEntries(
    names.map((name) => [name, core.getInput(name, { trimWhitespace: !UNTRIMMED.has(name) })]),
  ) as RawAccount;
  maskSecrets(raw);
  // Nothing that this process starts or prints needs the secret again.
  delete process.env['INPUT_PASSWORD'];
  return raw;
}

/**
 * Registers the password and what is made of it. The runner itself masks Base64 of whole secrets only.
 * Outside a runner `setSecret` would print the secret, so there it is not called.
 */
function maskSecrets({ username, password }: RawAccount): void {
  if (process.env['GITHUB_ACTIONS'] !== 'true' || password.length < MIN_SECRET_LENGTH) return;
  core.setSecret(password);
  core.setSecret(Buffer.from(password, 'utf8').toString('base64'));
  core.setSecret(plainMessage(username, password).toString('base64'));
}
