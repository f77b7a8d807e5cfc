import { readdirSync, readFileSync } from 'node:fs';
import { compileModulesAtOnce } from '../../scripts/build/eager.mjs';

test("every function of webpack's table stands in parentheses, and nothing else changes", () => {
  const code = 'export const modules={1:e=>{a({2:3})},20:function(e){return {3:4}}};b({x:()=>{}});';
  expect(compileModulesAtOnce(code)).toBe(
    'export const modules={1:(e=>{a({2:3})}),20:(function(e){return {3:4}})};b({x:()=>{}});',
  );
});

test('a table inside of a text is a text', () => {
  const code = 'const text = "{1:e=>{}}"; const list = { 1: "e=>{}", 2: e => {} };';
  expect(compileModulesAtOnce(code)).toBe(code);
});

test.each(['dist', 'dist/cli'])('no chunk of %s is left out', (folder) => {
  const chunks = readdirSync(folder).filter((name) => /^\d+\.index\.js$/.test(name));
  expect(chunks).not.toHaveLength(0);
  for (const name of chunks) {
    expect(readFileSync(`${folder}/${name}`, 'utf8')).toMatch(/\bmodules=\{\s*"?\d+"?:\s*\(/);
  }
});
