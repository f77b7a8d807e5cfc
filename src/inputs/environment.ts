import { invalid, ValueError } from './reader.ts';

/** POSIX.1-2017, Base Definitions, section 8.1; a `$` or `${{ }}` around the name is the usual slip. */
const NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** Capitals with underscores, as variables are written. Any other name may be the secret itself. */
const SHOWABLE = /^(?:[A-Z]+|[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)$/;

/** Tokens with which a runner proves who it is to GitHub; a mail server never needs them. */
const OF_THE_RUNNER = /^(?:ACTIONS_\w+|GITHUB_TOKEN|GH_TOKEN)$/i;

/**
 * Reads a secret from an environment variable.
 *
 * @param name what the user gave as the variable's name
 * @throws ValueError, which repeats the name only if it looks like one
 */
export function readVariable(name: string, environment: Readonly<NodeJS.ProcessEnv>): string {
  if (!NAME.test(name)) {
    throw invalid('must be the name of an environment variable', {
      title: 'is not the name of a variable',
    });
  }
  if (OF_THE_RUNNER.test(name)) {
    throw invalid(`names ${name}, a token of the runner, which is never sent to a mail server`, {
      title: 'names a token of the runner',
    });
  }
  // eslint-disable-next-line house/open-keys -- own variables only
  const value = Object.hasOwn(environment, name) ? environment[name] : undefined;
  if (value !== undefined && value !== '') return value;
  const shown = SHOWABLE.test(name) || value !== undefined ? ` ${name}` : '';
  const state = value === undefined ? 'not set' : 'empty';
  throw new ValueError('missing', `names the environment variable${shown}, which is ${state}`, {
    title: `names a variable that is ${state}`,
  });
}
