import { problemsOf } from './problems.ts';
import type { House } from './rules.ts';
import { readSource } from './source.ts';

/** A house of three rooms, one above the other, and an entry point. */
export const HOUSE: House = {
  rooms: {
    'index.ts': { rooms: ['top'] },
    top: { rooms: ['middle', 'bottom'], packages: ['node:*'], readsEnvironment: true },
    middle: { types: ['bottom'], files: ['bottom/open.ts'], packages: ['node:net', 'pack'] },
    bottom: {},
  },
  lazy: {},
  data: ['middle/one/', 'middle/two/'],
  sameName: [['top/run.ts', 'bottom/run.ts']],
  maxFileLines: 10,
  maxFunctionLines: 4,
};

/** What is wrong with a set of files, by path. */
export const check = (files: Record<string, string>, house: Partial<House> = {}): string[] =>
  problemsOf(
    Object.entries(files).map(([path, text]) => readSource(path, text)),
    { ...HOUSE, ...house },
  );
