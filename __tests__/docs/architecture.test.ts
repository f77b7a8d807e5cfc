import { readdirSync, readFileSync } from 'node:fs';
import { PROBLEMS } from '../../src/model/failure.ts';
import { VERDICTS } from '../../src/model/result.ts';

const page = readFileSync(new URL('../../docs/architecture.md', import.meta.url), 'utf8');

describe('docs/architecture.md', () => {
  const rows = page
    .split('\n## The verdicts\n')[1]
    ?.split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) => line.split('|').map((cell) => cell.trim()));

  it('has a row for each verdict, in the order of the code', () => {
    expect(rows?.map(([, verdict]) => verdict)).toEqual(
      VERDICTS.map((verdict) => `\`${verdict}\``),
    );
  });

  it('names each problem in the row of its verdict', () => {
    const shown = (rows ?? []).flatMap(([, verdict = '', problems = '']) =>
      [...problems.matchAll(/`([^`]+)`/g)].map(([, problem]) => [
        problem,
        verdict.replaceAll('`', ''),
      ]),
    );
    expect(Object.fromEntries(shown)).toEqual(PROBLEMS);
  });

  it('names files of src/smtp/ that exist', () => {
    const files = readdirSync(new URL('../../src/smtp', import.meta.url));
    const table = page.split('from the outside in:')[1]?.split('\nOne check')[0] ?? '';
    const named = [...table.matchAll(/`([\w-]+\.ts)`/g)].map(([, file]) => file);
    expect(named.sort()).toEqual(files.sort());
  });
});
