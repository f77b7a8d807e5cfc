import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import MarkdownIt from 'markdown-it';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';

/** Shows a job summary as GitHub does: its stylesheet, Markdown with HTML in it, Mermaid for its fences. */

export type Theme = 'light' | 'dark';

const require = createRequire(import.meta.url);
const packageFile = (name: string, ...path: string[]): string =>
  join(dirname(require.resolve(`${name}/package.json`)), ...path);

/** Set CHROMIUM where it is installed elsewhere. */
const CANDIDATES = [
  process.env['CHROMIUM'] ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];

export function findChromium(): string | undefined {
  return CANDIDATES.find((path) => path !== '' && existsSync(path));
}

export async function openBrowser(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error('no Chromium; set CHROMIUM to its path');
  return puppeteer.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
}

export interface View {
  readonly theme: Theme;
  /** CSS pixels. */
  readonly width: number;
}

const markdown = new MarkdownIt({ html: true, linkify: true });

/** An empty page of GitHub's looks, for one summary after the other. */
export async function openPage(browser: Browser, view: View): Promise<Page> {
  const page = await browser.newPage();
  await page.setViewport({ width: view.width, height: 400, deviceScaleFactor: 2 });
  await page.setContent(emptyDocument(view));
  await page.addScriptTag({ path: packageFile('mermaid', 'dist', 'mermaid.min.js') });
  return page;
}

/** Shows `summary` with its diagrams drawn. */
export async function show(page: Page, summary: string, { theme }: View): Promise<void> {
  const body = JSON.stringify(markdown.render(summary));
  await page.evaluate(`(${DRAW})(${body}, ${JSON.stringify(theme)})`);
}

function emptyDocument({ theme, width }: View): string {
  const css = readFileSync(
    packageFile('github-markdown-css', `github-markdown-${theme}.css`),
    'utf8',
  );
  const padding = width < 600 ? 16 : 32;
  const background = theme === 'dark' ? '#0d1117' : '#ffffff';
  return `<!doctype html><meta charset="utf-8"><style>${css}
    body { margin: 0; background: ${background} } .markdown-body { padding: ${padding}px }
    .diagram { text-align: center; margin: 16px 0 } .diagram svg { max-width: 100% }</style>
    <article class="markdown-body"></article>`;
}

/** Runs in the page; text, so that no build step touches it. */
const DRAW = `async (body, theme) => {
  document.querySelector('article').innerHTML = body;
  mermaid.initialize({ startOnLoad: false, securityLevel: 'strict', theme: theme === 'dark' ? 'dark' : 'default' });
  for (const [index, block] of [...document.querySelectorAll('code.language-mermaid')].entries()) {
    const { svg } = await mermaid.render('diagram' + index, block.textContent);
    const figure = document.createElement('div');
    figure.className = 'diagram';
    figure.innerHTML = svg;
    block.parentElement.replaceWith(figure);
  }
}`;
