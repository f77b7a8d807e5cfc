import * as core from '@actions/core';
import {
  ACCOUNT_DEFAULTS,
  type AccountInput,
  CREDENTIAL_INPUTS,
  type RawAccount,
} from './accounts.ts';
import { type RawRun, RUN_DEFAULTS, type RunInput } from './run-options.ts';
import { plainMessage } from './sasl/plain.ts';
import { MIN_SECRET_LENGTH } from './smtp/redact.ts';

/** Sent exactly as given, so a blank at either end has to survive the reading. */
const UNTRIMMED: ReadonlySet<AccountInput | RunInput> = new Set([...CREDENTIAL_INPUTS, 'accounts']);

/** What nothing that this process starts or prints needs again once it has been read. */
const SECRET_INPUTS = ['password', 'accounts', 'github-token'] as const;

export interface RawInputs {
  readonly account: RawAccount;
  readonly run: RawRun;
}

/** Reads the inputs of action.yml, unjudged, and masks the secrets before anything can print them. */
export function readInputs(): RawInputs {
  const account = read(ACCOUNT_DEFAULTS);
  const run = read(RUN_DEFAULTS);
  maskCredential(account);
  mask(run['github-token']);
  forgetVariables(SECRET_INPUTS.map((name) => `INPUT_${name.toUpperCase()}`));
  return { account, run };
}

function read<T extends AccountInput | RunInput>(
  defaults: Readonly<Record<T, string>>,
): Readonly<Record<T, string>> {
  const names = Object.keys(defaults) as T[];
  return Object.fromEntries(
    names.map((name) => [name, core.getInput(name, { trimWhitespace: !UNTRIMMED.has(name) })]),
  ) as Record<T, string>;
}

/**
 * Registers a password and what is made of it. The runner itself masks Base64 of whole secrets only, and
 * nothing of the members of a secret that is a list.
 */
export function maskCredential({ username, password }: RawAccount): void {
  if (password.length < MIN_SECRET_LENGTH) return;
  mask(password);
  mask(Buffer.from(password, 'utf8').toString('base64'));
  mask(plainMessage(username, password).toString('base64'));
}

const masked = new Set<string>();

/** Outside a runner `setSecret` would print the secret, so there it is not called. */
function mask(secret: string): void {
  if (process.env['GITHUB_ACTIONS'] !== 'true' || secret === '' || masked.has(secret)) return;
  masked.add(secret);
  core.setSecret(secret);
}

/** Takes variables with credentials away from everything that starts or runs later in this process. */
export function forgetVariables(names: readonly string[]): void {
  names.forEach((name) => Reflect.deleteProperty(process.env, name));
}
