import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import {
  convertWorkflowTemplate,
  NoOperationTraceWriter,
  parseWorkflow,
} from '@actions/workflow-parser';
import { parse, parseDocument } from 'yaml';
import { SECRET_INPUTS } from '../../src/inputs/names.ts';
import {
  ACTION,
  anchor,
  BLOCKS,
  named,
  read,
  ROOT,
  sectionsOf,
  stepsIn,
  YAML_BLOCKS,
} from './blocks.ts';
import { unpinned } from './uses.ts';

const ours = YAML_BLOCKS.filter(({ code }) => code.includes('/smtp-auth-check'));
const workflows = YAML_BLOCKS.filter(({ workflow }) => workflow !== undefined);

/** The two ways in which an example uses this project; "Pin to a commit" in the README is about another one. */
const OWN_USES = [
  'org/smtp-auth-check@v1',
  'org/smtp-auth-check/.github/workflows/check-accounts.yml@v1',
];

describe('the YAML in the documentation', () => {
  it('is found', () => {
    expect(ours.length).toBeGreaterThanOrEqual(30);
  });

  it.each(named(YAML_BLOCKS))('%s can be read', (_, { code }) => {
    expect(parseDocument(code).errors).toEqual([]);
  });

  it.each(named(YAML_BLOCKS))('%s pins the actions of others to a commit', (_, { code }) => {
    expect(unpinned(code).filter((use) => !OWN_USES.includes(use))).toEqual([]);
  });
});

describe('the workflows in the documentation', () => {
  /** What GitHub's own parser says to a workflow. */
  async function complaints(workflow = ''): Promise<string[]> {
    const file = { name: 'a.yml', content: workflow };
    const { context, value } = parseWorkflow(file, new NoOperationTraceWriter());
    if (value) await convertWorkflowTemplate(context, value);
    return context.errors.getErrors().map(({ message }) => message);
  }

  it('are all that is YAML, but for Dependabot, other CI systems and the list of accounts', () => {
    const others = YAML_BLOCKS.filter(({ workflow }) => workflow === undefined);
    expect(new Set(others.map(({ file }) => file))).toEqual(
      new Set([
        ...['README.md', 'README.ja.md', 'docs/ci-systems.md'],
        'docs/examples/accounts.yml',
        ...['azure-pipelines', 'circleci', 'gitlab-ci'].map(
          (name) => `docs/examples/ci/${name}.yml`,
        ),
      ]),
    );
  });

  it.each(named(workflows))('%s is one to GitHub', async (_, { workflow }) => {
    expect(await complaints(workflow)).toEqual([]);
  });

  it.each(named(ours))('%s can be pasted as a file', (_, { code }) => {
    expect(code).toMatch(/^name: .+\n+on:/m);
    expect(code).toMatch(/^permissions: \{\}/m);
  });

  it.each([
    ['runs-on', 'run-on'],
    ['steps:', 'step:'],
    ['${{ secrets.', '${{ secret.'],
    ["cron: '17 4 * * *'", "cron: '17 4 * *'"],
    ['permissions: {}', 'permissions: { mail: read }'],
    ['${{ secrets.SMTP_PASSWORD }}', '${{ secrets.SMTP_PASSWORD }'],
  ])('would not be with %j as %j', async (right, wrong) => {
    const { workflow = '' } = workflows.find(({ file }) => file === 'README.md') ?? {};
    expect(workflow).toContain(right);
    expect(await complaints(workflow.replace(right, wrong))).not.toEqual([]);
  });
});

describe.each(named(ours))('the workflow at %s', (_, { code }) => {
  const used = stepsIn(parse(code)).filter(({ uses }) => uses?.includes('/smtp-auth-check'));
  const steps = used.filter(({ uses }) => uses?.includes('/smtp-auth-check@'));

  it('uses version 1 of this action', () => {
    for (const { uses } of used) expect(OWN_USES).toContain(uses);
  });

  it('gives inputs that exist', () => {
    for (const { with: inputs = {} } of steps) {
      expect(Object.keys(ACTION.inputs)).toEqual(expect.arrayContaining(Object.keys(inputs)));
    }
  });

  it('reads outputs that exist', () => {
    const ids = steps.flatMap(({ id }) => id ?? []);
    const read = [...code.matchAll(/steps\.([\w-]+)\.outputs\.([\w-]+)/g)]
      .filter(([, id = '']) => ids.includes(id))
      .map(([, , output]) => output);
    expect(Object.keys(ACTION.outputs)).toEqual(expect.arrayContaining(read));
  });

  it('has no secret in it', () => {
    for (const { with: inputs = {} } of steps) {
      for (const name of SECRET_INPUTS) {
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
        BLOCKS.filter(({ file }) => file === 'docs/ci-systems.md').map((block) => block.code),
      ).toContain(code);
      expect(page).toContain(`](examples/ci/${name})`);
    },
  );
});

it.each(['README.md', 'README.ja.md'])('Dependabot reads the block in %s', (page) => {
  const [block] = YAML_BLOCKS.filter(
    ({ file, code }) => file === page && code.includes('updates:'),
  );
  expect(parse(block?.code ?? '')).toEqual({
    version: 2,
    updates: [
      { 'package-ecosystem': 'github-actions', directory: '/', schedule: { interval: 'weekly' } },
    ],
  });
});

it('the documentation installs the version of package.json', () => {
  const { version } = JSON.parse(read('package.json')) as { version: string };
  const shown = BLOCKS.flatMap(({ code }) =>
    [...code.matchAll(/smtp-auth-check@(\d+\.\d+\.\d+)/g)].map(([, number]) => number),
  );
  expect(shown.length).toBeGreaterThanOrEqual(4);
  expect(new Set(shown)).toEqual(new Set([version]));
});

/** A heading's anchor, with a number where the heading came before, and what the page names itself. */
function anchorsOf(page: string): string[] {
  const seen = new Map<string, number>();
  const headings = sectionsOf(page).map(({ heading }) => {
    const name = anchor(heading);
    const before = seen.get(name) ?? 0;
    seen.set(name, before + 1);
    return before === 0 ? name : `${name}-${before}`;
  });
  return [...headings, ...[...read(page).matchAll(/<a id="([^"]+)">/g)].map(([, id = '']) => id)];
}

/** Where a page's links lead: in Markdown, and the images and links of its HTML. */
function linksOf(page: string): string[] {
  const text = read(page).replaceAll(/^ *```[\s\S]*?^ *```/gm, '');
  const links = /\]\(<?([^)\s>]+)|\b(?:src|srcset|href)="([^"]+)"|^\[[^\]]+\]: (\S+)/gm;
  return [...text.matchAll(links)].map(([, ...targets]) => targets.find(Boolean) ?? '');
}

/** The file to which a link leads. A template's text stands in a pull request, so its links start there. */
function goalOf(page: string, path: string): string {
  if (page.endsWith('_TEMPLATE.md')) return path.replace(/^\.\.\/blob\/main\//, '');
  return path === '' ? page : join(dirname(page), path);
}

describe('the links in the documentation', () => {
  const pages = execFileSync(
    'git',
    ['ls-files', '--cached', '--others', '--exclude-standard', '*.md'],
    { cwd: ROOT, encoding: 'utf8' },
  )
    .split('\n')
    .filter((page) => page !== '' && existsSync(join(ROOT, page)));
  const links = [...new Set(pages)].flatMap((page) =>
    linksOf(page).map((target) => [page, target] as const),
  );
  const own = links.filter(([, target]) => !/^[a-z]+:/.test(target));

  it('are found in every part', () => {
    const parts = [
      'README.md',
      'README.ja.md',
      'docs/recipes.md',
      '.github/PULL_REQUEST_TEMPLATE.md',
    ];
    expect(own.map(([page]) => page)).toEqual(expect.arrayContaining(parts));
    expect(own.map(([, target]) => target)).toContain('docs/images/summary-microsoft-dark.webp');
  });

  it.each(own)('%s -> %s leads somewhere', (page, target) => {
    const [path = '', fragment] = target.split('#');
    const goal = goalOf(page, path);
    expect(existsSync(join(ROOT, goal))).toBe(true);
    if (fragment !== undefined) expect(anchorsOf(goal)).toContain(decodeURIComponent(fragment));
  });

  it.each(links.filter(([, target]) => /^[a-z]+:/.test(target)))(
    '%s -> %s is https',
    (_, target) => {
      expect(target).toMatch(/^(https:\/\/|mailto:)/);
    },
  );
});
