// The fenced code blocks of the documentation, for whoever checks them.
//
// usage: node scripts/doc-blocks.mjs          prints them as JSON
//        node scripts/doc-blocks.mjs FOLDER   writes the complete workflows among them there, for actionlint
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A fence, its language, and everything up to the same fence (CommonMark section 4.5; ours are not indented). */
const BLOCK = /^(```+)([\w-]*)[^\n]*\n([\s\S]*?)^\1$/gm;

function blocksOf(file) {
  const text = readFileSync(file, 'utf8').replaceAll('\r\n', '\n');
  return [...text.matchAll(BLOCK)].map(({ index, 2: language, 3: code }) => ({
    file: file.replaceAll('\\', '/'),
    line: text.slice(0, index).split('\n').length + 1,
    language,
    code,
  }));
}

const top = readdirSync('.').filter((name) => name.endsWith('.md'));
const docs = readdirSync('docs', { recursive: true }).filter((name) => name.endsWith('.md'));
const blocks = [...top, ...docs.map((name) => join('docs', name))].flatMap(blocksOf);

const [folder] = process.argv.slice(2);
if (folder === undefined) console.log(JSON.stringify(blocks));
else {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const { file, line, language, code } of blocks) {
    const isWorkflow = language === 'yaml' && /^on:/m.test(code) && /^jobs:/m.test(code);
    if (isWorkflow)
      writeFileSync(join(folder, `${file.replaceAll(/[/.]/g, '-')}-${line}.yml`), code);
  }
}
