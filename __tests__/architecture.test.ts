import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const SRC = fileURLToPath(new URL('../src/', import.meta.url));

interface SourceFile {
  /** Path below src/, with forward slashes. */
  readonly path: string;
  readonly lines: number;
  /** Imported modules: paths below src/, or bare names. */
  readonly imports: readonly string[];
}

function readSource(file: string): SourceFile {
  const text = readFileSync(join(SRC, file), 'utf8');
  const specifiers = [...text.matchAll(/(?:from|import)\s*\(?\s*'([^'\n]+)'/g)].map(
    ([, name]) => name ?? '',
  );
  const imports = specifiers.map((name) =>
    name.startsWith('.')
      ? relative(SRC, join(SRC, dirname(file), name)).replaceAll('\\', '/')
      : name,
  );
  return { path: file.replaceAll('\\', '/'), lines: text.split('\n').length - 1, imports };
}

const FILES = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map(readSource);

/** Which folder may import which: everything else is a step upwards. */
const MAY_IMPORT: [from: RegExp, to: RegExp][] = [
  [/^sasl\//, /^(node:|sasl\/|@mongodb-js\/saslprep$)/],
  [/^smtp\//, /^(node:|smtp\/|sasl\/)/],
  [/^token\//, /^(node:|jose$|http\.ts|token\/|sasl\/mechanism\.ts|smtp\/(account|problem|trust)\.ts)/],
  [
    /^diagnosis\//,
    /^(node:|fastest-levenshtein$|diagnosis\/|expectation\.ts|smtp\/(result|reply|problem|account)\.ts)/,
  ],
  [
    /^report\//,
    /^(node:|fast-xml-builder$|@actions\/github$|http\.ts|report\/|diagnosis\/|expectation\.ts|smtp\/(result|reply|account|problem)\.ts)/,
  ],
];

describe('imports point down only', () => {
  test.each(FILES.map((file) => [file.path, file] as const))('%s', (path, file) => {
    for (const [from, to] of MAY_IMPORT) {
      if (!from.test(path)) continue;
      for (const name of file.imports) expect(name).toMatch(to);
    }
  });

  test('only the doors of the runner know @actions/*', () => {
    const knowing = FILES.filter(({ imports }) =>
      imports.some((name) => name.startsWith('@actions/')),
    );
    expect(knowing.map(({ path }) => path).sort()).toEqual([
      'action.ts',
      'inputs.ts',
      'publish.ts',
      'report/github-issues.ts',
    ]);
  });

  test('nobody imports the doors', () => {
    const doors = new Set(['action.ts', 'index.ts', 'inputs.ts', 'publish.ts']);
    for (const { path, imports } of FILES) {
      if (doors.has(path)) continue;
      expect(imports.filter((name) => doors.has(name))).toEqual([]);
    }
  });
});

/** Rows of data, one provider after the other: read by looking one up, not from top to bottom. */
const DATA = /^diagnosis\/(providers|replies|servers)\//;

test('a file is short enough to be read in one go', () => {
  const long = FILES.filter(({ path, lines }) => lines > 170 && !DATA.test(path));
  expect(long.map(({ path, lines }) => `${path}: ${lines}`)).toEqual([]);
});
