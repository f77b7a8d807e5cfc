import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { parse } from 'yaml';
import { parseCommandLine } from '../../src/cli/options.ts';
import { baseEnvironment } from '../support/cli.ts';
import { describeNeeding } from '../support/platform.ts';
import { BLOCKS, read } from './blocks.ts';

interface Step {
  readonly name?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
}

const block = BLOCKS.find(({ code }) => code.includes('name: SMTP credentials, with a notif'));
const { jobs } = parse(block?.code ?? '') as { jobs: { smtp: { steps: Step[] } } };
const step = jobs.smtp.steps.find(({ name }) => name === 'Notify');

/** The formats in the table of other services. */
const FORMATS = [
  ...read('docs/recipes.md').matchAll(/^\| (\S[^|]*?) +\| `(\{[^`]+\})` +\|$/gm),
].map(([, service = '', format = '']) => [service, format] as const);

describeNeeding('jq')('the step that notifies a chat', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'smtp-auth-check-notify-'));
    const stands = {
      gh: 'printf "%s\\n" "$*" > gh.txt; printf "%s\\n" "$BEFORE"',
      curl: 'printf "%s\\n" "$*" > curl.txt; cat > body.json',
    };
    for (const [name, script] of Object.entries(stands)) {
      writeFileSync(join(folder, name), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
    }
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  /** @returns what was posted; undefined when nothing was */
  async function notify(
    now: string,
    before: string,
    format = step?.env?.['FORMAT'],
  ): Promise<unknown> {
    const env = {
      ...baseEnvironment(),
      PATH: `${folder}${delimiter}${process.env['PATH'] ?? ''}`,
      ...{ FORMAT: format ?? '', WEBHOOK: 'https://chat.example/hook', GH_TOKEN: 'x' },
      ...{ NOW: now, BEFORE: before, VERDICT: 'rejected', CAUSE: 'wrong-credentials' },
      ...{ GITHUB_REPOSITORY: 'acme/mail', GITHUB_WORKFLOW: 'a b', GITHUB_REF_NAME: 'main' },
      ...{ GITHUB_SERVER_URL: 'https://github.example', GITHUB_RUN_ID: '42' },
    };
    await new Promise<void>((resolve, reject) => {
      execFile(
        'bash',
        ['--norc', '-e', '-c', step?.run ?? 'exit 1'],
        { cwd: folder, env },
        (error) => {
          if (error) reject(new Error('the step failed', { cause: error }));
          else resolve();
        },
      );
    });
    const body = join(folder, 'body.json');
    return existsSync(body) ? (JSON.parse(readFileSync(body, 'utf8')) as unknown) : undefined;
  }

  const RUN = 'https://github.example/acme/mail/actions/runs/42';

  it.each(['failure', 'success', 'none'])('posts a failure after %s', async (before) => {
    expect(await notify('failure', before)).toEqual({
      text: `SMTP login of reports@example.com: rejected (wrong-credentials): ${RUN}`,
    });
    expect(readFileSync(join(folder, 'curl.txt'), 'utf8')).toMatch(
      / https:\/\/chat\.example\/hook$/m,
    );
    expect(readFileSync(join(folder, 'gh.txt'), 'utf8')).toContain('--workflow a b --branch main');
  });

  it('posts once that it works again', async () => {
    const text = `SMTP login of reports@example.com works again: ${RUN}`;
    expect(await notify('success', 'failure')).toEqual({ text });
  });

  it.each([
    ['success', 'success'],
    ['success', 'none'],
    ['cancelled', 'failure'],
    ['skipped', 'failure'],
  ])('posts nothing for %s after %s', async (now, before) => {
    expect(await notify(now, before)).toBeUndefined();
  });

  it('has formats for other services', () => {
    expect(FORMATS).toHaveLength(3);
  });

  it.each(FORMATS)('can speak the format of %s', async (_, format) => {
    expect(JSON.stringify(await notify('failure', 'success', format))).toContain(
      'wrong-credentials',
    );
  });
});

describe('the commands of the recipes', () => {
  const lines = BLOCKS.filter(({ file }) => file === 'docs/recipes.md').flatMap(({ code }) =>
    code.split('\n').filter((line) => line.startsWith('npx smtp-auth-check ')),
  );

  it('are found', () => {
    expect(lines).toHaveLength(2);
  });

  it.each(lines)('%s is understood', (line) => {
    expect(parseCommandLine(line.split(' ').slice(2)).kind).toBe('check');
  });
});
