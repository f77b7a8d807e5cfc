// Makes the page that explains a pasted reply: site/index.html, one file without anything beside it.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';
import { renderPage } from './render-page.mjs';
import { wordsOfReplies } from './render-troubleshooting.mjs';
import './typescript.mjs';

const SAMPLES = '__tests__/diagnosis/samples';
const FOLDER = process.argv[2] ?? 'site';

const { COMPANIES } = await import('../src/diagnosis/match.ts');
const { SERVERS } = await import('../src/diagnosis/servers/all.ts');
const { BARE_NUMBERS } = await import('../src/diagnosis/servers/bare-numbers.ts');
const { PLAIN_WORDS } = await import('../src/diagnosis/servers/plain-words.ts');
const { WORDS } = await import('../src/diagnosis/words/all.ts');

/** The program of the page. What it would need of Node is replaced by page/node-net.ts, and anything else is an error. */
async function bundle() {
  const { outputFiles } = await build({
    entryPoints: ['page/main.ts'],
    alias: { 'node:net': './page/node-net.ts' },
    ...{ bundle: true, minify: true, write: false, format: 'iife', charset: 'utf8' },
    ...{ platform: 'browser', target: 'es2022', legalComments: 'none' },
  });
  // Inside an HTML file these words would end the script.
  return outputFiles[0].text.trim().replaceAll('</script', '<\\/script');
}

const byName = (a, b) => a.name.localeCompare(b.name, 'en');
const samples = new Map(
  readdirSync(SAMPLES).flatMap((file) =>
    Object.entries(JSON.parse(readFileSync(`${SAMPLES}/${file}`, 'utf8'))),
  ),
);
const page = renderPage({
  families: [...[...COMPANIES].sort(byName), ...SERVERS, ...PLAIN_WORDS, ...BARE_NUMBERS],
  samples,
  words: wordsOfReplies(WORDS),
  hosts: COMPANIES.flatMap(({ hosts }) => hosts.filter((name) => !name.includes('*'))).sort(),
  script: await bundle(),
  style: readFileSync('page/style.css', 'utf8').replaceAll(/\s+/g, ' ').trim(),
  repository: 'https://github.com/org/smtp-auth-check',
});
mkdirSync(FOLDER, { recursive: true });
writeFileSync(`${FOLDER}/index.html`, page);
process.stdout.write(`${FOLDER}/index.html: ${Math.round(page.length / 1024)} KiB\n`);
