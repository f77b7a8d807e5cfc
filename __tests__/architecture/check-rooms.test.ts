import { floorsOf } from './check-rooms.ts';
import { check, HOUSE } from './made-up.ts';

const LEAF = { 'bottom/b.ts': 'export type B = 1;' };

describe('imports', () => {
  it('a set of files that follows the rules has no problem', () => {
    const files = {
      ...LEAF,
      'index.ts': "import { run } from './top/run.ts';\nrun();",
      'top/run.ts':
        "import net from 'node:net';\nimport { m } from '../middle/m.ts';\nexport const run = () => [net, m];",
      'middle/m.ts':
        "import type { B } from '../bottom/b.ts';\nimport 'pack';\nexport const m: B = 1;",
    };
    expect(check(files)).toEqual([]);
  });

  it('a file in a folder without a rule is a problem, and so is a file loose in src/', () => {
    expect(check({ 'attic/a.ts': '', 'loose.ts': '' })).toEqual([
      'no rule: attic/a.ts',
      'no rule: loose.ts',
    ]);
  });

  it('a room without a rule may not be named after what every object has', () => {
    expect(check({ 'constructor/a.ts': '' })).toEqual(['no rule: constructor/a.ts']);
  });

  it.each([
    ['an import', "import { t } from '../top/t.ts';", ''],
    ['an import of a type', "import type { t } from '../top/t.ts';", ' (type)'],
    ['an import of types by name', "import { type t } from '../top/t.ts';", ' (type)'],
    ['an import without names', "import '../top/t.ts';", ''],
    ['an import of everything', "import * as t from '../top/t.ts';", ''],
    ['an exported name', "export { t as u } from '../top/t.ts';", ''],
    ['an exported type', "export type { t as u } from '../top/t.ts';", ' (type)'],
    ['a type in passing', "let t: import('../top/t.ts').t;", ' (type)'],
  ])('%s of a higher room is a problem', (_, text, kind) => {
    expect(check({ 'bottom/b.ts': text, 'top/t.ts': 'export const t = 1;' })).toEqual([
      `import: bottom/b.ts -> top/t.ts${kind}`,
    ]);
  });

  it('a lazy import of a higher room is a problem, even of one that is marked lazy', () => {
    const files = { 'bottom/b.ts': "await import('../top/t.ts');", 'top/t.ts': '' };
    expect(check(files, { lazy: { 'top/t.ts': 'for a test' } })).toEqual([
      'import: bottom/b.ts -> top/t.ts',
    ]);
  });

  it('a value from a room of which only types are allowed is a problem', () => {
    const text = "import { type B, b } from '../bottom/b.ts';";
    expect(check({ ...LEAF, 'middle/m.ts': text })).toEqual(['import: middle/m.ts -> bottom/b.ts']);
  });

  it('a single file of another room can be allowed', () => {
    const files = { 'bottom/open.ts': '', 'middle/m.ts': "import '../bottom/open.ts';" };
    expect(check(files)).toEqual([]);
  });

  it.each(['packs', 'pack/deep', 'node:net/x', 'node:fs'])(
    'the package %s is a problem',
    (name) => {
      expect(check({ 'middle/m.ts': `import '${name}';` })).toEqual([
        `import: middle/m.ts -> ${name}`,
      ]);
    },
  );

  it('a file that is not there is a problem', () => {
    expect(check({ 'top/t.ts': "import './gone.ts';" })).toEqual([
      'import of nothing: top/t.ts -> top/gone.ts',
    ]);
  });

  it('what looks like an import in a string or a comment is none', () => {
    const text = "// import '../top/t.ts'\nexport const text = `import '../top/t.ts'`;";
    expect(check({ 'bottom/b.ts': text })).toEqual([]);
  });

  it('an import of an expression is refused', () => {
    expect(() => check({ 'top/t.ts': 'await import(name);' })).toThrow(
      'top/t.ts imports an expression: name',
    );
  });
});

describe('the environment', () => {
  it.each([
    'export const a = process.env;',
    "export const a = process['env'];",
    'export const a = globalThis.process.env;',
    'const { env } = process;',
    'const { env: other } = process;',
    "import { env } from 'node:process';",
  ])('%s is a problem in a room that may not read it', (text) => {
    expect(check({ 'middle/m.ts': text })).toContain('process.env: middle/m.ts');
  });

  it('is open to the rooms that may read it', () => {
    expect(check({ 'top/t.ts': 'export const a = process.env;' })).toEqual([]);
  });

  it('other things of the process are not the environment', () => {
    const text = 'export const a = [process.argv, other.env, process.exitCode, "process", "env"];';
    expect(check({ 'middle/m.ts': text })).toEqual([]);
  });
});

describe('floors', () => {
  it('a room stands above all that it may import', () => {
    expect(floorsOf(HOUSE)).toBe(4);
  });

  it('rules that allow a circle of rooms are refused', () => {
    const rooms = { ...HOUSE.rooms, bottom: { types: ['top'] } };
    expect(() => floorsOf({ ...HOUSE, rooms })).toThrow(
      /^rooms in a circle: index\.ts -> top -> middle -> bottom -> top$/,
    );
  });
});
