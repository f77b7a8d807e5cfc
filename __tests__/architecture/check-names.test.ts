import { check } from './made-up.ts';

describe('names', () => {
  it('two files of one name are a problem', () => {
    expect(check({ 'top/a.ts': '', 'middle/a.ts': '', 'top/b.ts': '' })).toEqual([
      'same file name: middle/a.ts, top/a.ts',
    ]);
  });

  it('an allowed set does not allow a third file', () => {
    const files = { 'top/run.ts': '', 'bottom/run.ts': '' };
    expect(check(files)).toEqual([]);
    expect(check({ ...files, 'middle/run.ts': '' })).toEqual([
      'same file name: bottom/run.ts, middle/run.ts, top/run.ts',
    ]);
  });

  it('folders of data may share names', () => {
    const files = { 'middle/one/a.ts': '', 'middle/two/a.ts': '' };
    expect(check(files)).toEqual([]);
    expect(check({ ...files, 'middle/a.ts': '' })).toHaveLength(1);
  });

  it.each([
    ['a value', 'export const x = 1;'],
    ['a value among others', 'export const { a: [x], y } = z, w = 1;'],
    ['a function', 'export async function x() {}'],
    ['a class', 'export abstract class x {}'],
    ['a type', 'export type x = 1;'],
    ['an interface', 'export interface x {}'],
    ['a name given at the end', 'const a = 1; export { a as x };'],
    ['a name passed on', "export { x } from 'pack';"],
    ['a namespace', "export * as x from 'pack';"],
  ])('%s that another file exports too is a problem', (_, text) => {
    expect(check({ 'middle/a.ts': text, 'top/b.ts': 'export const x = 1;' })).toEqual([
      'same export: x in middle/a.ts, top/b.ts',
    ]);
  });

  it('a type and a value of one name in one file are one thing, and private names are free', () => {
    const files = {
      'top/a.ts': 'export type X = 1; export const X = 1; const y = 1;',
      'top/b.ts': 'const y = 1;',
    };
    expect(check(files)).toEqual([]);
  });

  it('passing on all names of a file is a problem', () => {
    expect(check({ 'middle/a.ts': "export * from 'pack';" })).toEqual(['export *: middle/a.ts']);
  });
});

describe('lengths', () => {
  const lines = (count: number): string => '\n'.repeat(count);

  it('a file of more lines than allowed is a problem, except among the data', () => {
    const files = {
      'top/a.ts': lines(10),
      'top/b.ts': lines(11),
      'middle/one/data.ts': lines(11),
    };
    expect(check(files)).toEqual(['long file: top/b.ts']);
  });

  it.each([
    ['a', 'function a() {\n\n\n\n}'],
    ['b', 'const b = () => {\n\n\n\n};'],
    ['c', 'class C {\nc() {\n\n\n\n}\n}'],
    ['a function without a name', 'call(() => {\n\n\n\n});'],
  ])('a function of more lines than allowed is a problem: %s', (name, text) => {
    expect(check({ 'top/a.ts': text })).toEqual([`long function: ${name} in top/a.ts`]);
    expect(check({ 'top/a.ts': text.replace('\n\n', '\n') })).toEqual([]);
  });
});
