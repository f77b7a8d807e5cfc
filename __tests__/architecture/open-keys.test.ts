import { Linter } from 'eslint';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import tseslint from 'typescript-eslint';
import { openKeys } from '../../eslint/open-keys.mjs';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'smtp-auth-check-lint-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** The lines in which the rule finds something. */
function lint(...lines: readonly string[]): number[] {
  const text = lines.join('\n');
  const compilerOptions = { strict: true, lib: ['es2022'], types: [], target: 'es2022' };
  writeFileSync(join(folder, 'file.ts'), text);
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions }));
  const config = {
    files: ['**/*.ts'],
    plugins: { house: { rules: { 'open-keys': openKeys } } },
    rules: { 'house/open-keys': 'error' as const },
    languageOptions: {
      parser: tseslint.parser,
      parserOptions: { project: true, tsconfigRootDir: folder },
    },
  };
  const messages = new Linter({ cwd: folder }).verify(text, config, join(folder, 'file.ts'));
  for (const { fatal, message } of messages) if (fatal) throw new Error(message);
  return messages.map(({ line }) => line);
}

test('a key that may be any text is an error; one of our own words or a number is not', () => {
  expect(
    lint(
      'const table: Record<string, string> = { a: "b" };',
      'export const open = (word: string): string | undefined => table[word];',
      'export const asked = (word: string): boolean => word in table;',
      'export const made = (word: string): string | undefined => table[`x-${word}`];',
      'export const unknown = (word: any): string | undefined => table[word];',
      'export const own = (word: "a" | "c"): string | undefined => table[word];',
      'export const item = (list: readonly string[], at: number): string | undefined => list[at];',
      'export const known = (map: ReadonlyMap<string, string>, word: string) => map.get(word);',
    ),
  ).toEqual([2, 3, 4, 5]);
});
