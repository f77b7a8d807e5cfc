import type { InputFault } from '../../model/failure.ts';
import type { Observation } from '../../model/observation.ts';
import type { Explanation, Words } from '../explanation.ts';

/** Words for inputs that are wrong: each fault is a whole sentence that says how to correct it. */

function faultsOf({ failure }: Observation): readonly InputFault[] {
  return failure?.faults ?? [];
}

function describe(observation: Observation, otherwise: string): string {
  const sentences = faultsOf(observation).map(({ message }) => message);
  return sentences.join(' ').trim() || otherwise;
}

function correct(observation: Observation): string {
  const names = [...new Set(faultsOf(observation).map(({ input }) => `"${input}"`))];
  return names.length === 0 ? 'Correct the input.' : `Correct ${names.join(', ')}.`;
}

const WHEN_EMPTY: Pick<Explanation, 'nextStep' | 'onGitHub'> = {
  nextStep: 'Check the name of the secret or variable that the input reads.',
  onGitHub:
    'On GitHub a secret is empty when its name is misspelt, when it is stored as a variable ("vars.NAME" reads Variables, "secrets.NAME" reads Secrets), when it belongs to an environment that the job does not name, when the reusable workflow is called without "secrets: inherit", and in runs for pull requests from forks and from Dependabot. Skip this step in such runs.',
};

export const INPUT_WORDS: Words<'input-invalid' | 'secret-empty'> = {
  'input-invalid': (observation): Explanation => ({
    meaning: describe(observation, 'An input is wrong, so the check was not started.'),
    nextStep: correct(observation),
  }),
  'secret-empty': (observation): Explanation => ({
    meaning: describe(
      observation,
      'A part of the credential is empty, so the check was not started.',
    ),
    ...WHEN_EMPTY,
  }),
};
