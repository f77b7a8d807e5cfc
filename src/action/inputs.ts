import * as core from '@actions/core';
import {
  ACCOUNT_DEFAULTS,
  type AccountInput,
  CREDENTIAL_INPUTS,
  type RawAccount,
  SECRET_INPUTS,
} from '../inputs/names.ts';
import { InputError } from '../inputs/account.ts';
import { nearest } from '../platform/nearest.ts';
import { type RawRun, RUN_DEFAULTS, type RunInput } from '../inputs/names.ts';
import { plainMessage } from '../sasl/password.ts';
import { MIN_SECRET_LENGTH } from '../safety/redact.ts';

/** Sent exactly as given, so a blank at either end has to survive the reading. */
const UNTRIMMED: ReadonlySet<AccountInput | RunInput> = new Set([...CREDENTIAL_INPUTS, 'accounts']);

/** What nothing that this process starts or prints needs again once it has been read. */
const FORGOTTEN = [...SECRET_INPUTS, 'accounts', 'github-token'] as const;

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
  forgetVariables(FORGOTTEN.map((name) => `INPUT_${name.toUpperCase()}`));
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
 * Says of an input that is missing which one the step gives instead, that is none. The runner hands over both,
 * and warns of the wrong name in a place where nobody looks.
 */
export function nameMisspelt({ problems }: InputError): InputError {
  const known: readonly string[] = [...Object.keys(ACCOUNT_DEFAULTS), ...Object.keys(RUN_DEFAULTS)];
  const strangers = Object.keys(process.env)
    .flatMap((name) => /^INPUT_(.+)$/.exec(name)?.[1]?.toLowerCase() ?? [])
    .filter((name) => !known.includes(name));
  return new InputError(
    problems.map(({ input, message }) => {
      const given = message.startsWith('is empty') ? nearest(input, strangers) : undefined;
      if (given === undefined) return { input, message };
      return { input, message: `is not given. The step gives "${given}", which is no input` };
    }),
  );
}

/** Takes variables with credentials away from everything that starts or runs later in this process. */
export function forgetVariables(names: readonly string[]): void {
  names.forEach((name) => Reflect.deleteProperty(process.env, name));
}

/**
 * Masks the secrets of one account and what is made of them. The runner itself masks Base64 of whole
 * secrets only, and nothing of the members of a secret that is a list.
 */
export function maskCredential(account: RawAccount): void {
  for (const input of SECRET_INPUTS) maskEverything(account[input]);
  const { username, password } = account;
  if (password !== '') mask(plainMessage(username, password).toString('base64'));
}

const masked = new Set<string>();

/**
 * Tells the runner to hide a secret from now on. Outside a runner `setSecret` would print it, so there it
 * is not called.
 */
export function mask(secret: string): void {
  if (process.env['GITHUB_ACTIONS'] !== 'true' || secret.length < MIN_SECRET_LENGTH) return;
  if (masked.has(secret)) return;
  masked.add(secret);
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
