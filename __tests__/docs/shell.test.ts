import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { createLocalhost, type Identity } from '../support/certificates.ts';
import { baseEnvironment, CLI_BUNDLE } from '../support/cli.ts';
import { type Peer, startPeer } from '../support/peer.ts';
import { describeNeeding } from '../support/platform.ts';
import { loginThen, startTlsScript } from '../support/scripts.ts';
import { BLOCKS, read, ROOT } from './blocks.ts';

const SHELLS = new Set(['sh', 'bash', 'powershell', 'console']);
const shown = BLOCKS.filter(({ language }) => SHELLS.has(language)).flatMap(({ code }) =>
  code.split('\n').map((line) => line.replace(/(^|\s+)# .*$/, '').trim()),
);

/** The command that the documentation shows and that begins so; the tests run it. */
function commandLike(start: string): string {
  const command = shown.find((line) => line.startsWith(start));
  if (command === undefined) throw new Error(`no page shows a command that begins with "${start}"`);
  return command;
}
const NPX = commandLike('npx smtp-auth-check ');
const OPENSSL = commandLike('openssl s_client ');
const BASE64 = commandLike('stty -echo;');

describe('the commands that the documentation shows', () => {
  const pages = [...new Set([...BLOCKS.map(({ file }) => file), 'docs/threat-model.md'])].filter(
    (file) => file.endsWith('.md'),
  );
  it.each(pages)('%s names only scripts that there are', (page) => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const named = [...read(page).matchAll(/\bnpm run ([\w:-]+)/g)].map(([, name]) => name);
    expect(Object.keys(scripts)).toEqual(expect.arrayContaining(named));
    for (const [, path = ''] of read(page).matchAll(/`node ([\w./-]+)/g))
      expect(existsSync(join(ROOT, path))).toBe(true);
  });
});

const PASSWORD = 'correct horse';
let ca: string;
let server: Identity;
let folder: string;
beforeAll(async () => {
  const created = await createLocalhost();
  ca = created.ca.cert;
  server = created.server;
});
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'smtp-auth-check-shell-'));
  writeFileSync(join(folder, 'ca.pem'), ca);
  writeFileSync(join(folder, 'stty'), '#!/bin/sh\necho "stty $*" >> stty.log\n', { mode: 0o755 });
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** The environment of a shell that trusts our authority and finds our stand-ins first. */
const environment = (): NodeJS.ProcessEnv => ({
  ...baseEnvironment(),
  PATH: `${folder}${delimiter}${process.env['PATH'] ?? ''}`,
  NODE_EXTRA_CA_CERTS: join(folder, 'ca.pem'),
  SSL_CERT_FILE: join(folder, 'ca.pem'),
});

/** Runs a command in a shell, types `input`, and gives back what it printed. */
async function inShell(command: string, input: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const child: ChildProcess = execFile(
      'sh',
      ['-c', command],
      { cwd: folder, env: environment() },
      (error, stdout) => {
        if (error) reject(new Error(`${command} failed`, { cause: error }));
        else resolve(stdout);
      },
    );
    child.stdin?.end(input);
  });
}

describeNeeding('a POSIX shell')('the login by hand, as the README shows it', () => {
  let peer: Peer;
  const start = async (reply: string): Promise<void> => {
    const auth = async (connection: Parameters<ReturnType<typeof loginThen>>[0]): Promise<void> => {
      await loginThen(reply)(connection);
      connection.end();
    };
    peer = await startPeer(startTlsScript(server, { auth }));
  };
  afterEach(async () => {
    await peer.close();
  });

  const base64 = async (text: string): Promise<string> =>
    (await inShell(BASE64, `${text}\n`)).trim();

  it.each(['235 2.7.0 ok', '535 5.7.8 no'])('sees the answer %s', async (reply) => {
    await start(`${reply}\r\n`);
    const command = OPENSSL.replace('smtp.example.com:587', `localhost:${peer.port}`);
    const typed = ['EHLO me.example.com', 'AUTH LOGIN']
      .concat(await base64('me@example.com'), await base64(PASSWORD), 'QUIT')
      .join('\n');
    expect(await inShell(command, `${typed}\n`)).toContain(reply);
    expect(peer.received.tls).toBe(
      [
        ...['EHLO me.example.com', 'AUTH LOGIN', 'bWVAZXhhbXBsZS5jb20=', 'Y29ycmVjdCBob3JzZQ=='],
        ...['QUIT', ''],
      ].join('\r\n'),
    );
  });
});

describeNeeding('a POSIX shell')('the Base64 of the README', () => {
  it('is that of the text as it was typed, which is not shown', async () => {
    const text = String.raw`  pa\ss "wörd" %s$HOME`.repeat(5);
    expect(await inShell(BASE64, `${text}\n`)).toBe(`${Buffer.from(text).toString('base64')}\n`);
    expect(readFileSync(join(folder, 'stty.log'), 'utf8')).toBe('stty -echo\nstty echo\n');
  });
});

describeNeeding('a pseudo-terminal')('the command of the README for a laptop', () => {
  it('asks for the password and passes', async () => {
    const peer = await startPeer(startTlsScript(server, { auth: loginThen('235 2.7.0 ok\r\n') }));
    const program = `"${process.execPath}" "${CLI_BUNDLE}"`;
    writeFileSync(
      join(folder, 'npx'),
      `#!/bin/sh\n[ "$1 $2" = "smtp-auth-check smtp.example.com:587" ] || exit 99\nshift 2\nexec ${program} localhost:${peer.port} "$@"\n`,
      { mode: 0o755 },
    );
    const child = spawn(
      'python3',
      [join(ROOT, '__tests__/support/terminal.py'), `${PASSWORD}\r`, 'sh', '-c', NPX],
      { env: environment(), stdio: ['ignore', 'pipe', 'inherit'] },
    );
    let screen = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (screen += text));
    const status = await new Promise((resolve) => child.on('close', resolve));
    await peer.close();
    expect(screen).toContain('PASS');
    expect(screen).not.toContain(PASSWORD);
    expect(status).toBe(0);
  });
});
