import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { execFile } from 'node:child_process';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { createLocalhost, type Identity } from '../support/certificates.ts';
import { baseEnvironment, CLI_BUNDLE } from '../support/cli.ts';
import { type Peer, startPeer } from '../support/peer.ts';
import { describeNeeding } from '../support/platform.ts';
import { loginThen, startTlsScript } from '../support/scripts.ts';

const EXAMPLES = fileURLToPath(new URL('../../docs/examples/ci', import.meta.url));
const read = (name: string): string => readFileSync(join(EXAMPLES, name), 'utf8');

interface Gitlab {
  'smtp-credentials': { script: string[]; allow_failure: { exit_codes: number[] } };
}
interface CircleCi {
  jobs: Record<string, { steps: { run: { command: string } }[] }>;
}
interface Azure {
  steps: { script?: string; env?: Record<string, string> }[];
}
const azure = (parse(read('azure-pipelines.yml')) as Azure).steps.find(({ script }) => script);

/** The shell command of each example. */
const COMMANDS: [string, string | undefined][] = [
  ['GitLab CI', (parse(read('gitlab-ci.yml')) as Gitlab)['smtp-credentials'].script[0]],
  [
    'CircleCI',
    (parse(read('circleci.yml')) as CircleCi).jobs['smtp-credentials']?.steps[0]?.run.command,
  ],
  ['Azure Pipelines', azure?.script],
  ['Jenkins', /^ *sh '(.+)'$/m.exec(read('Jenkinsfile'))?.[1]],
  ['cron', /^(?:\S+ ){5}(.+)$/m.exec(read('crontab'))?.[1]],
];

let ca: string;
let server: Identity;
let folder: string;
beforeAll(async () => {
  const created = await createLocalhost();
  ca = created.ca.cert;
  server = created.server;
});
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'smtp-auth-check-docs-'));
  writeFileSync(join(folder, 'ca.pem'), ca);
  writeFileSync(join(folder, '.smtp-password'), 'correct horse\n');
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Stands in for npx and for an installed program: the built bundle, at the port of the peer. */
function install({ port }: Peer): void {
  const program = `"${process.execPath}" "${CLI_BUNDLE}"`;
  const stands = {
    npx: `[ "$1 \${2%@*}" = "--yes smtp-auth-check" ] || exit 99
shift 2
exec ${program} "$@" --port ${port}`,
    'smtp-auth-check': `[ "$1 $2" = "--host smtp.example.com" ] || exit 99
shift 2
exec ${program} --host localhost "$@" --port ${port}`,
  };
  for (const [name, script] of Object.entries(stands)) {
    writeFileSync(join(folder, name), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  }
}

async function runCommand(
  command: string,
  peer: Peer,
): Promise<{ status: number; stdout: string }> {
  install(peer);
  const environment = {
    ...baseEnvironment(),
    PATH: `${folder}${delimiter}${process.env['PATH'] ?? ''}`,
    HOME: folder,
    NODE_EXTRA_CA_CERTS: join(folder, 'ca.pem'),
    SMTP_HOST: 'localhost',
    SMTP_USERNAME: 'me@example.com',
    SMTP_PASSWORD: 'correct horse',
    SMTP_USR: 'me@example.com',
    SMTP_PSW: 'correct horse',
  };
  return new Promise((resolve) => {
    execFile('sh', ['-c', command], { cwd: folder, env: environment }, (error, stdout) => {
      resolve({ status: error ? Number(error.code) : 0, stdout });
    });
  });
}

describeNeeding('a POSIX shell').each(COMMANDS)(
  'the command for %s',
  (name, command = 'exit 98') => {
    it('passes when the login works', async () => {
      const peer = await startPeer(startTlsScript(server, { auth: loginThen('235 2.7.0 ok\r\n') }));
      const { status, stdout } = await runCommand(command, peer);
      await peer.close();
      expect(status).toBe(0);
      expect(stdout).toMatch(name === 'cron' ? /^$/ : /^PASS/);
      expect(peer.received.tls).toContain(Buffer.from('correct horse').toString('base64'));
    });

    it('fails and says why when the login is refused', async () => {
      const peer = await startPeer(startTlsScript(server, { auth: loginThen('535 5.7.8 no\r\n') }));
      const { status, stdout } = await runCommand(command, peer);
      await peer.close();
      // `|| cat` ends the cron line, so cron mails the text and the status is that of cat.
      expect(status).toBe(name === 'cron' ? 0 : 1);
      expect(stdout).toMatch(/^FAIL/);
    });
  },
);

it('GitLab warns when the credential could not be judged, and at nothing else', () => {
  const job = (parse(read('gitlab-ci.yml')) as Gitlab)['smtp-credentials'];
  expect(job.allow_failure.exit_codes).toEqual([2]);
});

it('Azure maps each variable that its script reads', () => {
  const used = [...(azure?.script ?? '').matchAll(/SMTP_\w+/g)].map(([name]) => name);
  expect(Object.keys(azure?.env ?? {}).sort()).toEqual([...new Set(used)].sort());
});
