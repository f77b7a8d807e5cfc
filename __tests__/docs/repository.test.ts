import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { read, ROOT } from './blocks.ts';

const git = (...options: string[]): string =>
  execFileSync('git', options, { cwd: ROOT, encoding: 'utf8' });

describe('the files of the repository', () => {
  it('have names that every file system can tell apart', () => {
    const names = git('ls-files').split('\n').filter(Boolean);
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[\w./@ -]+$/);
  });

  it('have the same line ends on every system', () => {
    expect(git('check-attr', 'eol', '--', 'src/index.ts', 'docs/recipes.md')).toBe(
      'src/index.ts: eol: lf\ndocs/recipes.md: eol: lf\n',
    );
  });
});

describe('what GitHub reads', () => {
  it('CODEOWNERS names paths that exist', () => {
    const rows = [...read('.github/CODEOWNERS').matchAll(/^\/(\S+)\s+@/gm)];
    const paths = rows.map(([, path = '']) => path);
    expect(paths).not.toEqual([]);
    expect(paths.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });

  it.each(['bug', 'provider-reply'])('the issue form "%s" is one that GitHub shows', (name) => {
    const form = parse(read(`.github/ISSUE_TEMPLATE/${name}.yml`)) as {
      name: string;
      description: string;
      body: { type: string; id?: string }[];
    };
    expect(form.name && form.description).toBeTruthy();
    const fields = form.body.filter(({ type }) => type !== 'markdown');
    expect(fields.length).toBeGreaterThan(3);
    expect(new Set(fields.map(({ id }) => id)).size).toBe(fields.length);
  });

  it('the development container runs files that exist', () => {
    const { build, postCreateCommand } = JSON.parse(read('.devcontainer/devcontainer.json')) as {
      build: { dockerfile: string };
      postCreateCommand: string;
    };
    const scripts = postCreateCommand.match(/\S+\.sh\b/g) ?? [];
    const files = [join('.devcontainer', build.dockerfile), ...scripts];
    expect(files.length).toBeGreaterThan(1);
    expect(files.filter((file) => !existsSync(join(ROOT, file)))).toEqual([]);
  });
});
