import { execFileSync } from 'node:child_process';
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
    const shell = process.platform === 'win32';
    const options = ['config', 'get', 'ignore-scripts'];
    expect(execFileSync('npm', options, { cwd: ROOT, encoding: 'utf8', shell }).trim()).toBe(
      'true',
    );
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
