import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { renderFleetSummary } from '../../src/report/list/summary.ts';
import type { Checked } from '../../src/model/diagnosis.ts';
import { makeNightly, makeResult } from '../support/fleet-results.ts';
import { openBrowser, openPage, show, type Theme } from './browser.ts';

/** The summaries of thousands of accounts, drawn in a browser. With PICTURES=folder each is kept as a picture. */

const FOLDER = process.env['PICTURES'];
/** Each account fails for a reason of its own, at a host of its own, and has a long name. */
const DIFFERENT = Array.from({ length: 5000 }, (_, n): Checked => {
  const reply = `535 5.7.8 Error: authentication failed for a reason of its own, number ${n}`;
  const host = `smtp.customer-${n}.example.com`;
  const username = `${'a-long-name-'.repeat(9)}${n}@example.com`;
  return makeResult({ host, username, reply });
});

/** What the page shows, read in the page. */
const LOOK = `({
  text: document.body.innerText,
  headings: [...document.querySelectorAll('h2, h3')].map(({ innerText }) => innerText),
  groups: document.querySelectorAll('article > ul > li').length,
  accounts: document.querySelectorAll('details tr').length - 1,
  overflow: document.documentElement.scrollWidth - window.innerWidth,
})`;

interface Look {
  readonly text: string;
  readonly headings: readonly string[];
  readonly groups: number;
  readonly accounts: number;
  readonly overflow: number;
}

let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
  if (FOLDER !== undefined) mkdirSync(FOLDER, { recursive: true });
});

afterEach(async () => {
  await page.close();
});

afterAll(async () => {
  await browser.close();
});

/** About as wide as GitHub shows it. */
async function draw(name: string, results: readonly Checked[], theme: Theme): Promise<Look> {
  const view = { theme, width: 1000 };
  page = await openPage(browser, view);
  const summary = renderFleetSummary(results);
  expect(Buffer.byteLength(summary)).toBeLessThan(1024 * 1024);
  await show(page, summary, view);
  if (FOLDER !== undefined) {
    const path = join(FOLDER, `fleet-${name}-${theme}.png`) as `${string}.png`;
    await page.screenshot({ path, clip: { x: 0, y: 0, width: view.width, height: 1500 } });
  }
  const look = (await page.evaluate(LOOK)) as Look;
  expect(look.text).not.toMatch(/<\/?[a-z]+>/);
  expect(look.overflow).toBeLessThanOrEqual(0);
  return look;
}

test.each<Theme>(['light', 'dark'])(
  'a night of 5,000 accounts, %s: each cause with its next step and accounts, entries, then each account',
  async (theme) => {
    const look = await draw('nightly', makeNightly(5000), theme);
    expect(look.headings).toEqual([
      '❌ SMTP logins: 557 of 5,000 accounts failed',
      'Too many logins: 250 accounts',
      'Timed out: 250 accounts',
      'Wrong user name or password: 47 accounts',
      'Entries to correct: 10',
    ]);
    expect(look.text.match(/454 4\.7\.0 Too many/g)).toHaveLength(1);
    expect(look.groups).toBeLessThan(35);
    expect(look.accounts).toBe(5000);
  },
);

test('5,000 failures of which none is like another: what is left out is said', async () => {
  const look = await draw('different', DIFFERENT, 'light');
  expect(look.groups).toBe(21);
  expect(look.text).toContain('and 4,980 accounts at other hosts');
  expect(look.accounts).toBeGreaterThan(3000);
  const hidden = (5000 - look.accounts).toLocaleString('en-US');
  expect(look.text).toContain(
    `Omitted to stay within GitHub's size limit: ${hidden} accounts that failed. `,
  );
});
