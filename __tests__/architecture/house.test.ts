import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { floorsOf } from './check-rooms.ts';
import { HOUSE, KNOWN } from './house.ts';
import { problemsOf } from './problems.ts';
import { readSource } from './source.ts';

const SRC = fileURLToPath(new URL('../../src/', import.meta.url));
const SOURCES = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => readSource(file.replaceAll('\\', '/'), readFileSync(join(SRC, file), 'utf8')));

describe('src/', () => {
  const problems = problemsOf(SOURCES, HOUSE);

  it('follows the rules of docs/architecture.md', () => {
    expect(problems.filter((problem) => !KNOWN.includes(problem))).toEqual([]);
  });

  it('still has each problem that is listed as known', () => {
    expect(KNOWN.filter((problem) => !problems.includes(problem))).toEqual([]);
  });

  it('has each room of the rules', () => {
    const rooms = new Set(SOURCES.map(({ path }) => path.split('/')[0]));
    expect(Object.keys(HOUSE.rooms).filter((room) => !rooms.has(room))).toEqual([]);
  });

  it('has at most 23 folders', () => {
    expect(new Set(SOURCES.map(({ path }) => dirname(path))).size).toBeLessThanOrEqual(23);
  });
});

it('the rules allow at most 6 floors', () => {
  expect(floorsOf(HOUSE)).toBeLessThanOrEqual(6);
});
