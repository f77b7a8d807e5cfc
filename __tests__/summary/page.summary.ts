import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'puppeteer-core';
import { COMPANIES } from '../../src/diagnosis/match.ts';
import { openBrowser } from './browser.ts';

/** The page that explains a pasted reply, made as the workflow makes it and used as a reader uses it. */

let browser: Browser;
let page: Page;
let folder: string;
let html: string;
const requested: string[] = [];
const complaints: string[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'smtp-auth-check-page-'));
  execFileSync(process.execPath, ['scripts/page.mjs', folder]);
  html = readFileSync(join(folder, 'index.html'), 'utf8');
  browser = await openBrowser();
  page = await browser.newPage();
  page.on('request', (request) => requested.push(request.url()));
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.goto(pathToFileURL(join(folder, 'index.html')).href);
});

afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Reads a text in the page. */
async function look(expression: string): Promise<string> {
  return String(await page.evaluate(expression));
}

/** Fills in the form as a person would, and gives the text of the answer. */
async function explain(
  text: string,
  fields: Readonly<Record<string, string>> = {},
): Promise<string> {
  await page.evaluate(
    `document.querySelector('#form').reset(); document.querySelector('#answer').replaceChildren();
     document.querySelector('#pasted').value = ${JSON.stringify(text)};
     for (const [id, value] of ${JSON.stringify(Object.entries(fields))}) document.querySelector('#' + id).value = value;`,
  );
  await page.click('button');
  await page.waitForSelector('#answer > *');
  return look(`document.querySelector('#answer').textContent`);
}

describe('the page', () => {
  it('explains a reply, and says whose words it took it for', async () => {
    const text = await explain(
      '535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant.',
    );
    expect(text).toContain('SMTP login rejected: SMTP login is disabled (535 5.7.139)');
    expect(text).toContain('Set-CASMailbox');
    expect(text).toContain('Microsoft 365 and Outlook.com (smtp.office365.com)');
  });

  it('explains a reply at the server, the stage and the mechanism that are chosen', async () => {
    const options = { host: 'SMTP.gmail.com', mechanism: 'XOAUTH2' };
    expect(await explain('535 5.7.8 Username and Password not accepted', options)).toContain(
      'token',
    );
    expect(await explain('554 5.7.1 No', { stage: 'rcpt' })).toContain('recipient-refused');
  });

  it('explains an answer of a token endpoint', async () => {
    expect(await explain('AADSTS7000222: The provided client secret keys are expired.')).toContain(
      'token-refused',
    );
  });

  it('says what is missing in a text that holds no refusal', async () => {
    expect(await explain('Authentication failed')).toContain('has no code of three digits');
    expect(await explain('250 OK')).toContain('the server agreed');
  });

  it('shows pasted HTML as text', async () => {
    const text = await explain('535 5.7.8 <img src=x onerror=document.title=1>');
    expect(text).toContain('<img src=x');
    expect(await page.$('#answer img')).toBeNull();
  });

  it('opens the reply of the list to which a link leads', async () => {
    await explain('535 5.7.139 SmtpClientAuthentication is disabled for the Mailbox');
    await page.click('#answer a');
    await page.waitForSelector('#microsoft-mailbox-off[open]');
    expect(page.url()).toContain('#microsoft-mailbox-off');
  });

  it('asks for no other file, and its policy lets it connect to nothing', async () => {
    expect(requested.filter((url) => !url.startsWith('file:'))).toEqual([]);
    const before = complaints.length;
    const outcome = await page.evaluate(
      `fetch('https://example.test/').then(() => 'sent', () => 'refused')`,
    );
    expect(outcome).toBe('refused');
    expect(complaints.splice(before).join(' ')).toContain('Content Security Policy');
  });

  it('raises no error', () => {
    expect(complaints).toEqual([]);
  });

  it('names every field for a screen reader, and announces the answer', async () => {
    const names = (await page.evaluate(
      `[...document.querySelectorAll('textarea, input, select')].map(({ labels }) => labels[0]?.textContent ?? '')`,
    )) as string[];
    expect(names).toHaveLength(4);
    expect(names.filter((name) => name === '')).toEqual([]);
    expect(await look(`document.querySelector('#answer').role`)).toBe('status');
    expect(await look('document.documentElement.lang')).toBe('en');
  });

  it.each(['light', 'dark'])('fits a phone and is readable in %s colours', async (value) => {
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }]);
    await page.setViewport({ width: 390, height: 800 });
    await explain('535 5.7.139 SmtpClientAuthentication is disabled for the Mailbox');
    const picture = process.env['PICTURES'];
    if (picture !== undefined) await page.screenshot({ path: `${picture}/page-${value}.png` });
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0);
    const [text, ground] = (await page.evaluate(
      `[getComputedStyle(document.body).color, getComputedStyle(document.body).backgroundColor]`,
    )) as [string, string];
    expect(contrast(text, ground)).toBeGreaterThan(7);
  });

  it('has every known reply with its anchor once, as plain HTML', () => {
    for (const { id } of COMPANIES.flatMap(({ replies }) => replies)) {
      expect(html.split(`<details id="${id}">`)).toHaveLength(2);
    }
    expect(html.indexOf('SmtpClientAuthentication is disabled')).toBeLessThan(
      html.indexOf('<script>'),
    );
  });

  it('is small enough to be read at once', () => {
    expect(html.length).toBeLessThan(400 * 1024);
  });
});

/** Contrast of two colours as browsers write them (WCAG 2.2, "contrast ratio"). */
function contrast(one: string, other: string): number {
  const [high = 0, low = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = (colour.match(/\d+/g) ?? []).map((digits) => {
    const value = Number(digits) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
