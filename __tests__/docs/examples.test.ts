import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse, parseDocument } from 'yaml';
import { unpinned } from './uses.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

interface Block {
  readonly file: string;
  readonly line: number;
  readonly language: string;
  readonly code: string;
}
const blocks = JSON.parse(
  execFileSync(process.execPath, ['scripts/doc-blocks.mjs'], {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 1e8,
  }),
) as Block[];
const named = (list: readonly Block[]): [string, Block][] =>
  list.map((block) => [`${block.file}:${block.line}`, block]);

const yaml = blocks.filter(({ language }) => language === 'yaml' || language === 'yml');
const ours = yaml.filter(({ code }) => code.includes('/smtp-auth-check@'));

interface Step {
  readonly id?: string;
  readonly uses?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}
const action = parse(read('action.yml')) as {
  inputs: Record<string, { required?: boolean }>;
  outputs: Record<string, unknown>;
};

/** Every mapping with a `uses:` key, wherever in the document it stands. */
function stepsIn(node: unknown): Step[] {
  if (typeof node !== 'object' || node === null) return [];
  const below = Object.values(node).flatMap(stepsIn);
  return 'uses' in node ? [node as Step, ...below] : below;
}

/** The one stand-in for this action at a real commit; docs/recipes.md explains it. */
const STAND_IN = `org/smtp-auth-check@${'0'.repeat(40)}`;

describe('the YAML in the documentation', () => {
  it('is found', () => {
    expect(ours.length).toBeGreaterThanOrEqual(7);
  });

  it.each(named(yaml))('%s can be read', (_, { code }) => {
    expect(parseDocument(code).errors).toEqual([]);
  });

  it.each(named(yaml))('%s uses no action by a tag', (_, { code }) => {
    expect(unpinned(code)).toEqual([]);
  });
});

describe.each(named(ours))('the workflow at %s', (_, { code }) => {
  const steps = stepsIn(parse(code)).filter(({ uses }) => uses?.includes('/smtp-auth-check@'));

  it('uses this action in the one way that is explained', () => {
    for (const { uses } of steps) expect(uses).toBe(STAND_IN);
  });

  it('gives inputs that exist', () => {
    for (const { with: inputs = {} } of steps) {
      expect(Object.keys(action.inputs)).toEqual(expect.arrayContaining(Object.keys(inputs)));
    }
  });

  it('reads outputs that exist', () => {
    const ids = steps.flatMap(({ id }) => id ?? []);
    const read = [...code.matchAll(/steps\.([\w-]+)\.outputs\.([\w-]+)/g)]
      .filter(([, id = '']) => ids.includes(id))
      .map(([, , output]) => output);
    expect(Object.keys(action.outputs)).toEqual(expect.arrayContaining(read));
  });

  it('has no secret in it', () => {
    for (const { with: inputs = {} } of steps) {
      for (const name of ['password', 'access-token', 'client-key']) {
        expect(inputs[name] ?? '${{ secrets.ABSENT }}').toMatch(/^\$\{\{ (secrets|steps|vars)\./);
      }
    }
  });

  it('asks for no right at the top', () => {
    const { permissions } = parse(code) as { permissions?: unknown };
    expect(permissions ?? {}).toEqual({});
  });
});

describe('the examples for other CI systems', () => {
  const page = read('docs/ci-systems.md');
  it.each(['gitlab-ci.yml', 'Jenkinsfile', 'circleci.yml', 'azure-pipelines.yml', 'crontab'])(
    'are shown as they are in docs/examples/ci: %s',
    (name) => {
      const code = read(`docs/examples/ci/${name}`);
      expect(
        blocks.filter(({ file }) => file === 'docs/ci-systems.md').map((block) => block.code),
      ).toContain(code);
      expect(page).toContain(`](examples/ci/${name})`);
    },
  );
});

it('the documentation installs the version of package.json', () => {
  const { version } = JSON.parse(read('package.json')) as { version: string };
  const shown = blocks.flatMap(({ code }) =>
    [...code.matchAll(/smtp-auth-check@(\d+\.\d+\.\d+)/g)].map(([, number]) => number),
  );
  expect(shown.length).toBeGreaterThanOrEqual(4);
  expect(new Set(shown)).toEqual(new Set([version]));
});

/** GitHub's anchor of a heading: lower case, no punctuation, blanks as hyphens. */
function anchor(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replaceAll(/\s/g, '-');
}

function anchorsOf(path: string): string[] {
  const text = read(path).replaceAll(/^```[\s\S]*?^```/gm, '');
  return [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => anchor(heading));
}

describe('the links in the documentation', () => {
  const files = [
    ...new Set(
      execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*.md'], {
        cwd: ROOT,
        encoding: 'utf8',
      })
        .split('\n')
        .filter(Boolean),
    ),
  ];
  const links = files
    .filter((file) => existsSync(join(ROOT, file)))
    .flatMap((file) =>
      [
        ...read(file)
          .replaceAll(/^```[\s\S]*?^```/gm, '')
          .matchAll(/\]\(([^)\s]+)\)/g),
      ].map(([, target = '']) => [file, target] as const),
    );
  const own = links.filter(([, target]) => !/^[a-z]+:/.test(target));

  it.each(own)('%s -> %s leads somewhere', (file, target) => {
    const [path = '', fragment] = target.split('#');
    const goal = path === '' ? file : join(dirname(file), path);
    expect(existsSync(join(ROOT, goal))).toBe(true);
    expect(fragment === undefined ? [undefined] : anchorsOf(goal)).toContain(fragment);
  });
});
