import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { VERDICT_OF_CAUSE } from '../../src/diagnosis/verdicts.ts';
import { VERDICTS } from '../../src/model/verdict.ts';

const ROOT = new URL('../../', import.meta.url);
const page = readFileSync(new URL('docs/architecture.md', ROOT), 'utf8');

/** The rows of the first table after a heading, cell by cell. */
function tableBelow(heading: string): string[][] {
  const section = page.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
  const lines = section.split('\n').filter((line) => line.startsWith('| `'));
  return lines.map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

const quoted = (text: string): string[] =>
  [...text.matchAll(/`([^`\n]+)`/g)].map(([, name = '']) => name);

describe('docs/architecture.md', () => {
  const verdicts = tableBelow('The verdicts');

  it('has a row for each verdict, in the order of the code', () => {
    expect(verdicts.map(([verdict = '']) => quoted(verdict))).toEqual(
      VERDICTS.map((verdict) => [verdict]),
    );
  });

  it('names each cause in the row of its verdict', () => {
    const shown = verdicts.flatMap(([verdict = '', causes = '']) =>
      quoted(causes).map((cause) => [cause, quoted(verdict)[0]]),
    );
    expect(Object.fromEntries(shown)).toEqual(VERDICT_OF_CAUSE);
  });

  it('has a row for each room of src/', () => {
    const rooms = readdirSync(new URL('src', ROOT), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => `${name}/`);
    const named = tableBelow('Rooms and imports').flatMap(([room = '']) => quoted(room));
    expect(named.sort()).toEqual(rooms.sort());
  });

  it('names files that exist', () => {
    const files = quoted(page).filter((name) => /^[\w./-]+\.(ts|mjs)$/.test(name));
    const folders = ['', 'src/', 'src/diagnosis/'];
    const missing = files.filter(
      (name) => !folders.some((folder) => existsSync(new URL(`${folder}${name}`, ROOT))),
    );
    expect(files.length).toBeGreaterThan(5);
    expect(missing).toEqual([]);
  });
});
