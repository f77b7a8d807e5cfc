import js from '@eslint/js';
import jest from 'eslint-plugin-jest';
import tseslint from 'typescript-eslint';
import { openKeys } from './eslint/open-keys.mjs';

/** What works on one of the runners only. */
const NOT_PORTABLE = [
  { selector: 'Literal[value=/^\\u002ftmp\\b/]', message: 'Windows has no /tmp: use tmpdir().' },
  {
    selector: 'MemberExpression[property.name="pathname"][object.callee.name="URL"]',
    message: 'On Windows that is "/D:/…": use fileURLToPath().',
  },
  {
    selector: 'Literal[value=/^127\\.0\\.0\\.[2-9]\\b/]',
    message: 'The only loopback address of macOS is 127.0.0.1.',
  },
  {
    selector:
      'ConditionalExpression[test.right.value="win32"]:has(> Identifier[name=/^(it|test|describe)$/])',
    message: 'Use describeNeeding() and name what the tests need.',
  },
  {
    selector:
      'CallExpression[callee.name=/^(spawn|spawnSync|execFile|execFileSync)$/][arguments.0.value=/^np[mx]$/]:not(:has(Property[key.name="shell"]))',
    message: 'npm is npm.cmd on Windows, which needs the option "shell".',
  },
];

export default tseslint.config(
  {
    ignores: [
      'dist/',
      'lib/',
      'coverage/',
      'reports/',
      '.real-servers/',
      '.node24/',
      'bench/.peers/',
      '.stryker-tmp/',
      'site/',
    ],
  },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      // A promise nobody waits for is a check that never happened and a green step.
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      eqeqeq: 'error',
      'no-console': 'error',
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      complexity: ['error', 15],
    },
  },
  {
    // What is not hostile in a test is ours.
    files: ['src/**/*.ts'],
    plugins: { house: { rules: { 'open-keys': openKeys } } },
    rules: { 'house/open-keys': 'error' },
  },
  {
    // CI runs these files on Linux, Windows and macOS. The suites of the other folders run on Linux only.
    files: ['**/*.{ts,js,mjs}'],
    ignores: ['__tests__/{hostile,real-servers,e2e,summary}/**', '**/*.slow.ts', 'bench/**'],
    rules: { 'no-restricted-syntax': ['error', ...NOT_PORTABLE] },
  },
  {
    files: ['__tests__/**/*.ts'],
    extends: [jest.configs['flat/recommended']],
    rules: {
      'max-lines-per-function': 'off',
      // A property of fast-check that returns false fails.
      'jest/expect-expect': ['error', { assertFunctionNames: ['expect', 'fc.assert'] }],
      // A property says what holds whether a parser takes the input or refuses it.
      'jest/no-conditional-expect': 'off',
    },
  },
  {
    files: ['**/*.{js,mjs,cjs}'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        URL: 'readonly',
        setTimeout: 'readonly',
        Buffer: 'readonly',
      },
    },
  },
);
