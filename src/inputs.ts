import * as core from '@actions/core';
import { ACCOUNT_DEFAULTS, type AccountInput, type RawAccount, SECRET_INPUTS } from './accounts.ts';
import { plainMessage } from './sasl/plain.ts';
import { MIN_SECRET_LENGTH } from './smtp/redact.ts';

/** Sent exactly as given, so a blank at either end has to survive the reading. */
const UNTRIMMED: ReadonlySet<AccountInput> = new Set(['username', ...SECRET_INPUTS]);

/** Reads the inputs of action.yml, unjudged, and masks the secrets before anything can print them. */
export function readInputs(): RawAccount {
  const names = Object.keys(ACCOUNT_DEFAULTS) as AccountInput[];
  const raw = Object.fromEntries(
    names.map((name) => [name, core.getInput(name, { trimWhitespace: !UNTRIMMED.has(name) })]),
  ) as RawAccount;
  for (const input of SECRET_INPUTS) {
    maskEverything(raw[input]);
    // Nothing that this process starts or prints needs the secret again.
    Reflect.deleteProperty(process.env, `INPUT_${input.toUpperCase()}`);
  }
  if (raw.password !== '') mask(plainMessage(raw.username, raw.password).toString('base64'));
  return raw;
}

/**
 * Tells the runner to hide a secret from now on. Outside a runner `setSecret` would print it, so there it
 * is not called.
 */
export function mask(secret: string): void {
  if (process.env['GITHUB_ACTIONS'] !== 'true' || secret.length < MIN_SECRET_LENGTH) return;
  core.setSecret(secret);
}

/** The runner itself masks Base64 of whole secrets only, and each line of one that has several. */
function maskEverything(secret: string): void {
  if (secret.length < MIN_SECRET_LENGTH) return;
  mask(secret);
  mask(Buffer.from(secret, 'utf8').toString('base64'));
  // In JSON a private key is one line with "\\n" in it; whoever prints the key prints its lines.
  for (const line of secret.split(/\\n|\r?\n/)) {
    if (line.length >= MIN_KEY_LINE) mask(line);
  }
}

/** Lines of a PEM file have 64 characters; shorter ones are headings and brackets. */
const MIN_KEY_LINE = 40;
