import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { read, ROOT } from './blocks.ts';

interface Lock {
  readonly packages: Readonly<
    Record<string, { dev?: boolean; integrity?: string; resolved?: string; version?: string }>
  >;
}
const lock = (JSON.parse(read('package-lock.json')) as Lock).packages;
/** Name and version of each package that the bundles may be made of. */
const runtime = Object.entries(lock)
  .filter(([path, { dev }]) => path !== '' && !dev)
  .map(([path, { version = '' }]) => `${path.replace(/^.*node_modules\//, '')}@${version}`);

describe('the packages', () => {
  it('are those of the lock file, bit by bit, from whichever registry', () => {
    for (const [path, { integrity, resolved }] of Object.entries(lock)) {
      if (path !== '') expect([path, integrity]).toEqual([path, expect.stringMatching(/^sha512-/)]);
      expect([path, resolved]).toEqual([path, undefined]);
    }
  });

  it('run no script when they are installed', () => {
    expect(read('.npmrc')).toContain('ignore-scripts=true');
  });

  it('are in the SBOM of a release, those of the tools are not', () => {
    const text = execFileSync(process.execPath, ['scripts/sbom.mjs'], {
      cwd: ROOT,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const sbom = JSON.parse(text) as {
      bomFormat: string;
      metadata: { component: { name: string } };
      components: { name: string; group?: string; version: string; purl: string }[];
    };
    expect(sbom.bomFormat).toBe('CycloneDX');
    expect(sbom.metadata.component.name).toBe('smtp-auth-check');
    const listed = sbom.components.map(({ purl }) =>
      decodeURIComponent(purl.replace(/^pkg:npm\//, '')),
    );
    expect(listed.sort()).toEqual([...new Set(runtime)].sort());
  });
});

describe('the files for people', () => {
  it('SECURITY.md says where to report and how long it takes', () => {
    const page = read('SECURITY.md');
    expect(page).toContain('**Report a vulnerability**');
    expect(page.match(/\*\*\d+ (working )?days\*\*/g)).toHaveLength(3);
  });

  it('CODEOWNERS names paths that there are, and what leaks or runs in every runner', () => {
    const paths = [...read('.github/CODEOWNERS').matchAll(/^\/(\S+)\s+@/gm)].map(
      ([, path = '']) => path,
    );
    expect(paths).toEqual(expect.arrayContaining(['src/smtp/', 'src/sasl/', 'dist/', '.github/']));
    for (const path of paths) expect([path, existsSync(join(ROOT, path))]).toEqual([path, true]);
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

  it('vulnerabilities are led away from public issues', () => {
    expect(read('.github/ISSUE_TEMPLATE/config.yml')).toContain('/security/advisories/new');
  });

  it('the development container has the mail servers', () => {
    const container = JSON.parse(read('.devcontainer/devcontainer.json')) as {
      build: { dockerfile: string };
      postCreateCommand: string;
    };
    expect(container.postCreateCommand).toContain('npm ci --ignore-scripts');
    expect(container.postCreateCommand).toContain('__tests__/real-servers/start.sh');
    expect(existsSync(join(ROOT, '.devcontainer', container.build.dockerfile))).toBe(true);
  });
});
