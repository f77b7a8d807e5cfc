import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { parse } from 'yaml';
import { describeNeeding } from '../support/platform.ts';
import { ROOT } from './blocks.ts';

const FILE = join(ROOT, '.github/workflows/move-major-tag.yml');
const { jobs } = parse(readFileSync(FILE, 'utf8')) as {
  jobs: { move: { steps: { run: string }[] } };
};
const SCRIPT = jobs.move.steps[0]?.run ?? '';

const [COMMIT, TAG_OBJECT] = ['c'.repeat(40), 'a'.repeat(40)];

/** GitHub's command line program, played: it knows a release, and a branch whose name is that of the tag. */
const GH = `#!/bin/sh
echo "$*" >> "$CALLS"
case "$*" in
  *releases/tags/v1.2.3*) echo "false false true" ;;
  *commits/*) echo ${'b'.repeat(40)} ;;
  *git/ref/tags/v1.2.3*) echo "$REF" ;;
  *git/tags/${TAG_OBJECT}*) echo ${COMMIT} ;;
  *git/ref/tags/v1*) exit 0 ;;
esac
`;

describeNeeding('a POSIX shell')('the workflow that moves the major tag', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'smtp-auth-check-tag-'));
    writeFileSync(join(folder, 'gh'), GH);
    chmodSync(join(folder, 'gh'), 0o755);
    writeFileSync(join(folder, 'calls'), '');
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  function move(version: string, ref: string): { status: number | null; calls: string } {
    const env = {
      PATH: folder + delimiter + (process.env['PATH'] ?? ''),
      CALLS: join(folder, 'calls'),
      GH_REPO: 'acme/mail',
      VERSION: version,
      REF: ref,
    };
    const { status } = spawnSync('bash', ['-eo', 'pipefail', '-c', SCRIPT], { env });
    return { status, calls: readFileSync(join(folder, 'calls'), 'utf8') };
  }

  /** Bug: "commits/v1.2.3" is the branch of that name where there is one. */
  it.each([
    ['a tag', `commit ${COMMIT}`],
    ['an annotated tag', `tag ${TAG_OBJECT}`],
  ])('moves it to the commit of %s, and asks for no branch', (_, ref) => {
    const { status, calls } = move('1.2.3', ref);
    expect(status).toBe(0);
    expect(calls).toContain(`PATCH repos/acme/mail/git/refs/tags/v1 -f sha=${COMMIT}`);
    expect(calls).not.toContain('/commits/');
  });

  it.each([
    ['the tag is not there', '1.2.3', ''],
    ['the version is not one', '1.2.3/../x', `commit ${COMMIT}`],
    ['the release is not there', '1.2.4', `commit ${COMMIT}`],
  ])('moves nothing where %s', (_, version, ref) => {
    const { status, calls } = move(version, ref);
    expect(status).toBe(1);
    expect(calls).not.toMatch(/PATCH|POST/);
  });
});
