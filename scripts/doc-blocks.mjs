// The fenced code blocks of the documentation, for the tests and linters that check them.
//
// usage: node scripts/doc-blocks.mjs          prints them as JSON
//        node scripts/doc-blocks.mjs FOLDER   writes the workflows among them there, for actionlint and zizmor
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import MarkdownIt from 'markdown-it';

const markdown = new MarkdownIt();

function filesLike(pattern) {
  const known = ['ls-files', '--cached', '--others', '--exclude-standard', pattern];
  const files = new Set(execFileSync('git', known, { encoding: 'utf8' }).split('\n'));
  return [...files].filter((file) => file !== '' && existsSync(file)).sort();
}

const readText = (file) => readFileSync(file, 'utf8').replaceAll('\r\n', '\n');

/** The fenced blocks of a page, also those in list items, which markdown-it moves to the left. */
function blocksOf(file) {
  return markdown
    .parse(readText(file), {})
    .filter(({ type }) => type === 'fence')
    .map(({ map: [fence], info, content }) => ({
      file,
      line: fence + 2,
      language: info.split(' ')[0],
      code: content,
    }));
}

const indent = (code, by) => code.replaceAll(/^(?=.)/gm, ' '.repeat(by));

/** The job of which a block shows the steps, or the condition. */
function asJob(code) {
  if (/^- /m.test(code)) return `    steps:\n${indent(code, 6)}`;
  if (/^steps:/m.test(code)) return indent(code, 4);
  if (/^if:/m.test(code)) return `${indent(code, 4)}    steps:\n      - run: 'true'\n`;
  return undefined;
}

/** The workflow of which a block shows the whole or a part; undefined when it is none. */
function asWorkflow({ file, language, code }) {
  if (language !== 'yaml' || OTHER_SYSTEMS.test(file)) return undefined;
  if (/^on:/m.test(code)) return code;
  const rights = /^permissions:/m.test(code) ? '' : 'permissions: {}\n';
  if (/^jobs:/m.test(code)) return `on: push\n${rights}${code}`;
  const job = asJob(code);
  return job && `on: push\n${rights}jobs:\n  job:\n    runs-on: ubuntu-latest\n${job}`;
}

/** GitLab CI, CircleCI and Azure have YAML of their own. */
const OTHER_SYSTEMS = /^docs\/(ci-systems\.md|examples\/ci\/)/;

const examples = filesLike('docs/examples/*.yml').map((file) => {
  return { file, line: 1, language: 'yaml', code: readText(file) };
});
const blocks = [...filesLike('*.md').flatMap(blocksOf), ...examples].map((block) => ({
  ...block,
  workflow: asWorkflow(block),
}));

const [folder] = process.argv.slice(2);
if (folder === undefined) console.log(JSON.stringify(blocks));
else {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const { file, line, workflow } of blocks) {
    const name = `${file.replaceAll(/[/.]/g, '-')}-${line}.yml`;
    if (workflow) writeFileSync(join(folder, name), workflow);
  }
}
