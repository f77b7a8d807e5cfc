import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { renderDiagram } from '../../src/report/diagram.ts';
import { renderSummary } from '../../src/report/summary.ts';
import { openBrowser, openPage, show } from './browser.ts';
import { CASES, OPTIONS } from './cases.ts';

/** Drawn in a browser. With PICTURES=folder each view is also kept as a picture. */

const FOLDER = process.env['PICTURES'];
const VIEWS = [
  { name: 'light', theme: 'light', width: 860 },
  { name: 'dark', theme: 'dark', width: 860 },
  { name: 'phone', theme: 'light', width: 390 },
] as const;

/** What the page shows, read in the page. */
const LOOK = `({
  headings: document.querySelectorAll('h2').length,
  diagrams: document.querySelectorAll('.diagram svg').length,
  text: document.body.innerText,
  overflow: document.documentElement.scrollWidth - window.innerWidth,
})`;

interface Look {
  readonly headings: number;
  readonly diagrams: number;
  readonly text: string;
  readonly overflow: number;
}

/** PNG to look at, WebP for the README, where a picture should be small. */
async function keep(page: Page, path: string): Promise<void> {
  await page.screenshot({ path: `${path}.png`, fullPage: true });
  await page.screenshot({ path: `${path}.webp`, type: 'webp', quality: 70, fullPage: true });
}

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
  if (FOLDER !== undefined) mkdirSync(FOLDER, { recursive: true });
});

afterAll(async () => {
  await browser.close();
});

describe.each(VIEWS)('$name', (view) => {
  let page: Page;

  beforeAll(async () => {
    page = await openPage(browser, view);
  });

  afterAll(async () => {
    await page.close();
  });

  test.each(Object.entries(CASES))('%s', async (name, result) => {
    const summary = renderSummary(result, OPTIONS);
    await show(page, summary, view);
    if (FOLDER !== undefined) {
      await keep(page, join(FOLDER, `${name}-${view.name}`));
      writeFileSync(join(FOLDER, `${name}.txt`), summary);
    }
    const look = (await page.evaluate(LOOK)) as Look;
    expect(look.headings).toBe(1);
    expect(look.diagrams).toBe(renderDiagram(result).length === 0 ? 0 : 1);
    expect(look.text).not.toMatch(/<\/?[a-z]+>|```|sequenceDiagram|Syntax error/);
    expect(look.overflow).toBeLessThanOrEqual(0);
  });
});
