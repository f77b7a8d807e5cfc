import { check } from './made-up.ts';

describe('circles', () => {
  it.each([
    ['values', "import { b } from './b.ts';"],
    ['types', "import type { b } from './b.ts';"],
  ])('two files with %s of each other', (_, text) => {
    const files = { 'top/a.ts': text, 'top/b.ts': "import './a.ts';" };
    expect(check(files)).toEqual(['circle: top/a.ts -> top/b.ts -> top/a.ts']);
  });

  it('three files, named once, and not who imports them', () => {
    const files = {
      'top/a.ts': "import './c.ts';",
      'top/b.ts': "import './a.ts';",
      'top/c.ts': "import './b.ts';",
      'top/d.ts': "import './a.ts';",
      'index.ts': "import './top/d.ts';",
    };
    expect(check(files)).toEqual(['circle: top/a.ts -> top/c.ts -> top/b.ts -> top/a.ts']);
  });

  it('a circle through a lazy import', () => {
    const files = { 'top/a.ts': "await import('./b.ts');", 'top/b.ts': "import './a.ts';" };
    expect(check(files, { lazy: { 'top/b.ts': 'for a test' } })).toEqual([
      'circle: top/a.ts -> top/b.ts -> top/a.ts',
    ]);
  });

  it('a file that imports itself', () => {
    expect(check({ 'top/a.ts': "import './a.ts';" })).toEqual(['circle: top/a.ts -> top/a.ts']);
  });
});

describe('lazy imports', () => {
  it('what is not marked is a problem', () => {
    expect(check({ 'top/a.ts': "await import('./b.ts');", 'top/b.ts': '' })).toEqual([
      'not marked lazy: top/a.ts -> top/b.ts',
    ]);
  });

  it('a folder, a file and a package can be marked', () => {
    const files = {
      'middle/a.ts': "await import('./list/b.ts');\nawait import('./c.ts');\nawait import('pack');",
      'middle/list/b.ts': '',
      'middle/c.ts': '',
    };
    const lazy = { 'middle/list/': 'a', 'middle/c.ts': 'b', pack: 'c' };
    expect(check(files, { lazy })).toEqual([]);
  });

  it('a mark that nobody uses is a problem', () => {
    expect(check({}, { lazy: { 'top/': 'for a test' } })).toEqual([
      'marked lazy and not imported so: top/',
    ]);
  });

  it('what is marked may not be loaded at the start as well; a type of it may', () => {
    const files = {
      'index.ts': "import './top/a.ts';",
      'top/a.ts':
        "import './b.ts';\nimport type { D } from './d.ts';\nawait import('./c.ts');\nawait import('./d.ts');",
      'top/b.ts': "import './c.ts';",
      'top/c.ts': '',
      'top/d.ts': 'export type D = 1;',
    };
    expect(check(files, { lazy: { 'top/c.ts': 'a', 'top/d.ts': 'b' } })).toEqual([
      'lazy, but loaded at the start: index.ts -> top/a.ts -> top/b.ts -> top/c.ts',
    ]);
  });
});
