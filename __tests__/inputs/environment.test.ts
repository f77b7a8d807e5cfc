import { readVariable } from '../../src/inputs/stored-text.ts';
import { refusal } from './refusal.ts';

const environment = {
  SMTP_PASSWORD: ' as it is ',
  EMPTY: '',
  ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'x',
  GITHUB_TOKEN: 'x',
};

test('a variable is read as it is', () => {
  expect(readVariable('SMTP_PASSWORD', environment)).toBe(' as it is ');
});

test.each(['ACTIONS_ID_TOKEN_REQUEST_TOKEN', 'ACTIONS_RUNTIME_TOKEN', 'GITHUB_TOKEN', 'GH_TOKEN'])(
  'a token of the runner (%s) never goes to a mail server',
  (name) => {
    expect(refusal(() => readVariable(name, environment))).toContain('a token of the runner');
  },
);

test.each([
  ['SMTP_PASWORD', 'names the environment variable SMTP_PASWORD, which is not set'],
  ['PW', 'names the environment variable PW, which is not set'],
  ['EMPTY', 'names the environment variable EMPTY, which is empty'],
])('%s is told by its name', (name, words) => {
  expect(refusal(() => readVariable(name, environment))).toBe(words);
});

test.each(['hunter2', 'CorrectHorse', 'AKIAIOSFODNN7EXAMPLE'])(
  '%s may be the password itself and is not repeated',
  (name) => {
    expect(refusal(() => readVariable(name, environment))).toBe(
      'names the environment variable, which is not set',
    );
  },
);

test.each(['hunter 2', '$SMTP_PASSWORD', '${{ secrets.X }}', '1A', '', 'constructor()'])(
  '%j is not the name of a variable',
  (name) => {
    expect(refusal(() => readVariable(name, environment))).toBe(
      'must be the name of an environment variable',
    );
  },
);

test('a name that every object has is not a variable', () => {
  for (const name of ['constructor', '__proto__', 'toString']) {
    expect(refusal(() => readVariable(name, environment))).toContain('not set');
  }
});
